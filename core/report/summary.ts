import type { Evidence } from '../record/evidence.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { labWords, newestLabs } from './lab-line.ts'
import { listed } from './listed.ts'
import { printed } from './sentence.ts'
import type { SourceList } from './sources.ts'

/** One line of "the facts that were used". */
export type SummaryLine = { label: string; value: string; date?: PartialDate; note?: string; flag?: 'high' | 'low'; sources: number[] }
export type SummaryGroup = { heading: string; lines: SummaryLine[] }

/** The facts about the person that the report rests on, in the order in which an oncologist asks for them. */
export function summaryOf(profile: Profile, sources: SourceList): SummaryGroup[] {
  const line = (
    label: string,
    value: string,
    item: { evidence: readonly Evidence[]; date?: PartialDate | undefined; reason?: string | undefined },
  ): SummaryLine => ({
    label,
    value,
    ...(item.date === undefined ? {} : { date: item.date }),
    ...(item.reason === undefined ? {} : { note: printed(item.reason) }),
    sources: sources.numbersOf(item.evidence),
  })
  const groups: SummaryGroup[] = [
    { heading: 'You', lines: personLines(profile, line) },
    { heading: 'Cancer', lines: cancerLines(profile, line) },
    { heading: 'Receptors and biomarkers', lines: markerLines(profile, line) },
    { heading: 'Treatments', lines: treatmentLines(profile, line) },
    { heading: 'Latest measurements', lines: measurementLines(profile, line) },
    { heading: 'Other health', lines: healthLines(profile, line) },
  ]
  return groups.filter((group) => group.lines.length > 0)
}

type Line = (
  label: string,
  value: string,
  item: { evidence: readonly Evidence[]; date?: PartialDate | undefined; reason?: string | undefined },
) => SummaryLine

/** What the records do not say is said to be unknown, for the facts every trial asks for. */
const unknown = (label: string): SummaryLine => ({ label, value: 'not in these records', sources: [] })

function personLines({ person }: Profile, line: Line): SummaryLine[] {
  const { evidence } = person
  const known = [
    person.sex === undefined ? unknown('Sex') : line('Sex', person.sex, { evidence }),
    person.birthDate === undefined ? unknown('Born') : line('Born', person.birthDate, { evidence }),
  ]
  if (person.menopausal)
    known.push(
      line('Menopausal status', { pre: 'premenopausal', peri: 'perimenopausal', post: 'postmenopausal' }[person.menopausal], { evidence }),
    )
  return known
}

function cancerLines(profile: Profile, line: Line): SummaryLine[] {
  const lines = profile.cancers.map((cancer) =>
    line(
      cancer.site === 'breast' ? 'Breast cancer' : 'Other cancer',
      listed([cancer.laterality, cancer.histology ?? cancer.site, cancer.grade && `grade ${cancer.grade}`]),
      { ...cancer, date: cancer.diagnosed },
    ),
  )
  for (const stage of profile.stages)
    lines.push(line(`Stage (${stage.kind})`, listed([stage.t, stage.n, stage.m, stage.group && `stage ${stage.group}`], ' '), stage))
  if (profile.extent) {
    const { value, deNovo } = profile.extent
    lines.push(
      line(
        'Extent today',
        listed([value.replace('-', ' '), deNovo === undefined ? undefined : deNovo ? 'from the start' : 'after earlier treatment']),
        { ...profile.extent, date: profile.extent.since },
      ),
    )
  }
  for (const metastasis of profile.metastases)
    lines.push(
      line(`Metastases: ${metastasis.site.replace('-', ' ')}`, metastasis.status.replace('-', ' '), {
        ...metastasis,
        date: metastasis.first,
      }),
    )
  if (profile.measurable) lines.push(line('Measurable on the latest scan', profile.measurable.value ? 'yes' : 'no', profile.measurable))
  return lines
}

