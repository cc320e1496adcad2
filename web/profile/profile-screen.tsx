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
import { isTold } from '../kit/told.ts'
import { words } from '../words/words.ts'
import { AddSheet } from './add-sheet.tsx'
import { Alarms, Attention } from './attention.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { Glance } from './glance.tsx'
import { Jump } from './jump.tsx'
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
  const of = me?.people.find(({ id }) => id === person)
  const mayHelp = isAtLeast(of?.level ?? 'view', 'help')
  const onAdd = mayHelp ? setAdding : undefined
  return (
    <Loaded query={query} working={w.working} title={w.title}>
      {({ profile, unread, corrections }) => {
        if (profile.documents.every(({ id }) => isTold(id)) && corrections.length === 0)
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
        const section = (part: keyof typeof w.sections, kind: FactKind, items: readonly Line[], first?: number) => (
          <Section title={w.sections[part]} id={part} kind={kind} lines={items} onOpen={setOpened} onAdd={onAdd} first={first} />
        )
        return (
          <>
            <ScreenHead title={w.title} lead={[lines.personWords(profile), w.asOf(dayWords(profile.asOf))].filter(Boolean).join(' · ')}>
              <Button icon="print" onClick={() => window.print()}>
                {w.print}
              </Button>
            </ScreenHead>
            <p className="print-only">{lines.whoseWords(profile, of?.name)}</p>
            <div className="stack wide">
              {unread > 0 && <Notice title={w.stillReading}>{w.unread(unread)}</Notice>}
              <Alarms person={person} profile={profile} onOpen={setOpened} />
              <div className="stack">
                <Glance profile={profile} onOpen={setOpened} />
                <p className="soft small no-print">{w.lead}</p>
                <Jump />
              </div>
              <Attention profile={profile} onOpen={setOpened} />
              <div className="profile-columns">
                {section('diagnosis', 'cancer', lines.cancerLines(profile))}
                {section('stage', 'stage', lines.stageLines(profile))}
                {section('spread', 'metastasis', [...lines.extentLines(profile), ...lines.metastasisLines(profile)])}
                {section('size', 'tumor-size', lines.sizeLines(profile), 4)}
              </div>
              <ReceptorsTable receptors={profile.receptors} onOpen={setOpened} onAdd={onAdd} />
              {section('treatments', 'treatment', lines.treatmentLines(profile))}
              <div className="profile-columns">
                {section('biomarkers', 'biomarker', lines.biomarkerLines(profile), 10)}
                {section('labs', 'lab', lines.labLines(profile), 11)}
                {section('performance', 'performance', lines.performanceLines(profile), 3)}
                {section('conditions', 'condition', lines.conditionLines(profile), 10)}
                {section('medications', 'medication', lines.medicationLines(profile), 10)}
                {section('allergies', 'allergy', lines.allergyLines(profile))}
              </div>
              {section('absences', 'absence', lines.absenceLines(profile), 6)}
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
