import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserPlace, chromiumPath, enrol, faultsAt, openBrowserPlace, visitDemo } from '../tools/browser-place.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'

describe.skipIf(chromiumPath === '')('a new Carefolio in a browser (skipped where Chromium is not installed)', () => {
  let there: BrowserPlace
  let page: Page
  let place = ''

  beforeAll(async () => {
    there = await openBrowserPlace({ trials: false })
    page = await there.open()
  })
  afterAll(() => there?.[Symbol.asyncDispose]())
  const at = (path: string) => new URL(path, there.url).href

  it('leads through the first run: where the key lies, the first place, the trials', async () => {
    await page.goto(there.url)
    await page.locator('.first-run').waitFor()
    const steps = await page.locator('.first-run li').allInnerTexts()
    expect(steps).toHaveLength(3)
    expect(steps[0]).toMatch(/Keep a copy of the key[\s\S]*master\.key/)
    expect(steps[2]).toContain('--sync')
    expect(await faultsAt(page)).toEqual([])
  })

  it('has the invented person one click away, before any account, and says on every screen that she is invented', async () => {
    const start = Date.now()
    place = await visitDemo(page, there.url)
    expect(Date.now() - start).toBeLessThan(60_000)
    for (const path of ['', '/records', '/profile', '/timeline', '/trials', '/settings']) {
      await page.goto(at(`${place}${path}`))
      await page.locator('h1').waitFor()
      expect(await page.locator('.demo-banner').innerText(), path).toContain('invented')
    }
    expect(await page.locator('.trial-card, .settings').count()).toBeGreaterThan(0)
  })

  it('takes no file for the invented person, and offers no way to sign in as her', async () => {
    await page.goto(at(`${place}/records`))
    await page.locator('text=Your own go into your own place').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
    await page.goto(at(`${place}/settings`))
    await page.locator('.settings').waitFor()
    expect(await page.locator('h2', { hasText: 'How you sign in' }).count()).toBe(0)
  })

  it('speaks Spanish to who wants it, on every screen, and remembers nothing but that', async () => {
    await page.locator('select.language').selectOption('es')
    await page.locator('h1', { hasText: es.settings.title }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
    const spanish = new Set(sentencesOf(es))
    const english = sentencesOf(en).filter((text) => !spanish.has(text))
    for (const path of ['', '/records', '/profile', '/timeline', '/trials', '/settings']) {
      await page.goto(at(`${place}${path}`))
      await page.locator('h1').waitFor()
      await page.waitForFunction(() => document.querySelector('.state[role=status]') === null)
      const shown = (await page.locator('body').innerText()).replace(/\s+/g, ' ')
      expect(
        english.filter((text) => shown.includes(text)),
        path,
      ).toEqual([])
      expect(await faultsAt(page), path).toEqual([])
    }
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['carefolio-language', 'es']])
    await page.locator('select.language').selectOption('en')
    await page.locator('h1', { hasText: en.settings.title }).waitFor()
  })

  it('speaks Spanish by itself where the browser asks for it', async () => {
    const one = await there.open({ locale: 'es-MX' })
    await one.goto(there.url)
    await one.locator('button', { hasText: es.welcome.visit }).waitFor()
    await one.context().close()
  })

  it('goes when one leaves: nothing of the visit stays', async () => {
    await page.locator('.demo-banner button', { hasText: 'Leave' }).click()
    await page.locator('.first-run').waitFor()
    await page.goto(at(`${place}/profile`))
    await page.locator('.first-run').waitFor()
  })

  it.each([
    ['a practised hand', 350, 120_000],
    ['a slow hand', 1100, 300_000],
  ])('enrols within the time of %s', async (_, perKey, limit) => {
    // Every key and every click costs so many milliseconds; the server and the pages take their own time besides.
    const one = await there.open()
    let acts = 0
    const count = async <T>(n: number, act: Promise<T>) => {
      acts += n
      return act
    }
    const start = Date.now()
    await one.goto(there.url)
    await count(1, one.locator('.welcome-ways .main').click())
    const fill = (name: string, text: string) => count(text.length + 1, one.locator(`input[name=${name}]`).fill(text))
    await fill('name', 'Ines Example')
    await fill('email', `ines${perKey}@example.org`)
    await count(2, one.locator('select[name=month]').selectOption('08'))
    await fill('day', '14')
    await fill('year', '1967')
    await fill('zip', '60614')
    await count(1, one.locator('button[type=submit]').click())
    await count(1, one.locator('input[name=keep]').check())
    await count(1, one.locator('input[name=trials]').check())
    await count(1, one.locator('button[type=submit]').click())
    await count(1, one.locator('text=Use a password instead').click())
    await fill('password', 'a quiet morning by the lake')
    await count(1, one.locator('button[type=submit]').click())
    await one.locator('.first-step').waitFor()
    // Reading what is asked counts too: 25 seconds for 130 words at an easy pace, twice that when slow.
    const reading = perKey > 1000 ? 110_000 : 40_000
    expect(acts * perKey + (Date.now() - start) + reading).toBeLessThan(limit)
    await one.context().close()
  })

  it('leads on from the visit to a place of one’s own', async () => {
    const one = await there.open()
    await one.goto(there.url)
    await one.locator('button', { hasText: 'Look around first' }).click()
    await one.locator('.demo-banner a', { hasText: 'My own place' }).click()
    await one.locator('input[name=name]').waitFor()
    const own = await enrol(one, there.url, 'Vera Example', 'vera@example.org')
    await one.goto(at(own))
    await one.locator('h1', { hasText: 'Hello, Vera' }).waitFor()
    expect(await one.locator('.demo-banner').count()).toBe(0)
    await one.context().close()
    expect(there.broken).toEqual([])
  })
})

/** All whole sentences and names of some length that have nothing put in. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 20 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesOf) : []
}
