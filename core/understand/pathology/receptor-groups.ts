import { matchesOf } from '../../codes/matches-of.ts'
import type { Her2, HormoneReceptor } from '../../record/fact.ts'
import { her2GeneStatements } from './her2-gene-statements.ts'
import { her2Status, readHer2 } from './her2-value.ts'
import { readHormoneReceptor } from './hormone-value.ts'
import { readKi67 } from './ki67-value.ts'
import { type Label, type Marker, receptorLabels } from './receptor-labels.ts'

/** One receptor's result as it stands at one place of a text. */
export type ReceptorResult = { start: number; end: number; label: number } & (
  | { marker: 'er' | 'pr'; value: HormoneReceptor }
  | { marker: 'her2'; value: Her2 }
  | { marker: 'ki67'; value: number }
)

/**
 * All results of ER, PR, HER2 and Ki-67 in a text (already freed of what is no result), in reading order. A run of labels in which
 * one holds a value that belongs to another (a table whose columns slipped) gives nothing at all.
 */
export function receptorResults(text: string): ReceptorResult[] {
  const labels = receptorLabels(text)
  if (labels.length === 0) return tripleNegative(text)
  const results: ReceptorResult[] = []
  const done = new Set<number>()
  const before = [...her2GeneStatements(text, labels, done), ...backwardResults(text, labels, done), ...listedResults(text, labels, done)]
  const runs = runsOf(text, labels)
  for (const run of runs) {
    const read = resultsOfRun(text, run, labels, done)
    if (read !== 'unsure') results.push(...read)
  }
  return [...results, ...before, ...tripleNegative(text)].sort((a, b) => a.start - b.start)
}

/** Labels that stand close together: a table, a list, a sentence. */
function runsOf(_text: string, labels: readonly Label[]): Label[][] {
  const runs: Label[][] = []
  for (const label of labels) {
    const last = runs.at(-1)
    const previous = last?.at(-1)
    if (last && previous && label.start - previous.end < 220) last.push(label)
    else runs.push([label])
  }
  return runs
}

function resultsOfRun(text: string, run: readonly Label[], all: readonly Label[], done: Set<number>): ReceptorResult[] | 'unsure' {
  const results: ReceptorResult[] = []
  let wrongPlace = 0
  for (let at = 0; at < run.length; at++) {
    const label = run[at]
    if (label === undefined || done.has(label.start)) continue
    // labels joined by nothing but "and", "/" or commas share what follows
    const joined = [label]
    while (run[at + joined.length] !== undefined) {
      const next = run[at + joined.length]
      const last = joined.at(-1)
      if (
        !next ||
        !last ||
        done.has(next.start) ||
        !/^\s*(?:\((?=[^)]*[A-Za-z])(?!\s*(?:pos|neg|low|weak|strong|mod|high|equiv|score|absent|present))[A-Za-z0-9 ]{1,12}\)\s*)?(?:\/|,|&|and|,\s*and|\s)\s*(?:the\s+)?$/i.test(
          text.slice(last.end, next.start),
        )
      )
        break
      joined.push(next)
    }
    const last = joined.at(-1) ?? label
    const following = all.find((other) => other.start >= last.end)
    const to = Math.min(following ? beforeOwnShare(text, last.end, following.start) : text.length, last.end + REACH)
    const values = joined.length > 1 ? splitBySlash(text, last.end, to, joined.length) : undefined
    for (const [index, one] of joined.entries()) {
      const [from, until] = values?.[index] ?? [last.end, to]
      const result = resultAt(text, one, from, until)
      if (result === 'unsure') wrongPlace++
      else if (result !== undefined && result !== 'pending') results.push(result)
      done.add(one.start)
    }
    at += joined.length - 1
  }
  if (wrongPlace >= 2) return 'unsure'
  return scoreBeforeHer2(text, run, results)
}

/** Where the words of one label end: a share that opens the next label's line is that label's. */
function beforeOwnShare(text: string, from: number, next: number): number {
  const words = text.slice(Math.max(from, next - 24), next)
  const share = /\n[ \t|]*[<>]?\s?\d{1,3}\s?%[ \t|]*$/.exec(words)
  return share ? next - words.length + share.index : next
}

/** How far a value may stand from its label. */
const REACH = 230

