import { BREAST_HISTOLOGIES } from '../../codes/histologies.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import type { Reading } from '../prose/reading.ts'
import type { FoundCancer } from './cancer.ts'
import { type Grade, gradesIn, overallGrade } from './grade.ts'
import { gradesOfOperation, gradesRevised } from './grade-of-operation.ts'
import { pathologySizes } from './pathology-sizes.ts'
import { quotedAt } from './receptors-quoted.ts'
import { reportParts, reportRegions } from './report-parts.ts'
import { specimensOf } from './specimens.ts'

/** The breast cancers of a pathology report, one a side, the one with the largest tumour first. */
export function cancersInReport(text: string, reading: Reading): FoundCancer[] {
  const part = reportParts(text)
  const region = reportRegions(text)
  const metastatic = METASTASIS_ONLY.test(text) && !FROM_BREAST.test(text.slice(0, 6000))
  if (metastatic) return []
  const bySide = new Map<'left' | 'right' | 'unsaid', Mention[]>()
  const mentions: Mention[] = []
  const perhaps: Mention[] = []
  for (const [rank, histology] of BREAST_HISTOLOGIES.entries())
    for (const [at, end] of placesOf(text, histology.words)) {
      if (
        part(at) !== 'diagnosis' ||
        (DENIED.test(text.slice(Math.max(0, at - 50), at)) && !(histology.invasive && SMALL.test(text.slice(Math.max(0, at - 50), at)))) ||
        DENIED_AFTER.test(text.slice(end, end + 30))
      )
        continue
      const { side, specimen } = region(at)
      const mention: Mention = { at, end, rank, side: side ?? 'unsaid' }
      if (specimen?.from === 'regional' || specimen?.from === 'metastasis') {
        if (specimen.from === 'regional' && !METASTATIC.test(text.slice(Math.max(0, at - 60), at + 60))) perhaps.push(mention)
        continue
      }
      mentions.push(mention)
    }
  if (!mentions.some(({ rank }) => BREAST_HISTOLOGIES[rank]?.invasive)) mentions.push(...invasiveInShort(text, part, region))
  // a list of what was taken may end with the nodes: what follows is of the breast
  if (mentions.length === 0 && FROM_BREAST.test(text)) mentions.push(...perhaps.filter(({ rank }) => BREAST_HISTOLOGIES[rank]?.invasive))
  if (mentions.length === 0) return withoutHistology(text, reading)
  const sides = new Set(mentions.map(({ side }) => side).filter((side) => side !== 'unsaid'))
  const only = sides.size === 1 ? [...sides][0] : sides.size === 0 ? sideAnywhere(text) : undefined
  for (const mention of mentions) {
    const side = mention.side === 'unsaid' ? (only ?? 'unsaid') : mention.side
    bySide.set(side, [...(bySide.get(side) ?? []), mention])
  }
  if (sides.size > 0) bySide.delete('unsaid')
  const all = gradesIn(text).filter(({ start }) => part(start) === 'diagnosis' || part(start) === 'gross')
  // a summary may follow the part with the nodes: their grade is nobody's
  const primary = all.filter(({ start }) => region(start).specimen?.from !== 'regional')
  const grades = ownGrades(text, primary.length > 0 ? primary : all)
  const sizes = pathologySizes(text)
  const found = [...bySide].map(([side, said]) => {
    const invasive = said.filter(({ rank }) => BREAST_HISTOLOGIES[rank]?.invasive)
    const chosen = best(invasive.length > 0 ? invasive : said)
    const histology = BREAST_HISTOLOGIES[chosen.rank]
    const grade =
      invasive.length > 0 ? overallGrade(grades.filter(({ start }) => bySide.size === 1 || region(start).side === side)) : undefined
    const mm = Math.max(
      0,
      ...sizes
        .filter(({ value, start }) => value.of === 'invasive' && (bySide.size === 1 || region(start).side === side))
        .map(({ value }) => value.mm),
    )
    const places: (readonly [number, number])[] = [[chosen.at, chosen.end]]
    if (grade) places.push([grade.start, grade.end])
    return {
      mm,
      invasive: invasive.length > 0,
      cancer: {
        value: {
          site: 'breast',
          ...(side === 'unsaid' ? {} : { laterality: side }),
          ...(histology ? { histology: histology.name } : {}),
          ...(grade ? { grade: grade.grade } : {}),
          ...(reading.said && isFirstTissue(text) ? { diagnosed: reading.said } : {}),
        },
        places,
        certain: true,
      } satisfies FoundCancer,
    }
  })
  return found.sort((a, b) => Number(b.invasive) - Number(a.invasive) || b.mm - a.mm).map(({ cancer }) => cancer)
}

