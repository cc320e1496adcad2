import { matchesOf } from '../../codes/matches-of.ts'
import { extentOf } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention, type Subject } from '../kind.ts'

type Range = { of: 't' | 'n' | 'm'; least: number; most: number; words: string }

export const hasTnmCategory = defineKind<Range>({
  name: 'has-tnm-category',
  reads: 'Categories of the TNM staging: "T2-4", "N1 or higher", "cT4", "N0", "M1", "node-positive", "any T".',
  source: 'profile: stages as clinicians documented them, extent; categories are never computed',
  triggers: /(?:\b[cyp]{0,2}|\d)[tnm][0-4]|node|nodal|lymph/,
  find({ text }) {
    const found: Mention<Range>[] = []
    for (const match of matchesOf(text, CATEGORY)) {
      const letter = match[1]
      const numbers = [...match[0].matchAll(/[0-4](?=[a-d]?\b|[a-d]?[tnm]\d| ?mi\b|$)/g)].map(([digit]) => Number(digit))
      if ((letter !== 't' && letter !== 'n' && letter !== 'm') || numbers.length === 0) continue
      // Isolated cells, "N0(i+)", are neither free nodes nor affected ones.
      if (/^ ?\((?:i|mol) ?\+\)/.test(text.slice(match.index + match[0].length))) continue
      // "Isolated tumour cells will be considered N0": how it is counted.
      if (
        /\b(?:considered|classified|counted|regarded|staged|deemed|designated)(?: (?:as|to be))?\s*$/.test(
          text.slice(Math.max(0, match.index - 24), match.index),
        )
      )
        continue
      // "T1" without company is the sequence of an MRI as often as the size of a tumour.
      if (/mri|weighted|contrast|sequence/.test(text.slice(match.index, match.index + match[0].length + 30))) continue
      if (!isOfStaging(text, match.index, match.index + match[0].length, letter)) continue
      const isOpen = /[≥>]|or (?:higher|more|greater|above)|\+$/.test(match[0])
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        params: {
          of: letter,
          least: Math.min(...numbers),
          most: isOpen ? 4 : Math.max(...numbers),
          words: match[0].trim().replace(/[tnm](?=\d)/g, (one) => one.toUpperCase()),
        },
      })
    }
    for (const match of matchesOf(text, NODES)) {
      const isNegative = /neg|without|uninvolved/.test(match[0])
      const params: Range = { of: 'n', least: isNegative ? 0 : 1, most: isNegative ? 0 : 3, words: match[0].trim() }
      found.push({ start: match.index, end: match.index + match[0].length, params })
    }
    return found
  },
  asks: ({ words }) => words,
  judge(asked, { profile }) {
    if (asked.of === 'm') {
      const { value, evidence } = extentOf(profile)
      if (value === undefined)
        return missing('The records do not say how far the cancer has spread.', 'extent', 'Has the cancer spread, and where?')
      const number = value === 'metastatic' ? 1 : 0
      const said = number === 1 ? 'The records show metastatic breast cancer (M1).' : 'The records show no spread to distant places (M0).'
      return number >= asked.least && number <= asked.most ? yes(said, evidence) : no(said, evidence)
    }
    return judgeCategory(asked, asked.of, profile)
  },
})

/** As staged at any time: the categories at diagnosis and at surgery may differ, and one within the range is enough. */
function judgeCategory({ least, most }: Range, of: 't' | 'n', profile: Subject['profile']): Finding {
  const staged = profile.stages.flatMap((stage) => {
    const digit = /[0-4]/.exec(stage[of] ?? '')?.[0]
    return digit === undefined ? [] : [{ stage, number: Number(digit) }]
  })
  if (staged.length === 0)
    return missing(
      `The records do not give the ${of === 't' ? 'size category (T)' : 'node category (N)'}.`,
      `tnm-${of}`,
      'Which TNM stage did your doctor give?',
      profile.stages.flatMap(({ evidence }) => evidence),
    )
  const said = `The records give ${[...new Set(staged.map(({ stage }) => stage[of]))].join(', ')}.`
  const evidence = staged.flatMap(({ stage }) => stage.evidence)
  return staged.some(({ number }) => number >= least && number <= most) ? yes(said, evidence) : no(said, evidence)
}

/** "Cohort M2", "kg/m2" and "free T4" are no stages: a category stands beside another one or beside words of staging. */
function isOfStaging(text: string, start: number, end: number, letter: 't' | 'n' | 'm'): boolean {
  if (/(?:\b(?:cohorts?|parts?|arms?|groups?|free|total|serum|kg|age)|[/^]) ?$/.test(text.slice(Math.max(0, start - 12), start)))
    return false
  if (letter === 'm' && /[mM][2-4]/.test(text.slice(start, end))) return false
  if (letter === 'n') return true
  const around = `${text.slice(Math.max(0, start - 90), start)} | ${text.slice(end, end + 60)}`
  return (
    /^[yc]?[pc][tnm]|stage|clinical/.test(text.slice(start, end)) ||
    COMPANY.test(around) ||
    /\d[tnm]$/.test(text.slice(start - 1, start + 1))
  )
}
const COMPANY =
  /(?<![a-z])(?:y?[cp]?[tnm][0-4x]|any [tn]\b|tnm|stag\w+|ajcc|categor\w+|tumou?rs?|cancers?|carcinoma|disease|nod(?:e|al)s?|metasta\w+|clinical\w*|patholog\w+|residual|her2|tnbc|triple|breast|uicc|inflammatory)/

const CATEGORY =
  /(?:[≥>]=? ?)?(?:\b(?:clinical(?:ly)? |pathologic(?:al)?(?:ly)? |stage )?y?[cp]?|(?<=\d[a-d]?))([tnm])[0-4](?:[a-d](?![a-z])| ?mi\b)?(?=\b|[tnm]\d)(?: ?(?:-|to|\/|or|and|through|,) ?(?:y?[cp]?\1)?[0-4](?:[a-d](?![a-z]))?(?=\b|[tnm]\d))*(?: or (?:higher|more|greater|above))?\+?/g
const NODES =
  /\b(?:axillary |lymph |clinically |pathologically |regional )*nod(?:e|al)[- ](?:positive|negative|involvement)(?: (?:disease|breast cancer))?|\b(?:positive|negative|involved|uninvolved) (?:axillary |regional )*(?:lymph )?nodes?\b/g
