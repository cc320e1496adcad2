import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeChart } from './make-chart.ts'
import { type BenchPlace, type Figures, perSecond } from './measure.ts'

const PAGES = 3000

/** A chart of three thousand pages: extraction on all cores, understanding and profile on one, and the memory of it all. */
export async function benchChart({ root }: BenchPlace): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-chart-'))
  try {
    await makeChart(root, folder, PAGES)
    const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'tools/bench/read-chart.ts'), folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const { files, unread, same, pages, facts, readMs, understandMs, understandCpuMs, profileMs, peakMb } = JSON.parse(run.stdout)
    return {
      [`files and pages of the chart (${unread} unread, ${same} copies)`]: `${files} files, ${pages} pages, ${facts} facts`,
      'reading, all cores': `${seconds(readMs)} (${perSecond(pages, readMs)})`,
      'understanding, one core': `${seconds(understandMs)} (${perSecond(pages, understandMs)})`,
      '  by the time of the processor': perSecond(pages, understandCpuMs),
      'profile, one core': seconds(profileMs),
      'the whole': `${seconds(readMs + understandMs + profileMs)} (${perSecond(pages, readMs + understandMs + profileMs)})`,
      'peak memory, all threads': `${Math.round(peakMb)} MB`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
