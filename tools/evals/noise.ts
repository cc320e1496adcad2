import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textReader } from '@carefolio/core/read/text/reader.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import { readRecords } from '@carefolio/server/receive/read-records.ts'
import { asPrinted, LEVELS } from '../corpus/degrade.ts'
import type { Numbers } from './baseline.ts'

export type NoiseOptions = { root: string; shared: string | undefined; misses: boolean; patients: readonly string[] }

/**
 * The same pages as text, and printed, scanned, faxed, turned and blurred: which of the facts of the text are still found, and what is
 * found that the text does not say. One page of each text of the corpus, and of one text of each patient of the yardstick where it is here.
 */
export async function evalNoise(options: NoiseOptions): Promise<Numbers> {
  console.log('\nNoise: facts found against those of the plain text')
  const pages = await pagesOf(options)
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-noise-'))
  const numbers: Numbers = {}
  try {
    const truth = await factsOf(folder, 'text', 'txt', pages, async (text) => Buffer.from(text))
    console.log(`${'level'.padEnd(24)} pages facts  right  extra (doubted) missed  precision  recall  s a page`)
    for (const [nth, level] of LEVELS.entries()) {
      const start = performance.now()
      const found = await factsOf(folder, String(nth), level.ending, pages, level.make)
      const { right, extra, missed } = compared(truth, found)
      const [precision, recall] = [share(right, extra.length), share(right, missed.length)]
      console.log(
        `${level.name.padEnd(24)} ${String(pages.size).padStart(5)} ${String(right + missed.length).padStart(5)} ${String(right).padStart(6)} ${String(extra.length).padStart(6)} ${String(extra.filter(({ unsure }) => unsure).length).padStart(9)} ${String(missed.length).padStart(6)}  ${percent(precision)}  ${percent(recall)}  ${((performance.now() - start) / 1000 / pages.size).toFixed(2).padStart(8)}`,
      )
      if (options.misses)
        for (const line of [...missed.map((one) => `missed ${one}`), ...extra.map(({ line }) => `extra  ${line}`)])
          console.log(`     ${line}`)
      const name = level.name.replace(/[^a-z0-9]+/gi, '-')
      numbers[`noise.${name}.precision`] = precision
      numbers[`noise.${name}.recall`] = recall
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return numbers
}

/** Page texts by name. */
async function pagesOf({ root, shared, patients }: NoiseOptions): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const { name, text } of textsIn(join(root, 'corpus/patients'), 'source')) pages.set(name, asPrinted(text))
  const gold = shared === undefined ? '' : join(shared, 'gold/patients')
  if (!existsSync(gold)) return pages
  for (const id of patients) {
    let richest = { name: '', text: '', facts: 0 }
    for (const { name, text } of textsIn(gold, 'text', id)) {
      const printed = asPrinted(text)
      const { document } = await textReader.read(Buffer.from(printed), { id: DocumentId.parse(name), file: `${name}.txt` })
      const facts = understand(document).length
      if (facts > richest.facts) richest = { name, text: printed, facts }
    }
    if (richest.facts > 0) pages.set(richest.name, richest.text)
  }
  return pages
}

function textsIn(folder: string, part: string, only?: string): { name: string; text: string }[] {
  return readdirSync(folder)
    .filter((id) => only === undefined || id === only)
    .flatMap((id) =>
      readdirSync(join(folder, id, part))
        .filter((file) => file.endsWith('.txt'))
        .map((file) => ({ name: `${id}-${file.slice(0, -4)}`, text: readFileSync(join(folder, id, part, file), 'utf8') }))
        .filter(({ text }) => text.length >= FULL_ENOUGH),
    )
}

/** Facts of each page, by its name, as the whole program reads the files made. */
async function factsOf(
  folder: string,
  level: string,
  ending: string,
  pages: ReadonlyMap<string, string>,
  make: (text: string) => Promise<Buffer>,
): Promise<Map<string, Found[]>> {
  const place = join(folder, level)
  mkdirSync(place)
  for (const [name, text] of pages) writeFileSync(join(place, `${name}.${ending}`), await make(text))
  const documents = await readRecords(place)
  return new Map(
    documents.map(({ sameAs: _, ...document }) => [document.file.slice(0, -ending.length - 1), understand(document).map(found)]),
  )
}

/** What was found: the fact as a line, and whether it is marked as doubtful. */
type Found = { line: string; unsure: boolean }
const found = (fact: Fact): Found => ({ line: words(fact), unsure: fact.evidence.some(({ unsure }) => unsure === true) })

/** A fact as one line, without its evidence; the words of free text are folded. */
const words = ({ kind, value, certainty }: Fact): string =>
  `${kind} ${certainty} ${JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))).toLowerCase()}`

function compared(
  truth: ReadonlyMap<string, Found[]>,
  read: ReadonlyMap<string, Found[]>,
): { right: number; extra: Found[]; missed: string[] } {
  let right = 0
  const extra: Found[] = []
  const missed: string[] = []
  for (const [name, facts] of truth) {
    const rest = [...(read.get(name) ?? [])]
    for (const { line } of facts) {
      const at = rest.findIndex((one) => one.line === line)
      if (at === -1) missed.push(`${name} ${line}`)
      else {
        right++
        rest.splice(at, 1)
      }
    }
    extra.push(...rest.map(({ line, unsure }) => ({ line: `${name} ${line}`, unsure })))
  }
  return { right, extra, missed }
}

const share = (right: number, other: number) => (right + other === 0 ? 1 : right / (right + other))
const percent = (part: number) => `${(100 * part).toFixed(1)}%`.padStart(8)

/** Characters: the pages of the corpus that say enough to be worth their time in OCR. */
const FULL_ENOUGH = 450
