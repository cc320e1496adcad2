import { dayWords } from '../match/findings.ts'
import type { Evidence } from '../record/evidence.ts'
import { ageInYears } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { labWords, newestLabs } from './lab-line.ts'
import { listed } from './listed.ts'
import type { SourceList } from './sources.ts'
import { spanWords } from './summary.ts'

/** The person on one page, for an oncologist who has ten minutes: each line says one thing, or that the records do not. */
export type BriefLine = { label: string; value: string; sources: number[]; missing?: true }

export function briefOf(profile: Profile, sources: SourceList): BriefLine[] {
  const line = (label: string, value: string | undefined, evidence: readonly Evidence[] = []): BriefLine =>
    value === undefined || value === ''
      ? { label, value: 'not in these records', sources: [], missing: true }
      : { label, value, sources: sources.numbersOf(evidence) }
  const { person, extent, currentReceptors } = profile
  const breast = profile.cancers.find(({ site }) => site === 'breast')
  const others = profile.cancers.filter((one) => one !== breast)
  const spread = profile.metastases.filter(({ status }) => status !== 'ruled-out')
  const performance = profile.performance.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0]
  const illnesses = profile.conditions.toSorted((a, b) => Number(b.status === 'active') - Number(a.status === 'active'))
  const noAllergy = profile.absences.find(({ name }) => /allerg/i.test(name))
  return [
    line('Person', personWords(profile), person.evidence),
    line('Diagnosis', breast && diagnosisWords(breast), breast?.evidence),
    ...(others.length > 0
      ? [
          line(
            'Other cancers',
            others.map(diagnosisWords).join('; '),
            others.flatMap(({ evidence }) => evidence.slice(0, 1)),
          ),
        ]
      : []),
    line(
      'Stage when found',
      profile.stages.map(stageWords).join('; '),
      profile.stages.flatMap(({ evidence }) => evidence.slice(0, 1)),
    ),
    line('Extent today', extentWords(profile), [
      ...(extent?.evidence.slice(0, 2) ?? []),
      ...spread.flatMap(({ evidence }) => evidence.slice(0, 1)),
    ]),
    line('Receptors today', receptorWords(profile), currentReceptors?.evidence),
    ...markerLines(profile, line),
    ...treatmentLines(profile, line),
    line(
      performance?.scale ?? 'ECOG',
      performance && `${performance.value}${performance.date ? ` (${dayWords(performance.date)})` : ''}`,
      performance?.evidence,
    ),
    organLine(profile, line),
    line(
      'Other illnesses',
      illnesses.map(illnessWords).join(', '),
      illnesses.flatMap(({ evidence }) => evidence.slice(0, 1)),
    ),
    line(
      'Allergies',
      profile.allergies.map(({ name }) => name).join(', ') || (noAllergy && 'none known'),
      profile.allergies.length > 0 ? profile.allergies.flatMap(({ evidence }) => evidence.slice(0, 1)) : noAllergy?.evidence,
    ),
  ]
}

/** What is over counts too: a lung that was inflamed once keeps people out of many trials. */
function illnessWords({ name, grade, status, since }: Profile['conditions'][number]): string {
  const over = status === 'active' ? undefined : listed(['over', since && `from ${dayWords(since)}`], ', ')
  return listed([name, grade !== undefined && `grade ${grade}`, over && `(${over})`], ' ')
}

type Line = (label: string, value: string | undefined, evidence?: readonly Evidence[]) => BriefLine

function personWords({ person, asOf }: Profile): string {
  const years = person.birthDate && ageInYears(person.birthDate, asOf)
  const age = years && (years.least === years.most ? `${years.least} years` : `${years.least} or ${years.most} years`)
  const sex = person.sex && { female: 'woman', male: 'man' }[person.sex]
  const menopause = person.menopausal && { pre: 'premenopausal', peri: 'perimenopausal', post: 'postmenopausal' }[person.menopausal]
  return capital(listed([sex ?? 'sex not in these records', age ?? 'age not in these records', menopause]))
}

