import type { Fact } from '../record/fact.ts'
import { compareDates, firstDay, type PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { isSummary, receptorWords } from './receptors.ts'
import { ofKind } from './sources.ts'

type Current = NonNullable<Profile['currentReceptors']>
type Receptors = Profile['receptors'][number]

/**
 * What decides treatment today, receptor by receptor: in metastatic disease the newest biopsy of a metastasis (ASCO: retest at first
 * recurrence), else the newest of the primary; where no report is there, the newest summary. Of two readings of one tissue the later one counts (it stands last in the list). An equivocal result gives way to an older settled one.
 */
export function currentReceptors(
  facts: readonly Fact[],
  receptors: readonly Receptors[],
  extent: Profile['extent'],
): { current?: Current; conflicts: Conflict[] } {
  const metastatic = extent?.value === 'metastatic'
  const order = [...receptors].sort(
    (a, b) =>
      (metastatic ? distance(b, extent?.since) - distance(a, extent?.since) : 0) ||
      newest(b, a) ||
      receptors.indexOf(b) - receptors.indexOf(a),
  )
  const summaries = ofKind(facts, 'receptors')
    .filter((fact) => isSummary(fact))
    .sort((a, b) => saidDay(b) - saidDay(a))
    .map((fact): Receptors => ({ ...fact.value, evidence: evidenceOf([fact]) }))
  const er = [...order, ...summaries].find((one) => one.er !== undefined)
  const pr = [...order, ...summaries].find((one) => one.pr !== undefined)
  const her2 =
    [...order, ...summaries].find((one) => one.her2?.status !== undefined && one.her2.status !== 'equivocal') ??
    order.find((one) => one.her2?.status !== undefined)
  const used = [...new Set([er, pr, her2])].filter((one) => one !== undefined)
  const lead = used[0]
  if (lead === undefined) return { conflicts: [] }
  const date = lead.date
  const current: Current = {
    ...(er?.er === undefined ? {} : { er: er.er.status }),
    ...(pr?.pr === undefined ? {} : { pr: pr.pr.status }),
    ...(her2?.her2?.status === undefined ? {} : { her2: her2.her2.status }),
    ...(date === undefined ? {} : { date }),
    evidence: used.flatMap((one) => one.evidence).slice(0, 12),
    reason: reasonOf(lead, metastatic),
  }
  return { current, conflicts: discordance(lead, order, metastatic) }
}

/** 1 for tissue of a metastasis, or taken once the disease was metastatic. */
const distance = (one: Receptors, since: PartialDate | undefined) =>
  one.from === 'metastasis' ||
  (one.from === undefined && since !== undefined && one.date !== undefined && firstDay(one.date) >= firstDay(since))
    ? 1
    : 0

const newest = (a: Receptors, b: Receptors) => (a.date && b.date ? compareDates(a.date, b.date) : a.date ? 1 : b.date ? -1 : 0)

function reasonOf(lead: Receptors, metastatic: boolean): string {
  const when = lead.date === undefined ? '' : ` of ${lead.date}`
  if (isSummary({ value: lead })) return 'no report of a biopsy is among the records; the newest summary counts'
  return metastatic && lead.from !== 'primary'
    ? `the newest biopsy of a metastasis${when}`
    : metastatic
      ? `no biopsy of a metastasis is among the records; the newest of the primary${when}`
      : `the newest report of the tumour${when}`
}

function discordance(lead: Receptors, order: readonly Receptors[], metastatic: boolean): Conflict[] {
  const differs = (one: Receptors) =>
    (one.er && lead.er && one.er.status !== lead.er.status) ||
    (one.pr && lead.pr && one.pr.status !== lead.pr.status) ||
    (one.her2?.status && lead.her2?.status && one.her2.status !== lead.her2.status)
  const others = order.filter((one) => one !== lead && differs(one))
  if (others.length === 0) return []
  return [
    {
      about: 'receptors today',
      chosen: `${lead.specimen}${lead.date ? ` ${lead.date}` : ''}: ${receptorWords(lead)}`,
      reason: reasonOf(lead, metastatic),
      others: others.map((one) => ({
        value: `${one.specimen}${one.date ? ` ${one.date}` : ''}: ${receptorWords(one)}`,
        evidence: one.evidence.slice(0, 4),
      })),
      evidence: lead.evidence.slice(0, 4),
    },
  ]
}
