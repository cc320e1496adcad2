import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exampleMatch, exampleProfile } from '@carefolio/core/report/example.test-data.ts'
import { reportPage } from '@carefolio/core/report/html/page.ts'
import { reportOf } from '@carefolio/core/report/report.ts'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const chromiumPath = spawnSync('sh', ['-c', 'command -v chromium']).stdout.toString().trim()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(chromiumPath === '')('the report page in a browser (skipped where Chromium is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-page-'))
  const file = join(folder, 'report.html')
  let browser: Browser
  let page: Page
  const requests: string[] = []

  beforeAll(async () => {
    writeFileSync(file, reportPage(reportOf(exampleProfile(), exampleMatch(), { made: '2026-10-01T08:00:00Z', place: '60614' })))
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const open = async (width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
    page = await context.newPage()
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(pathToFileURL(file).href)
  }

  it.each([360, 1280])('has no accessibility violation at %i pixels', async (width) => {
    await open(width)
    await page.addScriptTag({ content: axe })
    const found = await page.evaluate(async () => {
      const run = (
        globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe
      return (await run.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(
        (violation) => `${violation.id}: ${violation.nodes[0]?.html}`,
      )
    })
    expect(found).toEqual([])
  })

  it('does not scroll sideways on a phone', async () => {
    await open(360)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.setAttribute('open', '')
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  it.each([
    [390, '.picture.narrow', '.picture.wide'],
    [1280, '.picture.wide', '.picture.narrow'],
  ])('shows at %i pixels the picture that fits, its words large enough to read', async (width, shown, hidden) => {
    await open(width)
    expect(await page.isVisible(shown)).toBe(true)
    expect(await page.isVisible(hidden)).toBe(false)
    const letters = await page
      .locator(`${shown} text`)
      .evaluateAll((all) => all.map((one) => (one as SVGTextElement).getBoundingClientRect()))
    for (const { left, right, height } of letters) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(width)
      expect(height).toBeGreaterThan(11)
    }
  })

  it('leads from a statement to the quoted words', async () => {
    await open(1280)
    await page.click('#facts .src a >> nth=0')
    expect(await page.evaluate(() => location.hash)).toMatch(/^#source-\d+$/)
    expect(await page.isVisible(':target q')).toBe(true)
  })

  it('opens everything by keyboard alone', async () => {
    await open(1280)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the trials')
    const summary = page.locator('article summary').first()
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('article details').first().getAttribute('open')).not.toBeNull()
  })

  it('asks the network for nothing but itself', () => {
    expect(requests.length).toBeGreaterThan(0)
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([])
  })
})