/** "ER/PR/HER2: positive / positive / negative": as many values as labels. */
function splitBySlash(text: string, from: number, to: number, count: number): (readonly [number, number])[] | undefined {
  const lead = /^\s*(?:\([^()\n]{2,30}\)|status|results?|is|are|were|was)?\s*[:=]?\s*/i.exec(text.slice(from, to))?.[0].length ?? 0
  const line = text.slice(from + lead, to).split(/[\n;.]\s|\n/)[0] ?? ''
  const parts = line.split(/\s*[/,]\s*(?:and\s+)?|\s+and\s+/)
  if (parts.length < count || count < 2) return undefined
  const spans: (readonly [number, number])[] = []
  let at = from + lead
  for (const part of parts.slice(0, count)) {
    if (!/^\(?(?:pos|neg|\+|-|equiv|[0-3]\+|\d{1,3}\s*%|<\s*1|0\b|low)/i.test(part.trim())) return undefined
    const start = text.indexOf(part, at)
    spans.push([start, start + part.length])
    at = start + part.length
  }
  return spans
}

function resultAt(text: string, { marker, start }: Label, from: number, to: number): ReceptorResult | 'pending' | 'unsure' | undefined {
  if (marker === 'er' || marker === 'pr') {
    const read = readHormoneReceptor(text, from, to, marker)
    return typeof read === 'object' ? { marker, value: read.value, start, end: read.end, label: start } : read
  }
  if (marker === 'ki67') {
    const read = readKi67(text, from, to)
    return typeof read === 'object' ? { marker, value: read.value, start, end: read.end, label: start } : read
  }
  const read = readHer2(text, from, to)
  if (typeof read !== 'object') return read
  const { word, ...parts } = read.value
  // "FISH HER2 (-)": the word is that of the test named before
  const tested = /\b[FCSD]{0,2}ISH(?: (?:for|of))?\s*[:-]?\s*$/i.test(text.slice(Math.max(0, start - 14), start))
  if (tested && parts.ihc === undefined && parts.ish === undefined && (word === 'positive' || word === 'negative'))
    parts.ish = word === 'positive' ? 'amplified' : 'not-amplified'
  const status = her2Status({ ...parts, ...(word ? { word } : {}) })
  return { marker, value: { ...parts, ...(status === undefined ? {} : { status }) }, start, end: read.end, label: start }
}

/** "positive for ER and PR and negative for HER2"; "65% of tumor cells show nuclear staining for estrogen receptors". */
function backwardResults(text: string, labels: readonly Label[], done: Set<number>): ReceptorResult[] {
  const results: ReceptorResult[] = []
  for (const match of matchesOf(text, BEFORE)) {
    const words = match[0]
    let end = match.index + words.length
    let index = labels.findIndex((label) => label.start >= end - 1 && label.start - end <= 3)
    const said = (match[1] ?? match[3])?.toLowerCase() ?? ''
    const share = match[2] === undefined ? undefined : Number(match[2])
    let denied = false
    while (index >= 0 && labels[index] !== undefined) {
      const label = labels[index]
      if (!label || done.has(label.start)) break
      if (share !== undefined && label.marker === 'her2') break
      const gap = text.slice(end, label.start)
      if (/^[\s,]*but not\s+(?:for\s+)?(?:the\s+)?$/i.test(gap)) denied = true
      else if (!/^[\s,&/]*(?:and|n?or)?[\s,&/]*(?:the\s+|both\s+)?$/i.test(gap)) break
      // a value of its own follows directly: "…, PR 5%"
      const own =
        /^\s*(?:\(|[:=]|\d)/.test(text.slice(label.end, label.end + 4)) && share === undefined
          ? readOwn(text, label, labels[index + 1])
          : undefined
      results.push(own ?? (denied ? from('not', undefined, label, match.index) : from(said, share, label, match.index)))
      done.add(label.start)
      end = label.end + (/^\s*\([^)]{0,30}\)/.exec(text.slice(label.end, label.end + 34))?.[0].length ?? 0)
      index++
    }
  }
  return results

  function from(said: string, share: number | undefined, label: Label, start: number): ReceptorResult {
    const negative = /neg|\bno\b|non|lack|not|without|fail|neither/.test(said)
    const place = { start, end: label.end, label: label.start }
    if (label.marker === 'her2')
      return { marker: 'her2', value: { status: /equiv/.test(said) ? 'equivocal' : negative ? 'negative' : 'positive' }, ...place }
    if (label.marker === 'ki67') return { marker: 'ki67', value: share ?? Number.NaN, ...place }
    if (share !== undefined) {
      const status = share < 1 ? 'negative' : label.marker === 'er' && share <= 10 ? 'low-positive' : 'positive'
      return { marker: label.marker, value: { status, percent: share }, ...place }
    }
    return { marker: label.marker, value: { status: negative ? 'negative' : 'positive' }, ...place }
  }
  function readOwn(text: string, label: Label, next: Label | undefined): ReceptorResult | undefined {
    // what follows a closed bracket is already of the next receptor: "(80%), negative for …"
    const bracket = /^\s*\([^()]{0,36}\)/.exec(text.slice(label.end, label.end + 40))?.[0].length ?? 40
    const read = resultAt(text, label, label.end, Math.min(next?.start ?? text.length, label.end + bracket))
    return typeof read === 'object' ? read : undefined
  }
}

/** "Positive: ER, GATA3; negative: PR, HER2", "positive for CK7, GATA3 and ER": one word for a list of stains. */
function listedResults(text: string, labels: readonly Label[], done: Set<number>): ReceptorResult[] {
  let next = 0
  return matchesOf(text, LISTED).flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length]
    const negative = /^(?:neg|not|absent)/i.test(match[1] ?? '')
    const names = (match[3] ?? '').split(/[\s,;&]+|\band\b/i).filter((name) => name !== '' && !/^and$/i.test(name))
    // behind "for" only stains are a list: "positive for metastasis, ER 90%" is none
    if (match[2] !== undefined && !names.every((name) => STAIN.test(name))) return []
    while ((labels[next]?.start ?? to) < from) next++
    const inside: Label[] = []
    for (let at = next; (labels[at]?.end ?? to + 1) <= to; at++) {
      const label = labels[at]
      if (label && !done.has(label.start) && label.marker !== 'ki67') inside.push(label)
    }
    return inside.map((label): ReceptorResult => {
      done.add(label.start)
      const place = { start: from, end: label.end, label: label.start }
      const status = negative ? ('negative' as const) : ('positive' as const)
      if (label.marker === 'her2') return { marker: 'her2', value: { status }, ...place }
      const share = negative ? undefined : /^\s*\((?:[a-z]+[,;]?\s)?(\d{1,3})\s?%/i.exec(text.slice(label.end, label.end + 24))?.[1]
      return { marker: label.marker === 'er' ? 'er' : 'pr', value: { status, ...(share ? { percent: Number(share) } : {}) }, ...place }
    })
  })
}
/** A name as antibodies have it: capitals and figures, or one of the few that are words. */
const STAIN =
  /^(?:[A-Z0-9][A-Za-z]{0,3}[A-Z0-9][A-Za-z0-9/.-]*|[A-Z]{2,}[a-z0-9-]*|p\d{2}|ER|PR|PgR|o?estrogen|progesterone|receptors?|(?:cyto)?keratins?|mammaglobin|[Ee]-?cadherin|synaptophysin|chromogranin|vimentin|desmin|calponin|inhibin|napsin|HER-?2(?:\/neu)?)$/
