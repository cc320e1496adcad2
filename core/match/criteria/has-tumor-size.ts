import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

type Asked = { op: '>=' | '>' | '<=' | '<'; mm: number; upTo?: number }

export const hasTumorSize = defineKind<Asked>({
  name: 'has-tumor-size',
  reads: 'The size of the tumour in the breast, in centimetres or millimetres: "primary tumor ≥ 2 cm".',
  source: 'profile: sizes of the invasive part as pathology, imaging or examination gave them',
  triggers: /\d ?(?:cm|mm|centimet|millimet)/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).flatMap((match) => {
      const { sign = '', value, upTo, unit = 'cm' } = match.groups ?? {}
      if (OF_ANOTHER.test(text.slice(Math.max(0, match.index - 30), match.index))) return []
      const scale = unit.startsWith('c') ? 10 : 1
      const [mm, most] = [Number(value) * scale, upTo === undefined ? undefined : Number(upTo) * scale]
      if (!Number.isFinite(mm) || (sign === '' && most === undefined)) return []
      const params: Asked = { op: most === undefined ? opOf(sign) : '>=', mm, ...(most === undefined ? {} : { upTo: most }) }
      return [{ start: match.index, end: match.index + match[0].length, params }]
    }),
  asks: ({ op, mm, upTo }) =>
    upTo === undefined
      ? `a tumor ${{ '>=': 'of at least', '>': 'larger than', '<=': 'of at most', '<': 'smaller than' }[op]} ${cm(mm)}`
      : `a tumor of ${cm(mm)} to ${cm(upTo)}`,
  judge({ op, mm, upTo }, { profile }) {
    const sizes = profile.tumorSizes.filter(({ of }) => of === undefined || of === 'invasive' || of === 'unspecified')
    const evidence = sizes.flatMap((size) => size.evidence)
    const question = 'How large was the tumor in the breast when it was found?'
    if (sizes.length === 0) return missing('The records give no size of the tumor in the breast.', 'tumor-size', question)
    const said = `The records give ${sizes.map((size) => `${cm(size.mm)} (${size.how})`).join(', ')}.`
    const kept = sizes.map((size) => keeps(size.mm, op, mm) && (upTo === undefined || size.mm <= upTo))
    if (kept.every(Boolean)) return yes(said, evidence)
    if (!kept.some(Boolean)) return no(said, evidence)
    return missing(`${said} Which of them counts is not settled.`, 'tumor-size', question, evidence)
  },
})

const cm = (mm: number): string => `${Number((mm / 10).toFixed(1))} cm`
const keeps = (size: number, op: Asked['op'], mm: number): boolean =>
  op === '>=' ? size >= mm : op === '>' ? size > mm : op === '<=' ? size <= mm : size < mm

function opOf(sign: string): Asked['op'] {
  if (/≤|<=|=<|less than or|at most|up to|no (?:more|larger|greater)|not (?:more|larger|greater)|< ?or/.test(sign)) return '<='
  if (/<|less|smaller|below|under/.test(sign)) return '<'
  return /≥|>=|=>|at least|or equal|> ?or|minimum/.test(sign) ? '>=' : '>'
}

const SIGN = String.raw`≥|>=|=>|> ?or ?=|> ?or equal to|>|at least|greater than or equal to|greater than|larger than|more than|minimum of|≤|<=|=<|< ?or ?=|less than or equal to|at most|up to|no (?:more|larger|greater) than|not (?:more|larger|greater) than|<|less than|smaller than|below|under`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:primary|breast|invasive|index|target|residual|clinical|pathologic(?:al)?|largest|palpable|measurable|the|a|an|unifocal|single|size of the) )*(?:breast |invasive )?(?:tumou?rs?|cancers?|carcinomas?)(?: \((?:t|pt|ct)\))?(?:[ ,:(-](?:size|sizes|diameter|dimension|measuring|measures|measured|must|be|is|of|with|a|the|has|have|to|in|greatest|largest|longest|maximum|that|which|are|clinical|radiographic|by|imaging|ultrasound|mri|mammogra\w+|or|at|baseline|diagnosis|invasive|component))*[ ,:(]*(?<sign>${SIGN})? ?(?<value>\d{1,3}(?:\.\d{1,2})?)(?: ?(?:cm|mm)? ?(?:-|to|and) ?(?<upTo>\d{1,3}(?:\.\d{1,2})?))? ?(?<unit>cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?)\b\)?(?: (?:in|on|by|at|as|of)(?: (?:its|the|any|one|longest|largest|greatest|maximum|maximal|single|diameter|dimension|size|imaging|mri|ultrasound|mammography|clinical|exam(?:ination)?|measured|pathology|diameter|or|and|by|at|diagnosis|baseline|least))+)?`,
  'g',
)
/** Sizes of metastases and nodes, of what can be measured. */
const OF_ANOTHER = /(?:brain|cns|node|nodal|metasta\w*|lesions?|intracranial|satellite|liver|bone|lung) (?:or |and |of |the )*$/
