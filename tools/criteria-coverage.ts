import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { compileTrial } from '../core/match/compile.ts'
import type { Predicate } from '../core/match/predicate.ts'
import { isAboutBreast, isForManyCancers } from '../core/match/relevance.ts'
import { trialOfRecord } from '../core/trials/trial-of-record.ts'

/**
 * How much of the criteria of breast and solid-tumour trials is understood, and the most frequent words that are not.
 * node tools/criteria-coverage.ts TRIALS.jsonl[.gz] [how many phrases, 60] [--examples WORDS]
 */
const [file, many = '60', flag, ...wanted] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: node tools/criteria-coverage.ts TRIALS.jsonl[.gz] [how many phrases] [--examples WORDS]')
  process.exit(2)
}
const bytes = readFileSync(file)
const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n')
const began = performance.now()
const counts = { trials: 0, criteria: 0, understood: 0, asked: 0, partly: 0, not: 0 }
const phrases = new Map<string, { count: number; example: string }>()
for (const line of lines) {
  const trial = trialOfRecord(JSON.parse(line))
  if (!(isAboutBreast(trial) || isForManyCancers(trial)) || !trial.criteriaText) continue
  counts.trials++
  for (const { criterion, statements } of compileTrial(trial).criteria) {
    if (criterion.header) continue
    counts.criteria++
    const predicates = statements.map(({ predicate }) => predicate)
    const unread = predicates.flatMap(unreadOf)
    if (unread.length === 0 && predicates.some(isAskedAsItStands)) counts.asked++
    if (unread.length === 0) counts.understood++
    else if (predicates.some(hasTest)) counts.partly++
    else counts.not++
    for (const words of unread) {
      const seen = phrases.get(words) ?? { count: 0, example: criterion.text.replace(/\s+/g, ' ').slice(0, 200) }
      seen.count++
      phrases.set(words, seen)
      if (flag === '--examples' && words.includes(wanted.join(' ')))
        console.log(`  ${words} <- ${criterion.section} ${criterion.text.replace(/\s+/g, ' ').slice(0, 260)}`)
    }
  }
}
const share = (n: number) => `${((100 * n) / counts.criteria).toFixed(1)}%`
console.log(`${counts.trials} trials, ${counts.criteria} criteria, read in ${Math.round(performance.now() - began)} ms`)
console.log(
  `understood ${share(counts.understood)} (in ${share(counts.asked)} some of its words are asked as they stand), partly ${share(counts.partly)}, not ${share(counts.not)}`,
)
for (const [words, { count, example }] of [...phrases].toSorted((a, b) => b[1].count - a[1].count).slice(0, Number(many)))
  console.log(String(count).padStart(5), words, '   <-', example)

function unreadOf(predicate: Predicate): string[] {
  if (predicate.is === 'unread') return [predicate.words]
  if (predicate.is === 'test') return []
  if (predicate.is === 'not') return unreadOf(predicate.of)
  if (predicate.is === 'implies') return [...unreadOf(predicate.when), ...unreadOf(predicate.asks)]
  return predicate.of.flatMap(unreadOf)
}

/** Some of its words are known by what they name only, and put to the person as a question. */
function isAskedAsItStands(predicate: Predicate): boolean {
  if (predicate.is === 'unread') return false
  if (predicate.is === 'test') return predicate.kind === 'fits-the-description' || predicate.kind === 'is-asked-in-words'
  if (predicate.is === 'not') return isAskedAsItStands(predicate.of)
  if (predicate.is === 'implies') return isAskedAsItStands(predicate.when) || isAskedAsItStands(predicate.asks)
  return predicate.of.some(isAskedAsItStands)
}

function hasTest(predicate: Predicate): boolean {
  if (predicate.is === 'unread') return false
  if (predicate.is === 'test') return true
  if (predicate.is === 'not') return hasTest(predicate.of)
  if (predicate.is === 'implies') return hasTest(predicate.when) || hasTest(predicate.asks)
  return predicate.of.some(hasTest)
}