const diagnosisWords = ({ site, laterality, histology, grade, diagnosed }: Profile['cancers'][number]) =>
  `${capital(listed([site === 'breast' ? listed([laterality, 'breast'], ' ') : site, histology, grade && `grade ${grade}`]))}${diagnosed ? `; found ${dayWords(diagnosed)}` : ''}`

const stageWords = ({ kind, t, n, m, group, date }: Profile['stages'][number]) =>
  `${kind}: ${listed([t, n, m, group && `stage ${group}`], ' ')}${date ? ` (${dayWords(date)})` : ''}`

function extentWords({ extent, metastases, measurable }: Profile): string | undefined {
  if (extent === undefined && metastases.length === 0) return undefined
  const named = (status: (one: string) => boolean) =>
    [...new Set(metastases.filter((one) => status(one.status)).map(({ site }) => site.replace('-', ' ')))].join(', ')
  const said = extent && `${extent.value.replace('-', ' ')}${extent.since ? ` since ${dayWords(extent.since)}` : ''}`
  const found = extent?.deNovo === undefined ? undefined : extent.deNovo ? 'from the start' : 'after earlier treatment'
  const shown = named((status) => status !== 'ruled-out' && status !== 'suspected')
  const suspected = named((status) => status === 'suspected')
  const not = named((status) => status === 'ruled-out')
  return capital(
    listed(
      [
        listed([said, found]),
        shown && `sites: ${shown}`,
        suspected && `suspected: ${suspected}`,
        not && `not in: ${not}`,
        measurable && (measurable.value ? 'measurable on the latest scan' : 'not measurable on the latest scan'),
      ],
      '; ',
    ),
  )
}

function receptorWords({ currentReceptors: current, receptors }: Profile): string | undefined {
  if (current === undefined) return undefined
  const specimen = receptors.find(({ date }) => date !== undefined && date === current.date)
  const percent = (value: number | undefined) => (value === undefined ? '' : ` ${value}%`)
  return listed(
    [
      listed([
        current.er && `ER ${current.er.replace('-', ' ')}${percent(specimen?.er?.percent)}`,
        current.pr && `PR ${current.pr.replace('-', ' ')}${percent(specimen?.pr?.percent)}`,
        current.her2 && `HER2 ${current.her2}${specimen?.her2?.ihc ? ` (IHC ${specimen.her2.ihc})` : ''}`,
        specimen?.ki67 === undefined ? undefined : `Ki-67 ${specimen.ki67}%`,
      ]),
      listed([specimen?.specimen, current.date && dayWords(current.date)]),
    ],
    '; ',
  )
}

