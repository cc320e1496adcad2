import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

/** `limits`: the lowest score of each scale that counts as positive; one without a scale is for any. */
type Asked = { positive: boolean; limits: { scale?: string; least: number }[] }

export const hasPdL1 = defineKind<Asked>({
  name: 'has-pd-l1',
  reads: 'PD-L1 positive or negative, with the cut-off of the score (CPS, IC, TPS) where one is named.',
  source: 'profile: biomarkers; CPS ≥ 10 (22C3) or IC ≥ 1 % (SP142) is positive where the trial names no cut-off',
  triggers: /pd-?l1|ligand/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: {
        positive: !/negative|<|less than/.test(match[0]),
        limits: limitsIn(match[0]),
      },
    })),
  asks: ({ positive, limits }) => `PD-L1 ${positive ? 'of at least' : 'below'} ${[...new Set(limits.map(limitWords))].join(' or ')}`,
  judge({ positive, limits }, { profile }) {
    const tests = profile.biomarkers.filter(({ gene }) => /pd-?l1/i.test(gene))
    const latest = tests.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1)
    if (!latest) return missing('No PD-L1 result was found.', 'pd-l1', 'Was PD-L1 tested, and what was the score?')
    const score = Number(/(\d+(?:\.\d+)?)/.exec((latest.value ?? latest.variant ?? '').replace(/pd-?l1/i, ''))?.[1] ?? Number.NaN)
    const scale = scaleOf(`${latest.value ?? ''} ${latest.variant ?? ''}`)
    const own = limits.filter((one) => one.scale === undefined || scale === undefined || one.scale === scale)
    if (own.length === 0 && !Number.isNaN(score))
      return missing(
        `PD-L1 is ${latest.value ?? latest.variant ?? 'recorded'} in the records; the trial counts another score.`,
        'pd-l1',
        'Was PD-L1 tested in another way too, and what was the score?',
        latest.evidence,
      )
    const least = Math.min(...own.map((one) => one.least))
    const isPositive = Number.isNaN(score) ? latest.result === 'positive' : score >= least
    const said = `PD-L1 is ${latest.value ?? latest.variant ?? latest.result ?? 'recorded'} in the records.`
    return isPositive === positive ? yes(said, latest.evidence) : no(said, latest.evidence)
  },
})

const scaleOf = (words: string): string | undefined => {
  const name = /\b(?:cps|combined positive score|tps|tumou?r proportion score|ic|tc)\b/i.exec(words)?.[0].toLowerCase()
  return name?.startsWith('combined') ? 'cps' : name?.startsWith('tumo') ? 'tps' : name
}
/** Every "CPS ≥ 10" of the words; 10 where none is named. */
function limitsIn(words: string): Asked['limits'] {
  const plain = words.replace(/pd-?l1|22c3|sp142|28-8|sp263|ligand ?-?1/g, (name) => ' '.repeat(name.length))
  const named = [...plain.matchAll(/\b(cps|combined positive score|tps|tumou?r proportion score|ic|tc)\b[^\d]{0,20}?(\d{1,2})/g)].map(
    ([, name = '', least]) => ({ scale: scaleOf(name) ?? name, least: Number(least) }),
  )
  if (named.length > 0) return named
  const bare = /\d{1,2}/.exec(plain)?.[0]
  return [{ least: Number(bare ?? 10) }]
}
const limitWords = ({ scale, least }: Asked['limits'][number]) => (scale === undefined ? `${least}` : `${scale.toUpperCase()} ${least}`)

const PATTERN =
  /\b(?:programmed (?:cell )?death[- ]ligand ?-?1|pd-?l1)(?: ?\(pd-?l1\))?[- ]?(?:status |expression |expressing |tumou?rs? |is |must be |by |ihc |22c3 |sp142 |assay )*(?:\(?(?:(?:positive|negative)(?: expression)?|(?:cps|combined positive score|tps|tumou?r proportion score|ic|tc)(?: ?\((?:cps|tps)\))? ?(?:of |score )*(?:≥|>=|>|<|at least|less than) ?\d{1,2} ?%?)\)?)(?: ?\([^()]{0,80}\))?/g
