import { isAtLeast } from '@carefolio/core/api/route.ts'
import type { FactKind } from '@carefolio/core/record/fact.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery, profileQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Notice } from '../kit/notice.tsx'
import { Empty, Loaded, ScreenHead } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { AddSheet } from './add-sheet.tsx'
import { Attention } from './attention.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { Glance } from './glance.tsx'
import type { Line } from './lines.ts'
import * as lines from './lines.ts'
import { ReceptorsTable } from './receptors-table.tsx'
import { Section } from './section.tsx'
import { WhatYouSaid } from './what-you-said.tsx'
import './profile.css'

const w = words.profile

/** The oncologist's page: everything the records say, each entry one touch from its words. */
export function ProfileScreen() {
  const { person } = useParams({ from: '/p/$person/profile' })
  const { data: me } = useQuery(meQuery())
  const query = useQuery(profileQuery(person))
  const [opened, setOpened] = useState<Line>()
  const [adding, setAdding] = useState<FactKind>()
  const mayHelp = isAtLeast(me?.people.find(({ id }) => id === person)?.level ?? 'view', 'help')
  const onAdd = mayHelp ? setAdding : undefined
  return (
    <Loaded query={query} working={w.working}>
      {({ profile, unread, corrections }) => {
        if (profile.documents.length === 0 && corrections.length === 0)
          return (
            <>
              <ScreenHead title={w.title} />
              <Empty
                icon="profile"
                title={unread > 0 ? w.stillReading : w.emptyTitle}
                action={
                  <Link to="/p/$person/records" params={{ person }} className="button main">
                    {unread > 0 ? w.toRecords : w.add}
                  </Link>
                }
              >
                {unread > 0 ? w.unread(unread) : w.empty}
              </Empty>
            </>
          )
        const section = (title: string, kind: FactKind, items: readonly Line[], first?: number) => (
          <Section title={title} kind={kind} lines={items} onOpen={setOpened} onAdd={onAdd} first={first} />
        )
        return (
          <>
            <ScreenHead title={w.title} lead={[lines.personWords(profile), w.asOf(dayWords(profile.asOf))].filter(Boolean).join(' · ')}>
              <Button icon="print" onClick={() => window.print()}>
                {w.print}
              </Button>
            </ScreenHead>
            <div className="stack wide">
              {unread > 0 && <Notice title={w.stillReading}>{w.unread(unread)}</Notice>}
              <Attention profile={profile} onOpen={setOpened} />
              <Glance profile={profile} onOpen={setOpened} />
              <p className="soft small no-print">{w.lead}</p>
              <div className="profile-columns">
                {section(w.sections.diagnosis, 'cancer', lines.cancerLines(profile))}
                {section(w.sections.stage, 'stage', lines.stageLines(profile))}
                {section(w.sections.spread, 'metastasis', [...lines.extentLines(profile), ...lines.metastasisLines(profile)])}
                {section(w.sections.size, 'tumor-size', lines.sizeLines(profile), 4)}
              </div>
              <ReceptorsTable receptors={profile.receptors} onOpen={setOpened} onAdd={onAdd} />
              {section(w.sections.treatments, 'treatment', lines.treatmentLines(profile))}
              <div className="profile-columns">
                {section(w.sections.biomarkers, 'biomarker', lines.biomarkerLines(profile), 12)}
                {section(w.sections.labs, 'lab', lines.labLines(profile), 12)}
                {section(w.sections.performance, 'performance', lines.performanceLines(profile), 3)}
                {section(w.sections.conditions, 'condition', lines.conditionLines(profile), 10)}
                {section(w.sections.medications, 'medication', lines.medicationLines(profile), 10)}
                {section(w.sections.allergies, 'allergy', lines.allergyLines(profile))}
              </div>
              {section(w.sections.absences, 'absence', lines.absenceLines(profile), 6)}
              {corrections.length > 0 && <WhatYouSaid corrections={corrections} person={person} mayHelp={mayHelp} />}
            </div>
            {opened && <EntrySheet line={opened} person={person} mayHelp={mayHelp} onClose={() => setOpened(undefined)} />}
            {adding && <AddSheet kind={adding} person={person} onClose={() => setAdding(undefined)} />}
          </>
        )
      }}
    </Loaded>
  )
}