/** The newest result of each gene: what was found, what was looked for and not found, and scores. */
function markerLines({ biomarkers }: Profile, line: Line): BriefLine[] {
  const newest = new Map<string, Profile['biomarkers'][number]>()
  for (const one of biomarkers.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')))
    newest.set(`${one.gene} ${one.result === 'positive' ? (one.variant ?? '') : ''} ${one.origin ?? ''}`, one)
  const all = [...newest.values()]
  const latest = (gene: string) => all.filter((one) => one.gene === gene).toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  const found = all.filter((one) => one.result === 'positive' && one.value === undefined)
  const scores = all.filter((one) => one.value !== undefined)
  const unsure = all.filter((one) => one.result === 'vus')
  const not = all.filter(
    (one) => one.result === 'negative' && one.value === undefined && latest(one.gene).every(({ result }) => result === 'negative'),
  )
  const words = (items: typeof all) =>
    [...Map.groupBy(items, ({ date }) => date)]
      .map(([date, same]) => {
        const names = same.map(({ gene, variant, value, origin }) =>
          listed([gene, variant, value, origin === 'germline' && '(inherited)'], ' '),
        )
        return `${[...new Set(names)].join(', ')}${date ? ` (${dayWords(date)})` : ''}`
      })
      .join('; ')
  const first = (items: typeof all) => items.flatMap(({ evidence }) => evidence.slice(0, 1))
  return [
    line('Gene changes found', words(found), first(found)),
    ...(scores.length > 0 ? [line('Scores', words(scores), first(scores))] : []),
    ...(not.length > 0 ? [line('Tested, not found', [...new Set(not.map(({ gene }) => gene))].join(', '), first(not))] : []),
    ...(unsure.length > 0 ? [line('Of unknown meaning', words(unsure), first(unsure))] : []),
  ]
}

function treatmentLines({ treatments }: Profile, line: Line): BriefLine[] {
  const drugs = treatments.filter(({ type }) => type === 'systemic')
  const now = drugs.filter(({ ongoing, end }) => ongoing === true && end === undefined)
  const ended = drugs.filter((one) => !now.includes(one)).toSorted((a, b) => (a.end ?? a.start ?? '').localeCompare(b.end ?? b.start ?? ''))
  const last = ended.at(-1)
  const lines = drugs.filter(({ line: number }) => number !== undefined).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const early = drugs.filter(({ setting }) => setting === 'adjuvant' || setting === 'neoadjuvant')
  const rest = drugs.filter((one) => !lines.includes(one) && !early.includes(one))
  const local = treatments.filter(({ type }) => type !== 'systemic')
  const words = (one: Profile['treatments'][number]) => {
    const span = spanWords(one)
    return `${one.name}${span || one.stopped ? ` (${listed([span, one.stopped && (one.type === 'systemic' || one.stopped !== 'completed') && STOPPED[one.stopped]])})` : ''}`
  }
  const withLine = (one: Profile['treatments'][number]) => `${one.line === undefined ? '' : `line ${one.line}: `}${words(one)}`
  const first = (items: typeof drugs) => items.flatMap(({ evidence }) => evidence.slice(0, 1))
  const highest = Math.max(0, ...lines.map(({ line: number = 0 }) => number))
  return [
    line('Cancer drug now', now.length > 0 ? now.map(withLine).join('; ') : 'none that the records show as going on', first(now)),
    line(
      'Last drug that ended',
      last && `${withLine(last)}${last.stopped ? '' : '; why it ended is not in these records'}`,
      last?.evidence.slice(0, 2),
    ),
    line(
      `Lines for metastatic disease${highest > 0 ? ` (${highest})` : ''}`,
      lines.map((one) => `${one.line}. ${words(one)}`).join('; '),
      first(lines),
    ),
    ...(early.length > 0 ? [line('Drugs for early disease', early.map(words).join('; '), first(early))] : []),
    ...(rest.length > 0 ? [line('Other cancer drugs', rest.map(words).join('; '), first(rest))] : []),
    ...(local.length > 0 ? [line('Surgery and radiation', local.map(words).join('; '), first(local))] : []),
  ]
}
const STOPPED = {
  progression: 'stopped: the cancer grew',
  toxicity: 'stopped: side effects',
  completed: 'completed',
  choice: 'stopped: by choice',
}

const ORGANS = [
  'ANC',
  'platelets',
  'hemoglobin',
  'creatinine',
  'creatinine-clearance',
  'eGFR',
  'bilirubin',
  'AST',
  'ALT',
  'ALP',
  'albumin',
  'INR',
  'LVEF',
  'QTcF',
]

/** Blood counts, kidney, liver, heart: the newest values, those out of range marked, with one day where all are of one day. */
function organLine({ labs, person }: Profile, line: Line): BriefLine {
  const newest = newestLabs(labs)
  const shown = ORGANS.flatMap((name) => newest.get(name) ?? [])
  const counts = Map.groupBy(shown, ({ date }) => date ?? '')
  const [main] = [...counts].toSorted((a, b) => b[1].length - a[1].length)[0]?.[1] ?? []
  const values = shown.map((lab) => {
    const { name, value, flag } = labWords(lab, person.sex)
    const day = lab.date === main?.date ? '' : ` (${lab.date ? dayWords(lab.date) : 'no date'})`
    return `${name.replace(/^(.*) \((ANC|LVEF|QTcF|eGFR)\)$/, '$2').replace(/ \([^)]*\)$/, '')} ${value}${flag ? ` ${flag.toUpperCase()}` : ''}${day}`
  })
  const day = main?.date ? `${dayWords(main.date)}: ` : ''
  return line(
    'Organ function',
    values.length === 0 ? undefined : `${day}${values.join(', ')}`,
    shown.flatMap(({ evidence }) => evidence.slice(0, 1)),
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
