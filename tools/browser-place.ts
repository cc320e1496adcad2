import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '@carefolio/server/app.ts'
import { configOf } from '@carefolio/server/config.ts'
import { importTrials } from '@carefolio/server/trials/import.ts'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { makePages } from '../bin/pages.mjs'

export const chromiumPath = spawnSync('sh', ['-c', 'command -v chromium']).stdout.toString().trim()
export const corpus = join(import.meta.dirname, '../corpus')
export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }
export const SIZES = [PHONE, DESK] as const

/** A place of its own on this computer, as a host runs it, and a browser before it. */
export type BrowserPlace = AsyncDisposable & {
  url: string
  browser: Browser
  /** Every address that was asked for, and every fault of the pages: breaks, refusals by the content policy. */
  requests: string[]
  broken: string[]
  /** A page in a browser of its own, with nothing remembered. */
  open(options?: BrowserContextOptions): Promise<Page>
}

/** `now` stops the clock of the server; `trials`: the invented ones are there for everybody, not for the invented person alone. */
export async function openBrowserPlace({ now, trials = true }: { now?: () => Date; trials?: boolean } = {}): Promise<BrowserPlace> {
  if (makePages() !== 0) throw new Error('the pages could not be made')
  const data = mkdtempSync(join(tmpdir(), 'carefolio-web-'))
  const app = createApp(configOf({ data }, {}, data))
  if (trials) await importTrials(await app.database(), join(corpus, 'trials'))
  const served = await app.serve({ port: 0, version: 'test', log: () => {}, ...(now ? { now } : {}) })
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--force-color-profile=srgb', '--font-render-hinting=none'],
  })
  const requests: string[] = []
  const broken: string[] = []
  return {
    url: served.url,
    browser,
    requests,
    broken,
    async open(options = {}) {
      const context = await browser.newContext({ viewport: PHONE, locale: 'en-US', timezoneId: 'UTC', ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on('request', (request) => requests.push(request.url()))
      page.on('pageerror', (error) => broken.push(error.message))
      page.on('console', (message) => {
        if (/Content Security Policy|Warning:|Each child/.test(message.text())) broken.push(message.text())
      })
      return page
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await served[Symbol.asyncDispose]()
      await app[Symbol.asyncDispose]()
      rmSync(data, { recursive: true })
    },
  }
}

/** To the invented person without an account; gives the path of her place once everything is read. */
export async function visitDemo(page: Page, url: string): Promise<string> {
  await page.goto(url)
  await page.locator('.welcome-ways button').click()
  await page.locator('.demo-banner').waitFor()
  const place = new URL(page.url()).pathname
  await page.goto(new URL(`${place}/records`, url).href)
  await page.waitForFunction(
    () => document.querySelectorAll('.file').length > 5 && document.querySelector('progress') === null,
    undefined,
    {
      timeout: 90_000,
    },
  )
  return place
}

/** Makes an account with a password on the first pages; gives the path of the new place. */
export async function enrol(page: Page, url: string, name: string, email: string): Promise<string> {
  await page.goto(new URL('/sign-up', url).href)
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=email]').fill(email)
  await page.locator('select[name=month]').selectOption('05')
  await page.locator('input[name=day]').fill('4')
  await page.locator('input[name=year]').fill('1970')
  await page.locator('input[name=zip]').fill('60614')
  await page.locator('button[type=submit]').click()
  await page.locator('input[name=keep]').check()
  await page.locator('button[type=submit]').click()
  await page.locator('button.plain').first().click()
  await page.locator('input[name=password]').fill('a quiet morning by the lake')
  await page.locator('button[type=submit]').click()
  await page.locator('.first-step').waitFor()
  return new URL(page.url()).pathname
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds at both sizes, and whether anything runs out at the side. */
export async function faultsAt(page: Page, sizes: readonly { width: number; height: number }[] = SIZES): Promise<string[]> {
  const faults: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.evaluate(axe)
    const found = await page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const { violations } = await run.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    faults.push(...found, ...(wide > 0 ? [`${wide} pixels too wide at ${size.width}`] : []))
  }
  await page.setViewportSize(PHONE)
  return faults
}