function markerLines(profile: Profile, line: Line): SummaryLine[] {
  const lines: SummaryLine[] = []
  const current = profile.currentReceptors
  if (current)
    lines.push(
      line(
        'Receptors that count today',
        listed([current.er && `ER ${current.er}`, current.pr && `PR ${current.pr}`, current.her2 && `HER2 ${current.her2}`]),
        current,
      ),
    )
  for (const specimen of profile.receptors) {
    const { er, pr, her2, ki67 } = specimen
    const hormone = (name: string, one: typeof er) => one && `${name} ${one.status}${one.percent === undefined ? '' : ` ${one.percent}%`}`
    const her2Words =
      her2 && listed(['HER2', her2.status, her2.ihc && `IHC ${her2.ihc}`, her2.ish && `ISH ${her2.ish.replace('-', ' ')}`], ' ')
    lines.push(
      line(
        specimen.specimen,
        listed([hormone('ER', er), hormone('PR', pr), her2Words, ki67 === undefined ? undefined : `Ki-67 ${ki67}%`]),
        specimen,
      ),
    )
  }
  for (const marker of profile.biomarkers) {
    const words = SCORES.test(marker.gene) ? { positive: 'positive', negative: 'negative' } : { positive: 'found', negative: 'not found' }
    const result = marker.result && { ...words, vus: 'variant of unknown meaning' }[marker.result]
    lines.push(
      line(listed([marker.gene, marker.variant], ' '), listed([marker.value, result, marker.origin, marker.assay]) || 'tested', marker),
    )
  }
  return lines
}

/** Markers with a score or level, not a variant that is found or not. */
const SCORES = /^(?:PD-?L1|b?TMB|MSI|HRD|AR|Oncotype)\b/i

/** `2018-06-11`, `2018-09 to 2023-02`, `since 2023-03` (it goes on), `from 2023-03` (its end is not in the records), `until 2023-02`. */
export function spanWords({
  start,
  end,
  ongoing,
}: {
  start?: PartialDate | undefined
  end?: PartialDate | undefined
  ongoing?: boolean | undefined
}): string | undefined {
  if (start !== undefined && end !== undefined) return start === end ? start : `${start} to ${end}`
  if (start !== undefined) return ongoing ? `since ${start}` : `from ${start}`
  return end === undefined ? undefined : `until ${end}`
}

function treatmentLines({ treatments }: Profile, line: Line): SummaryLine[] {
  return treatments.map((treatment) => {
    const span = spanWords(treatment)
    const setting = listed([treatment.setting, treatment.line && `line ${treatment.line}`], ' ')
    return line(
      treatment.name,
      listed([setting, treatment.site, treatment.dose, span, treatment.stopped && `stopped: ${treatment.stopped}`]),
      { evidence: treatment.evidence, reason: treatment.reason },
    )
  })
}

function measurementLines(profile: Profile, line: Line): SummaryLine[] {
  const lines: SummaryLine[] = []
  const performance = profile.performance.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0]
  lines.push(performance ? line(performance.scale, String(performance.value), performance) : unknown('ECOG'))
  for (const lab of [...newestLabs(profile.labs).values()].toSorted((a, b) => a.test.localeCompare(b.test))) {
    const { name, value, flag, range } = labWords(lab, profile.person.sex)
    const told = flag === undefined ? value : `${value} (${flag}${range === undefined ? '' : `; ${range}`})`
    lines.push({ ...line(name, told, lab), ...(flag === undefined ? {} : { flag }) })
  }
  return lines
}

function healthLines(profile: Profile, line: Line): SummaryLine[] {
  return [
    ...profile.conditions.map((condition) => line(condition.name, condition.status, { ...condition, date: condition.since })),
    ...profile.medications
      .filter(({ name }) => !profile.treatments.some(({ drugs }) => drugs.includes(name)))
      .map((medication) =>
        line(medication.name, listed([medication.status, medication.dose]), { evidence: medication.evidence, date: medication.start }),
      ),
    ...profile.allergies.map((allergy) => line(`Allergy: ${allergy.name}`, allergy.reaction ?? 'reaction not stated', allergy)),
  ]
}
