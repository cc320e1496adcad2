import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleMatch, exampleProfile } from '@carefolio/core/report/example.test-data.ts'
import { reportOf } from '@carefolio/core/report/report.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportPdf } from './pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-pdf-'))
const file = join(folder, 'report.pdf')
const poppler = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' }).stdout
const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0

beforeAll(async () => {
  writeFileSync(file, await reportPdf(reportOf(exampleProfile(), exampleMatch(), { made: '2026-10-01T08:00:00Z', place: '60614' })))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!hasPoppler)('the PDF report, read by poppler (skipped where poppler is not installed)', () => {
  it('is tagged: headings, paragraphs, lists, tables, and a figure with words', () => {
    expect(poppler('pdfinfo', file)).toMatch(/Tagged:\s+yes/)
    const structure = poppler('pdfinfo', '-struct', file)
    for (const tag of ['H1', 'H2', 'H3', 'P', 'L (', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(structure).toContain(tag.replace(' (', ''))
    expect(structure.match(/^\s*H1/gm)).toHaveLength(1)
  })

  it('holds the same statements as the page, with signs and comparison marks intact', () => {
    const text = poppler('pdftotext', '-layout', file, '-')
    for (const words of [
      'Clinical trials for you',
      'Your blood test of August 2026 found ESR1 D538G.',
      'Platelets >= 100 x 10^9/L',
      'HER2-positive <disease>',
      'may pass from 2026-10-29',
      '✓',
      '✗',
      'not medical advice',
    ])
      expect(text).toContain(words)
  })

  it('opens with a page for the oncologist', () => {
    const first = poppler('pdftotext', '-layout', '-f', '1', '-l', '1', file, '-')
    for (const words of [
      'At a glance',
      'Woman, 60 years',
      'ER positive, HER2 low',
      'Last drug that ended',
      'fit best',
      'DEMO0901',
      'settle the most',
    ])
      expect(first).toContain(words)
  })

  it('says first, before the title, what puts everything in doubt', async () => {
    const [doubt] = exampleProfile().cancers
    const checks = [{ message: 'These may be the records of two people.', evidence: doubt?.evidence ?? [], grave: true }]
    const path = join(folder, 'alarm.pdf')
    writeFileSync(path, await reportPdf(reportOf({ ...exampleProfile(), checks }, exampleMatch(), { made: '2026-10-01T08:00:00Z' })))
    expect(poppler('pdftotext', '-layout', path, '-').trim()).toMatch(/^Stop and check first: These may be the records of two people\./)
  })

  it('tells the first trials in full and every other in a row, and says where all of it is', async () => {
    const match = exampleMatch()
    const [possible, , excluded] = match.trials
    if (possible && excluded)
      for (let i = 10; i < 90; i++) {
        match.trials.push({ ...possible, trial: { ...possible.trial, id: `DEMO10${i}` } })
        match.trials.push({ ...excluded, trial: { ...excluded.trial, id: `DEMO20${i}` } })
      }
    match.considered = match.trials.length + 2
    const report = reportOf(exampleProfile(), match, { made: '2026-10-01T08:00:00Z' })
    const [short, full] = [join(folder, 'short.pdf'), join(folder, 'full.pdf')]
    writeFileSync(short, await reportPdf(report))
    writeFileSync(full, await reportPdf(report, { full: true }))
    const pages = (path: string) => Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', path))?.[1])
    const text = poppler('pdftotext', '-layout', short, '-')
    for (const { trial } of match.trials) expect(text).toContain(trial.id)
    expect(text).toContain('56 more, in short')
    expect(text).toContain('report.html and trials.csv')
    expect(pages(short)).toBeLessThan(16)
    expect(pages(full)).toBeGreaterThan(pages(short))
  })

  it('links every source number to the quoted words', () => {
    const destinations = poppler('pdfinfo', '-dests', file)
    const text = poppler('pdftotext', file, '-')
    const numbers = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => number))
    expect(numbers.size).toBeGreaterThan(5)
    for (const number of numbers) expect(destinations).toContain(`"source-${number}"`)
  })
})
