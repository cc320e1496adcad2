import type { Profile } from '@carefolio/core/record/profile.ts'
import { dayWords } from '../kit/day.ts'
import { words } from '../words/words.ts'
import { cancerLines, extentLines, type Line, metastasisLines, performanceLines, treatmentLines } from './lines.ts'

const w = words.profile

/** Five things an oncologist looks for first. Each opens its source; what is not known is said to be so. */
export function Glance({ profile, onOpen }: { profile: Profile; onOpen: (line: Line) => void }) {
  const tiles: { label: string; line: Line | undefined; value?: string; more?: string | undefined }[] = [
    diagnosisTile(profile),
    spreadTile(profile),
    receptorsTile(profile),
    drugTile(profile),
    { label: w.sections.performance, line: performanceLines(profile)[0] },
  ]
  return (
    <section aria-label={w.sections.glance} className="glance">
      {tiles.map(({ label, line, value, more }) => {
        const says = value ?? line?.title
        const inside = (
          <>
            <span className="label">{label}</span>
            <span className={says ? 'glance-value' : 'glance-value soft'}>{says ?? w.unknown}</span>
            {(more ?? line?.detail) && <span className="soft small">{more ?? line?.detail}</span>}
          </>
        )
        return line ? (
          <button key={label} type="button" className="glance-tile" onClick={() => onOpen(line)}>
            {inside}
          </button>
        ) : (
          <div key={label} className="glance-tile">
            {inside}
          </div>
        )
      })}
    </section>
  )
}

function diagnosisTile(profile: Profile) {
  const place = profile.cancers.findIndex(({ site }) => site === 'breast')
  return { label: w.sections.diagnosis, line: cancerLines(profile)[Math.max(0, place)] }
}

function spreadTile(profile: Profile) {
  const [line] = extentLines({ ...profile, measurable: undefined } as Profile)
  const sites = metastasisLines(profile).filter(({ value }) => value['status'] !== 'ruled-out' && value['status'] !== 'suspected')
  const named = [...new Set(sites.map(({ title }) => title))].join(', ')
  return { label: w.sections.spread, line: line ?? sites[0], more: [named, line?.detail].filter(Boolean).join(' · ') || undefined }
}

function receptorsTile({ currentReceptors: current }: Profile) {
  if (current === undefined) return { label: w.receptorsToday, line: undefined }
  const value = [
    current.er && `ER ${w.receptor[current.er]}`,
    current.pr && `PR ${w.receptor[current.pr]}`,
    current.her2 && `HER2 ${w.her2[current.her2]}`,
  ]
    .filter(Boolean)
    .join(', ')
  const line: Line = {
    kind: 'receptors',
    title: value,
    date: current.date,
    reason: current.reason,
    evidence: current.evidence,
    value: {},
  }
  return { label: w.receptorsToday, line, more: current.date && dayWords(current.date) }
}

function drugTile(profile: Profile) {
  const drugs = profile.treatments.filter(({ type }) => type === 'systemic')
  const now = treatmentLines({ ...profile, treatments: drugs.filter(({ ongoing, end }) => ongoing === true && end === undefined) })
  const value = now.length > 0 ? now.map(({ title }) => title).join(', ') : drugs.length > 0 ? w.noneNow : undefined
  return { label: w.now, line: now[0], ...(value === undefined ? {} : { value }) }
}
