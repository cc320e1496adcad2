import { matchesOf } from '../../codes/matches-of.ts'
import { category, M_CATEGORY, N_CATEGORY, STAGE_GROUP, stageGroup, T_CATEGORY } from '../../codes/stages.ts'
import type { FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import { wholeOf } from '../prose/whole.ts'
import { isPathology } from './is-pathology.ts'

/**
 * Stages that someone documented: TNM and group, never computed. The kind follows the prefix (c, p, yp, r) or the words beside it;
 * "T2" of an MRI and "T10" of a spine are none. Suffixes such as (sn), (m), (i+) are kept.
 */
export const stage: FactRule = {
  name: 'stage',
  version: 1,
  find: (reading) => (/\b[cpyr]{0,2}[TN]\s?[0-4iX]|stage/i.test(reading.document.pages.map((p) => p.text).join(' ')) ? read(reading) : []),
}

type Kind = FactValue<'stage'>['kind']
type Found = { kind: Kind; t?: string; n?: string; m?: string; group?: string; places: [number, number][]; at: number }

function read(reading: Reading) {
  const whole = wholeOf(reading.document)
  const report = isPathology(reading)
  const found: Found[] = []
  for (const match of matchesOf(whole.text, TNM)) {
    const { prefix = '', t, n, m } = match.groups ?? {}
    if (t === undefined && n === undefined) continue
    if (t === undefined || (n === undefined && m === undefined)) {
      // T alone needs a prefix; "T2" by itself is a magnetic resonance sequence or a vertebra
      if (
        prefix === '' &&
        !/\b(?:stage|staging|clinical|pathologic(?:al)?|pTNM)\W{0,6}$/i.test(whole.text.slice(Math.max(0, match.index - 24), match.index))
      )
        continue
    }
    if (MRI_AROUND.test(whole.text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 24)) && n === undefined) continue
    if (skipped(whole.text, match.index, match[0].length) || SCORES.test(whole.text.slice(Math.max(0, match.index - 60), match.index)))
      continue
    add(found, {
      kind: kindOf(prefix, whole.text, match.index, report),
      ...(t ? { t: category(t) } : {}),
      ...(n ? { n: category(n) } : {}),
      ...(m ? { m: category(m) } : {}),
      places: [[match.index, match.index + match[0].length]],
      at: match.index,
    })
  }
  for (const match of matchesOf(whole.text, SINGLE)) {
    const { prefix = '', value = '' } = match.groups ?? {}
    const letter = value.slice(0, 1).toLowerCase()
    if (
      skipped(whole.text, match.index, match[0].length) ||
      found.some(({ places }) => places.some(([from, to]) => match.index >= from - 2 && match.index < to))
    )
      continue
    const kind = kindOf(prefix, whole.text, match.index, report)
    const part = letter === 't' ? { t: category(value) } : letter === 'n' ? { n: category(value) } : { m: category(value) }
    add(found, { kind, ...part, places: [[match.index, match.index + match[0].length]], at: match.index })
  }
  const groups = [...matchesOf(whole.text, GROUP), ...matchesOf(whole.text, BRACKETED_GROUP)].sort((a, b) => a.index - b.index)
  for (const match of groups) {
    const written = match.groups?.['group'] ?? ''
    if (skipped(whole.text, match.index, match[0].length) || OTHER_STAGE.test(whole.text.slice(Math.max(0, match.index - 40), match.index)))
      continue
    if (
      /^(?:0|[1-4]$)/.test(written) &&
      OTHER_STAGE_AFTER.test(whole.text.slice(match.index + match[0].length, match.index + match[0].length + 24))
    )
      continue
    const near = found
      .filter(
        (one) =>
          Math.abs(one.at - match.index) < 90 && !(one.m === 'M0' && /^IV/.test(written)) && oneSentence(whole.text, one.at, match.index),
      )
      .sort((a, b) => Math.abs(a.at - match.index) - Math.abs(b.at - match.index))[0]
    const kind = near?.kind ?? kindOf('', whole.text, match.index, report)
    if (near && near.group === undefined) {
      near.group = stageGroup(written)
      near.places.push([match.index, match.index + match[0].length])
    } else if (!near || !/\bprognostic\W{0,3}$/i.test(whole.text.slice(Math.max(0, match.index - 14), match.index)))
      add(found, { kind, group: stageGroup(written), places: [[match.index, match.index + match[0].length]], at: match.index })
  }
  return found.flatMap(({ places, at, ...parts }) => {
    const [first, ...others] = places.map(([start, end]) => whole.evidence(start, end))
    if (!first) return []
    const date = dateOf(whole.text, at, report, reading)
    return [factFrom(stage, reading, 'stage', { ...parts, ...(date ? { date } : {}) }, [first, ...others])]
  })
}

/** No new sentence begins between two places. */
function oneSentence(text: string, a: number, b: number): boolean {
  return !/[a-z]{3}[.!?]\s+[A-Z][a-z]+ [a-z]/.test(text.slice(Math.min(a, b), Math.max(a, b)))
}

/** Parts of one stage that stand close together and do not contradict are one stage. */
function add(found: Found[], next: Found): void {
  const same = found.find(
    (one) =>
      one.kind === next.kind &&
      Math.abs(one.at - next.at) < 260 &&
      (['t', 'n', 'm', 'group'] as const).every((part) => one[part] === undefined || next[part] === undefined || one[part] === next[part]),
  )
  if (!same) {
    found.push(next)
    return
  }
  for (const part of ['t', 'n', 'm', 'group'] as const) {
    const value = next[part]
    if (value !== undefined) same[part] = value
  }
  same.places.push(...next.places)
}