/** Where words stand in a text; a gap of the layout is one space, unless a heading or a bar stands in it. */
function placesOf(text: string, words: RegExp): (readonly [number, number])[] {
  const tight = /[a-z] {3,}carcinoma/.test(text) ? text.replace(TORN_NAME, (whole) => whole.replace(/ +/, ' ').padEnd(whole.length)) : text
  return [...tight.matchAll(new RegExp(words.source, 'gi'))].map((match) => [match.index, match.index + match[0].length])
}
const TORN_NAME = /\b[a-z]+ {3,60}carcinoma\b/gi

/** Whether this is likely the tissue that first showed the cancer: a biopsy, or an operation that tells of no biopsy and no treatment before. */
function isFirstTissue(text: string): boolean {
  if (/\brecurr\w+|\b(?:history|hx|h\/o|known|prior|previous)(?: of)?(?: \w+){0,3} breast (?:ca\b|cancer|carcinoma|primary)/i.test(text))
    return false
  if (
    /\b(?:core|needle) (?:needle )?biops|\bcore bx|\bfna\b|fine needle|trucut|incisional biops/i.test(text.slice(0, 2500)) &&
    !/\b(?:mastectomy|lumpectomy)\b/i.test(text)
  )
    return true
  return !/\b(?:previous|prior|recent|known|core|needle)\W+(?:\w+\W+){0,2}biops|\bper core\b|biopsy (?:site|cavity|clip|proven)|neoadjuvant|\byp[TN]|residual|re-?excision|s\/p|status post/i.test(
    text,
  )
}

/** A grade given to a tumour of the breast whose histology could not be read. */
function withoutHistology(text: string, reading: Reading): FoundCancer[] {
  const grade = overallGrade(ownGrades(text, gradesIn(text)))
  if (
    !grade ||
    !/\b(?:C50|HER-?2|nottingham|elston|bloom|breast|mamm?[ae]\w*|mastectomy|sein|seno|brust\w*|borst\w*)\b/i.test(text) ||
    !/[ck]ar[cz]ino+m|cancer|tumou?r|\b(?:ca|NST|IDC|ILC|invasive|85\d\d\/3)\b/i.test(text)
  )
    return []
  if (specimensOf(text).some(({ from }) => from === 'metastasis')) return []
  const side = sideAnywhere(text)
  return [
    {
      value: {
        site: 'breast',
        grade: grade.grade,
        ...(side ? { laterality: side } : {}),
        ...(reading.said && isFirstTissue(text) ? { diagnosed: reading.said } : {}),
      },
      places: [[grade.start, grade.end]],
      certain: true,
    },
  ]
}

/** "inv. ductal ca", "infiltrating tumour": an invasive cancer whose histology stands in no full name. */
function invasiveInShort(text: string, part: ReturnType<typeof reportParts>, region: ReturnType<typeof reportRegions>): Mention[] {
  const general = BREAST_HISTOLOGIES.findIndex(({ name }) => name === 'invasive carcinoma')
  return matchesOf(text, IN_SHORT).flatMap((match): Mention[] => {
    const [at, end] = [match.index, match.index + match[0].length]
    const { side, specimen } = region(at)
    if (part(at) !== 'diagnosis' || specimen?.from === 'regional' || specimen?.from === 'metastasis') return []
    if (/\b(?:no|not|without|negative|absence|free|rule out|micro)\b[^.;\n]{0,40}$/i.test(text.slice(Math.max(0, at - 50), at))) return []
    if (DENIED_AFTER.test(text.slice(end, end + 30))) return []
    const named = /lob/i.test(match[0])
      ? 'invasive lobular carcinoma'
      : /duct|dutt|dukt/i.test(match[0])
        ? 'invasive ductal carcinoma'
        : undefined
    const rank = named ? BREAST_HISTOLOGIES.findIndex(({ name }) => name === named) : general
    return [{ at, end, rank, side: side ?? 'unsaid' }]
  })
}
const IN_SHORT =
  /\b(?:inv(?:asive|ading)?|infilt(?:r|rating)?)\b\.?\s(?:[a-z]+\.?\s|\([a-z ]{2,20}\)\s){0,3}(?:ca\b|carc\b|carcinoma|cancer|tumou?r|adenocarcinoma)|\b(?:invasive|infiltrating|inv\.?|infilt?\.?) (?:NST|NOS|ductal|lobular|mucinous|tubular|micropapillary)\b|\bcarcinom[ae] (?:[a-z]+ ){0,2}?(?:infiltrant[ei]?|invas\w+)\b|\b(?:in(?:vasi(?:ef|ves?)|filtrierendes))(?:[- ][a-z]+){0,2}[ -](?:mamma)?[ck]ar[cz]ino+m\b|\binvasiv-[a-z]+ (?:mamma)?karzinom\b|\bmammary carcinoma\b|\b(?:adeno)?carcinoma of (?:the )?breast\b|\bcarcinoma NST\b/gi

