import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { pdfReader } from '@carefolio/server/read/pdf/reader.ts'
import { type AbstractFile, abstractsOf, jsonOf } from './abstracts.ts'
import type { Numbers } from './baseline.ts'
import { type EvalOptions, score } from './run.ts'

/**
 * Precision and recall for each format of the files that statements rest on, and the share of charts that are entirely right.
 * A statement with evidence in two formats counts for both. Recall of a format: the truth that rests on it, against all that was said;
 * precision: what was said resting on it, against all of the truth.
 */
export async function evalFormats(options: EvalOptions): Promise<Numbers> {
  console.log('\nPatients by format of the evidence\n')
  const charts = abstractsOf(options)
  const formats = new Map<string, Map<string, Set<string>>>()
  for (const chart of charts) {
    for (const file of filesOf(jsonOf(chart.file))) {
      const format = await formatOf(chart.records, file)
      const files = formats.get(format) ?? new Map<string, Set<string>>()
      files.set(chart.id, (files.get(chart.id) ?? new Set()).add(file))
      formats.set(format, files)
    }
  }
  const numbers: Numbers = {}
  const rows: string[] = []
  for (const [format, files] of [...formats].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = (chart: AbstractFile, of: 'truth' | 'file'): string => {
      const file = join(options.out, `${chart.id}-${format}-${of}.json`)
      writeFileSync(file, JSON.stringify(restingOn(jsonOf(chart[of]), files.get(chart.id) ?? new Set())))
      return file
    }
    const found = scored(
      charts.flatMap((chart) => [part(chart, 'truth'), chart.file]),
      options,
      `${format}: missed or wrong`,
    )
    const said = scored(
      charts.flatMap((chart) => [chart.truth, part(chart, 'file')]),
      options,
    )
    rows.push(
      row(format, said.precision ?? 0, found.recall ?? 0, `${(found.right ?? 0) + (found.wrong ?? 0) + (found.missed ?? 0)} values`),
    )
    if (Number.isFinite(said.precision)) numbers[`format.${format}.precision`] = said.precision ?? 0
    numbers[`format.${format}.recall`] = found.recall ?? 0
  }
  let entirely = 0
  for (const chart of charts) {
    const { precision = 0, recall = 0, wrong = 0, extra = 0, missed = 0 } = scored([chart.truth, chart.file], options)
    if (wrong + extra + missed === 0) entirely++
    rows.push(row(chart.id, precision, recall, `${wrong} wrong, ${extra} extra, ${missed} missed`))
  }
  console.log(`${'format, then chart'.padEnd(24)}  precision    recall`)
  console.log(rows.join('\n'))
  console.log(`${entirely} of ${charts.length} charts entirely right`)
  return { ...numbers, 'patients.entirely-right': entirely / charts.length }
}

/** The table of the scorer is shown only where its misses are asked for. */
function scored(pairs: readonly string[], { shared, misses }: EvalOptions, title?: string): Record<string, number> {
  const show = misses && title !== undefined
  if (show) console.log(`\n${title}`)
  return score(join(shared, 'gold/score/score-abstract.mjs'), pairs, show, show)
}

const row = (name: string, precision: number, recall: number, more: string) =>
  `${name.padEnd(24)}  ${percent(precision)}   ${percent(recall)}   ${more}`
const percent = (part: number) => `${(100 * part).toFixed(1)}%`.padStart(8)

type Abstract = Record<string, unknown>

/** The same abstract, with the statements only that have evidence in these files. Of labs and performance the latest of each counts, as scored. */
function restingOn(abstract: Abstract, files: ReadonlySet<string>): Abstract {
  const holds = (value: unknown) => evidenceFiles(value).some((file) => files.has(file))
  const latest: Abstract = {
    ...abstract,
    labs: latestOf(listOf(abstract['labs']), 'test'),
    performance: latestOf(listOf(abstract['performance'])),
  }
  return Object.fromEntries(
    Object.entries(latest).flatMap(([key, value]): [string, unknown][] => {
      if (Array.isArray(value)) return [[key, value.filter(holds)]]
      if (typeof value === 'object' && value !== null) return holds(value) ? [[key, value]] : []
      return [[key, value]]
    }),
  )
}

function latestOf(items: readonly Abstract[], by?: string): Abstract[] {
  const newest = new Map<string, Abstract>()
  for (const item of items) {
    const key = by === undefined ? '' : String(item[by]).toLowerCase()
    const known = newest.get(key)
    if (known === undefined || String(item['date']) > String(known['date'])) newest.set(key, item)
  }
  return [...newest.values()]
}

const listOf = (value: unknown): Abstract[] => (Array.isArray(value) ? value : [])

const evidenceFiles = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'evidence' in value ? listOf(value.evidence).map(({ file }) => String(file)) : []

const filesOf = (abstract: Abstract): string[] => listOf(abstract['documents']).map(({ file }) => String(file))

/** By its ending; a PDF without a text layer is a scan, and so are pictures. */
async function formatOf(records: string, file: string): Promise<string> {
  const ending = extname(file).slice(1).toLowerCase()
  if (ending !== 'pdf') return FORMATS[ending] ?? ending
  const nothing = { ocr: async () => [], parallel: 1, onPage: () => {} }
  const { document } = await pdfReader.read(readFileSync(join(records, file)), { id: DocumentId.parse(file), file }, nothing)
  return document.read ? 'text-pdf' : 'scan'
}

const FORMATS: Record<string, string> = {
  tif: 'scan',
  tiff: 'scan',
  jpg: 'scan',
  jpeg: 'scan',
  png: 'scan',
  heic: 'scan',
  xml: 'ccda',
  json: 'fhir',
  txt: 'text',
  htm: 'html',
}
