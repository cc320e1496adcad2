import type { Fact, FactKind, FactValue } from '../record/fact.ts'
import { aDocument } from './prose/a-reading.ts'
import { understand } from './understand.ts'

type Shown = { [K in FactKind]?: (value: FactValue<K>, certainty: Fact['certainty']) => string }

/** How a table writes a fact: its values in one line, those that are not said left out. */
const SHOWN: Shown = {
  treatment: (one, certainty) =>
    [
      one.type === 'systemic' ? one.drugs.join('+') : `${one.type}:${one.site ?? one.name}`,
      one.start ?? '',
      one.end ?? '',
      one.stopped ?? '',
      one.ongoing ? 'ongoing' : '',
      one.line === undefined ? '' : `L${one.line}`,
      one.setting ?? '',
      one.type === 'radiation' ? (one.dose ?? '') : '',
      certainty === 'planned' ? 'planned' : '',
    ].join('|'),
  lab: ({ test, comparator = '', value, date = '' }) => `${test} ${comparator}${value} ${date}`.trim(),
  metastasis: ({ site, status }) => `${site} ${status}`,
  performance: ({ scale, value }) => `${scale} ${value}`,
  biomarker: ({ gene, variant, value, origin, result }) => said(gene, variant, value, origin, result),
  stage: ({ kind, t, n, m, group }) => said(kind, t, n, m, group),
  receptors: ({ er, pr, her2, ki67 }) =>
    [
      er && hormone('ER', er),
      pr && hormone('PR', pr),
      her2 && said('HER2', her2.status, her2.ihc, her2.ish, her2.ratio),
      ki67 === undefined ? undefined : `Ki ${ki67}`,
    ]
      .filter((one) => one !== undefined)
      .join(', '),
  'tumor-size': ({ mm, how, of }) => said(mm, how, of),
  condition: ({ name, status }) => `${name} ${status}`,
  medication: ({ name, status, dose }) => said(name, status, dose),
  allergy: ({ name }) => name,
}

const said = (...parts: (string | number | undefined)[]) => parts.filter((part) => part !== undefined).join(' ')
const hormone = (name: string, { status, percent, allred }: NonNullable<FactValue<'receptors'>['er']>) =>
  said(name, status, percent === undefined ? undefined : `${percent}%`, allred === undefined ? undefined : `A${allred}`)

/** All facts of one kind that a text gives, as the tables write them. */
export function saidIn(kind: FactKind, text: string): string[] {
  const show = SHOWN[kind] as ((value: unknown, certainty: Fact['certainty']) => string) | undefined
  if (show === undefined) throw new RangeError(`no way to write ${kind}`)
  return understand(aDocument(text))
    .filter((fact) => fact.kind === kind && (fact.certainty !== 'ruled-out' || kind === 'metastasis'))
    .map((fact) => show(fact.value, fact.certainty))
}

/**
 * What a table wants and the facts do not give. `a~b` is one fact that holds both; `!a` is in no fact; `-` is no fact at all.
 */
export function missingFrom(found: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((one) => {
    if (one === '-') return found.length > 0
    if (one.startsWith('!')) return found.some((fact) => fact.includes(one.slice(1)))
    return !found.some((fact) => one.split('~').every((part) => fact.includes(part)))
  })
}
