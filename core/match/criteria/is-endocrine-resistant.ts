import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween, type PartialDate } from '../../record/partial-date.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { type Given, givenTreatments, givenWords, knowsTreatments } from '../treatment-history.ts'

const SORTS = ['primary', 'secondary', 'any'] as const
type Sort = (typeof SORTS)[number]

/** Two years and six months, in days. */
const EARLY_ADJUVANT = 731
const EARLY_METASTATIC = 183
const SOON_AFTER = 366

export const isEndocrineResistant = defineKind<{ sort: Sort }>({
  name: 'is-endocrine-resistant',
  reads: 'Primary, secondary (acquired) or any endocrine resistance, where no definition of its own is given.',
  source:
    'ESO–ESMO ABC consensus: primary is relapse in the first 2 years of adjuvant or progression in the first 6 months of first-line endocrine treatment; later, or within a year after adjuvant, is secondary',
  triggers: /resistan/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: {
        sort: /primary/.test(match[0])
          ? /secondary|acquired/.test(match[0])
            ? ('any' as const)
            : ('primary' as const)
          : /secondary|acquired/.test(match[0])
            ? ('secondary' as const)
            : ('any' as const),
      },
    })),
  judge({ sort }, { profile }) {
    if (!knowsTreatments(profile))
      return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, and why did each end?')
    const endocrine = givenTreatments(profile).filter(({ drugs }) =>
      drugs.some(({ family, classes }) => family === 'endocrine' && !classes.includes('ovarian suppression')),
    )
    if (endocrine.length === 0)
      return no(
        'Endocrine therapy is not among the treatments in the records.',
        givenTreatments(profile)
          .flatMap(({ evidence }) => evidence)
          .slice(0, 6),
      )
    const since = profile.extent?.value === 'metastatic' && profile.extent.deNovo !== true ? profile.extent.since : undefined
    const judged = endocrine.map((one) => ({ one, is: resistanceOn(one, since) }))
    const hits = judged.filter(({ is }) => is !== undefined && is !== 'unclear' && (sort === 'any' || is === sort))
    const said = (list: typeof judged) => list.map(({ one }) => givenWords(one)).join('; ')
    if (hits.length > 0)
      return yes(
        `The cancer grew or came back on ${said(hits)}.`,
        hits.flatMap(({ one }) => one.evidence),
      )
    const unclear = judged.filter(({ is }) => is === 'unclear')
    const evidence = endocrine.flatMap((one) => one.evidence)
    if (unclear.length > 0)
      return missing(
        `When ${said(unclear)} began and ended was not found.`,
        'treatment-dates',
        'When did each treatment start and end?',
        evidence,
      )
    return no(`${said(judged)}: the records show no ${sort === 'any' ? '' : `${sort} `}resistance to it.`, evidence)
  },
})

/** What a course of endocrine treatment shows; undefined when it shows no resistance. */
function resistanceOn(given: Given, metastaticSince: PartialDate | undefined): 'primary' | 'secondary' | 'unclear' | undefined {
  const { setting, start, end, stopped } = given
  if (setting === 'metastatic') {
    if (stopped !== 'progression') return undefined
    if (!start || !end) return 'unclear'
    return daysBetween(start, end).most < EARLY_METASTATIC && given.line === 1 ? 'primary' : 'secondary'
  }
  if (metastaticSince === undefined) return undefined
  if (!start) return 'unclear'
  const until = stopped === 'progression' || end === undefined ? metastaticSince : end
  if (daysBetween(until, metastaticSince).least > SOON_AFTER) return undefined
  return daysBetween(start, metastaticSince).most < EARLY_ADJUVANT ? 'primary' : 'secondary'
}

const PATTERN =
  /\b(?:(?:primary|secondary|acquired|documented|confirmed|or|and|and\/or|\(acquired\)) )*(?:endocrine|hormon(?:e|al)|anti-?estrogen)(?: therapy| treatment)?[- ]resistan(?:ce|t)(?: (?:disease|breast cancer|tumou?rs?))?|\b(?:(?:primary|secondary|acquired|or|and) )*resistan(?:ce|t) to (?:prior |adjuvant |previous )*(?:endocrine|hormon(?:e|al)|anti-?estrogen)(?: therap(?:y|ies)| treatment)?/g