const LISTED =
  /\b(positive|negative|expressed|not expressed|pos|neg|absent)\s?(?:stains?|markers?|immunostains?)?(?:\s?:\s?|(\s(?:for|with)\s))((?:[A-Za-z][A-Za-z0-9]*(?:[-/ ]\d+|-[A-Za-z0-9]+)?(?:\s?(?:,|;(?=\s?[A-Z0-9]{2,})|\band\b|&)\s?(?!neg|pos)(?=[A-Za-z])){1}){1,14}[A-Z][A-Za-z0-9-]*)/gi

const BEFORE =
  /\b(?:((?:strongly |weakly |diffusely )?(?:positive|negative|pos|neg|immunoreactive|non-?reactive|equivocal)|(?<!\b(?:no|without|lack of) (?:nuclear )?)(?:nuclear )?positivity|lack(?:s|ing)? (?:of )?(?:expression|staining|reactivity)|(?:no|without)(?: evidence of)? (?:(?:over-?)?expression|staining|reactivity|amplification)|(?:fail(?:s|ed)? to|do(?:es)? not|did not) (?:stain|react|label|mark)|none of the (?:[a-z]+ ){0,2}(?:cells|nuclei) (?:stain(?:s|ed)?|react(?:s|ed)?|label(?:s|led)?)|(?<!\b(?:no|not) )(?:stain(?:s|ed|ing)?|labell?(?:s|ed)?|react(?:s|ed)?|marks?)(?: (?:strongly|moderately|weakly|diffusely|uniformly|focally|patchily|intensely)){1,3})\s+(?:for|of|with)(?:\s+(?:the\s+)?antibod(?:y|ies) (?:to|against|for|directed against))?|(?<![<>]\s?)\b(\d{1,3})\s*%\)?\s+(?:of\s+(?:the\s+)?(?:tumou?r|invasive|neoplastic|carcinoma)?\s*(?:cells?|nuclei)\s+(?:show|demonstrate|are|with|stain|express)|(?:show|demonstrate|are|stain)\b)(?:[^.;%]|\.\s(?=[a-z])){0,90}?\b(?:for|of)|\b((?:do(?:es)? not |doesn't )express|(?<=\b(?:cells|nuclei) )express|expresses|neither|(?:no|without)(?: evidence of)?(?=\s+her-?2\b[^.;\n]{0,12}(?:over-?express|amplif|(?:membran\w+ )?stain))))\s+(?:both\s+|the\s+)?(?=o?estrogen|progest|ER\b|PR\b|P[gG]R\b|HER|her-?2|c-?erb|ki-?67)/gi

/** "triple negative" says all three of one tumour, "HR-negative" two. */
function tripleNegative(text: string): ReceptorResult[] {
  const results: ReceptorResult[] = []
  for (const match of text.matchAll(/\b(?:HR|hormone[\s-]receptors?)(?:[\s-](?:status[\s:]{1,2})?negative\b|[\s-]neg\b)/gi)) {
    const place = { start: match.index, end: match.index + match[0].length, label: match.index }
    results.push({ marker: 'er', value: { status: 'negative' }, ...place }, { marker: 'pr', value: { status: 'negative' }, ...place })
  }
  for (const match of text.matchAll(/\btriple[\s-]negative\b|\bTNBC\b/gi)) {
    const place = { start: match.index, end: match.index + match[0].length, label: match.index }
    results.push(
      { marker: 'er', value: { status: 'negative' }, ...place },
      { marker: 'pr', value: { status: 'negative' }, ...place },
      { marker: 'her2', value: { status: 'negative' }, ...place },
    )
  }
  return results
}

/**
 * In a table read column by column the HER2 score can stand before its label ("SCORE. 1+. NEGATIVE. Her2/neu."). Such a score can
 * belong to nothing but HER2, so it is taken when HER2 has nothing behind it and no other marker of the run claims it.
 */
function scoreBeforeHer2(text: string, run: readonly Label[], results: ReceptorResult[]): ReceptorResult[] {
  const her2 = run.find((label) => label.marker === 'her2')
  if (!her2 || results.some((result) => result.marker === 'her2')) return results
  const before = /\bscore\W{1,3}([0-3])\s?\+?\W{1,3}(negative|positive|equivocal)\W*$/i.exec(
    text.slice(Math.max(0, her2.start - 60), her2.start),
  )
  // "the cells show 3+ HER2 staining"
  const direct = /\b(?:shows?|demonstrates?|with|has|have)\s+(?:an?\s+)?([1-3])\+\s*$/i.exec(
    text.slice(Math.max(0, her2.start - 24), her2.start),
  )
  if (direct?.[1] && /^\W{0,2}(?:\w+\s)?(?:stain|express|over-?express|immuno|positiv)/i.test(text.slice(her2.end, her2.end + 24))) {
    const ihc = direct[1] === '1' ? '1+' : direct[1] === '2' ? '2+' : '3+'
    const status = her2Status({ ihc })
    const start = her2.start - direct[0].length
    return [...results, { marker: 'her2', value: { ihc, ...(status ? { status } : {}) }, start, end: her2.end, label: her2.start }]
  }
  if (!before?.[1]) return results
  const ihc = before[1] === '0' ? '0' : before[1] === '1' ? '1+' : before[1] === '2' ? '2+' : '3+'
  const status = her2Status({
    ihc,
    word: /^neg/i.test(before[2] ?? '') ? 'negative' : /^pos/i.test(before[2] ?? '') ? 'positive' : 'equivocal',
  })
  const start = her2.start - before[0].length
  return [...results, { marker: 'her2', value: { ihc, ...(status ? { status } : {}) }, start, end: her2.end, label: her2.start }]
}

export type { Marker }