/** What is quoted from another report ("outside diagnosis: … grade 3", "grade 2 on the core") gives way to the grade of this one. */
function ownGrades(text: string, grades: Grade[]): Grade[] {
  const revised = gradesRevised(text)
  if (revised.length > 0) return revised.map((one) => ({ ...one, rank: 0 }))
  const operated = gradesOfOperation(text)
  if (operated.length > 0) return operated.map((one) => ({ ...one, rank: 0 }))
  const begins = specimensOf(text).map(({ start }) => start)
  const own = grades.filter(
    ({ start, end }) =>
      !quotedAt(text, start, begins) &&
      !ELSEWHERE.test(text.slice(end, end + 50)) &&
      !CORE_LABEL.test(text.slice(start, end)) &&
      !CORE_BEFORE.test(text.slice(Math.max(0, start - 40), start)),
  )
  return own.length > 0 ? own : grades
}
const CORE_LABEL = /\b(?:core|biopsy)\b/i
const CORE_BEFORE =
  /\b(?:originally|previously|initially|formerly|first|submitted|outside|referring|elsewhere)\b[^.;\n]{0,34}$|\b(?:core|biopsy|bx)\b[^.;\n()]{0,16}$/i
const ELSEWHERE = /^[^.;\n]{0,24}\b(?:on|in|at|by) (?:the )?(?:core|biopsy|outside|referring|submitting|original|previous|prior)\b/i

type Mention = { at: number; end: number; rank: number; side: 'left' | 'right' | 'unsaid' }

/** The histology said most often, a special type before the general ones when it is said at all twice or alone. */
function best(mentions: readonly Mention[]): Mention {
  const counts = new Map<number, number>()
  for (const { rank } of mentions) counts.set(rank, (counts.get(rank) ?? 0) + 1)
  const general = (rank: number) => (BREAST_HISTOLOGIES[rank]?.name === 'invasive carcinoma' ? 1 : 0)
  const [first] = [...mentions].sort(
    (a, b) => general(a.rank) - general(b.rank) || (counts.get(b.rank) ?? 0) - (counts.get(a.rank) ?? 0) || a.at - b.at,
  )
  if (first === undefined) throw new RangeError('no histology')
  return first
}

function sideAnywhere(text: string): 'left' | 'right' | undefined {
  const left = (
    text.match(
      /\b(?:left|lt\.?) breast|breast,? (?:left)\b|laterality\W{0,3}left|\bleft (?:mastectomy|lumpectomy|modified radical|partial|simple|total)/gi,
    ) ?? []
  ).length
  const right = (
    text.match(
      /\b(?:right|rt\.?) breast|breast,? (?:right)\b|laterality\W{0,3}right|\bright (?:mastectomy|lumpectomy|modified radical|partial|simple|total)/gi,
    ) ?? []
  ).length
  return left > 0 && right === 0 ? 'left' : right > 0 && left === 0 ? 'right' : undefined
}

const METASTATIC = /\bmeta(?:sta)\w*|\bdeposit/i
const METASTASIS_ONLY =
  /\bmetastatic (?:\w+ ){0,3}(?:carcinoma|adenocarcinoma)\b[^.]{0,120}\b(?:consistent with|origin|breast primary|of breast)/i
const FROM_BREAST =
  /\bbreast[^\n]{0,80}\b(?:biops\w*|bx|cores?|excision|resection|conserving|WLE)\b|\b(?:mastectomy(?! scar)|lumpectomy|WLE|MRM|quadrantectomy|segmentectomy|wide local excision)\b/i
const DENIED =
  /\b(?:no|not|without|negative for|absence of|free of|rule out|cannot rule out|no evidence of|focus of|foci of|history of|uninvolved by|extension of|margins? (?:negative|positive|involved|free)\w* (?:for|by|of))\s+(?:residual\s+|an?\s+)?$/i
/** A focus of it is still that cancer. */
const SMALL = /\b(?:focus|foci) of\s+(?:residual\s+|an?\s+)?$/i
const DENIED_AFTER = /^\W{0,3}(?:is |are )?(?:not (?:identified|present|seen)|absent)\b|^\s*:\s*(?:none|absent|no\b)/i