function kindOf(prefix: string, text: string, at: number, report: boolean): Kind {
  const letters = prefix.toLowerCase().replace(/^m/, '')
  if (letters.startsWith('r')) return 'recurrence'
  if (letters.includes('y')) return 'post-neoadjuvant'
  if (letters.includes('p')) return 'pathologic'
  if (letters.includes('c')) return 'clinical'
  const before = text.slice(Math.max(0, at - 90), at)
  if (/\b(?:post-?\s?neoadjuvant|after neoadjuvant)\b[^.;\n]{0,60}$/i.test(before)) return 'post-neoadjuvant'
  if (/\b(?:recurren\w+)\b[^.;\n]{0,40}$/i.test(before)) return 'recurrence'
  if (/\bclinical(?:ly)?\b[^.;\n]{0,40}$/i.test(before)) return 'clinical'
  if (/\b(?:patholog\w+|surgical|mastectomy|lumpectomy|ALND|anatomic)\b[^.;\n]{0,60}$/i.test(before)) return 'pathologic'
  return report ? 'pathologic' : 'clinical'
}

function skipped(text: string, at: number, length: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('. ', at), at - 140) + 1
  const until = Math.min(text.length, at + length + 60)
  const sentence = { text: text.slice(from, until), section: 'other' as const }
  const context = contextOf(sentence, at - from, at - from + length)
  return (
    context.family ||
    DEFINITION.test(text.slice(at + length, at + length + 30)) ||
    /\b(?:incorrect|in error|erroneous)\b/i.test(sentence.text) ||
    /\b(?:if|criteria|eligible|patients with)\b[^.;]{0,40}$/i.test(sentence.text.slice(0, at - from))
  )
}

/** The day of the pathology report's specimen, or the date beside the stage in a note. */
function dateOf(text: string, at: number, report: boolean, reading: Reading) {
  const [from, to] = [Math.max(text.lastIndexOf('\n', at) + 1, at - 120), at + 60]
  const beside = findDates(
    text.slice(from, Math.min(to, text.indexOf('\n', at) === -1 ? to : text.indexOf('\n', at))),
    reading.said,
  ).filter((one) => one.start < at - from + 50)
  const near = beside.sort((a, b) => Math.abs(a.start - (at - from)) - Math.abs(b.start - (at - from)))[0]
  return report
    ? /\b(?:board|staging)\b/i.test(text.slice(from, at))
      ? (near?.date ?? reading.said)
      : reading.said
    : (near?.date ?? (reading.kind === 'imaging' ? reading.said : undefined))
}

const SEP = '(?:[\\s,;/.]{0,3}|\\s+and\\s+)'
const PREFIX = '(?<prefix>m?(?:yp|yc|rp|rc|[cpyr])?)'
const TNM = new RegExp(
  String.raw`(?<![A-Za-z0-9])${PREFIX}(?:TNM\W{0,3}[pc]?)?\s?(?<t>${T_CATEGORY})${SEP}(?:(?:yp|yc|[cpyr])?\s?(?<n>${N_CATEGORY}(?:-[0-3])?))?(?:${SEP}(?:[cpyr]{0,2})?\s?(?<m>${M_CATEGORY}))?(?![A-Za-z0-9])`,
  'g',
)
const SINGLE = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?<prefix>m?(?:yp|yc|rp|rc|[cpyr]))\s?(?<value>${T_CATEGORY}|${N_CATEGORY}|${M_CATEGORY})(?![A-Za-z0-9])`,
  'g',
)
const GROUP = new RegExp(
  String.raw`\b(?:[Ss](?:tage|TAGE)|St\.?(?=\s(?:IV|I{1,3})[ABC]?\b))(?:\s+group)?\W{0,3}(?<group>${STAGE_GROUP})(?![A-Za-z0-9%/]|\.\d|\s*(?:mg|cm|mm))`,
  'g',
)
/** "cT4b cN2 M0 (IIIB)", "cT2 cN1 cM0 (anatomic IIB; prognostic stage IB)": the group in brackets behind the letters. */
const BRACKETED_GROUP = new RegExp(
  String.raw`(?<=\b[cpyr]{0,2}[NM][0-3X][a-c]?(?:\((?:sn|i-|f)\))?\s{0,2}[,-]?\s?\((?:AJCC |UICC |anatomic(?:al)? |clinical )?)(?<group>${STAGE_GROUP})(?=\s?[);,])`,
  'g',
)
/** Tubules, nuclei and mitoses of a grade: "Nottingham grade 3 (T3 N3 M2)". */
const SCORES = /\b(?:grade|nottingham|elston|bloom|SBR|score)\b[^\n.;]{0,40}$/i
const MRI_AROUND =
  /\b(?:hyperintens\w*|hypointens\w*|weighted|flair|stir|signal|sequence|axial|sagittal|coronal|fat[\s-]?sat\w*|T1[\s/,-]+(?:and |& )?T2|vertebra\w*|spine|compression|rib|level|metasta\w+ (?:to|at|in))\b/i
const OTHER_STAGE =
  /\b(?:CKD|HPN|HTN|hypertension|kidney disease|chronic kidney|pressure (?:ulcer|injury)|decubitus|heart failure|fibrosis|cirrhosis|retinopathy|renal|sarcoid\w*|COPD|colon|lung|ovarian|melanoma|lymphoma|prostate|(?:mother|father|sister|brother|aunt)[^.;]{0,30})\W{0,12}$/i
const OTHER_STAGE_AFTER = /^\s*(?:CKD|kidney|chronic|pressure|ulcer|hypertension)/i
const DEFINITION = /^\s*=\s*\d|^\s*:?\s*(?:tumou?r (?:>|more than|is)|or less)/i
