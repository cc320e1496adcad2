import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type BrowserPlace,
  chromiumPath,
  DESK,
  enrol,
  faultsAt,
  openBrowserPlace,
  PHONE,
  SIZES,
  visitDemo,
} from '../tools/browser-place.ts'
import { expectScreen, fixedLook } from './screen-picture.test-data.ts'

const NOW = new Date('2026-10-01T15:00:00Z')

/** Each screen: its path, what is there when it is ready, and the call it lives on. */
const SCREENS = [
  ['home', '', '.asked', 'originals'],
  ['records', '/records', '.file', 'originals'],
  ['profile', '/profile', '.glance', 'profile'],
  ['timeline', '/timeline', '.timeline-picture', 'profile'],
  ['trials', '/trials', '.trial-card', 'trials'],
  ['trial', '/trials/DEMO0001', '.criteria.fits', 'trials/DEMO0001'],
  ['settings', '/settings', '.pairs', ''],
] as const

describe.skipIf(chromiumPath === '')('the screens in a browser (skipped where Chromium is not installed)', () => {
  let there: BrowserPlace
  let page: Page
  let place = ''

  beforeAll(async () => {
    // A fixed day, on which every moment is still a little later than the one before.
    let moments = 0
    there = await openBrowserPlace({ now: () => new Date(NOW.getTime() + moments++) })
    page = await there.open({ bypassCSP: true })
    await page.clock.setFixedTime(NOW)
    await fixedLook(page)
    place = await visitDemo(page, there.url)
  }, 180_000)
  afterAll(() => there?.[Symbol.asyncDispose]())

  const at = (path: string) => new URL(`${place}${path}`, there.url).href
  const goTo = async (path: string, ready: string) => {
    await page.goto(at(path))
    await page.locator(ready).first().waitFor()
  }
  /** The address of a call for the person. */
  const api = (call: string) => new RegExp(`/api/people/[^/]+${call === '' ? '' : `/${call}`}(?:\\?|$)`)

  it.each(SCREENS)('looks as it did: %s', async (name, path, ready) => {
    await goTo(path, ready)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await page.waitForTimeout(250)
      await expectScreen(page, `${name}-${size.width}`)
    }
    await page.setViewportSize(PHONE)
  })

  it.each(SCREENS)('says that it is working, then that it failed and what to do, and gets over it: %s', async (_, path, ready, call) => {
    // What comes by itself would mend it before anybody could see.
    await page.route(api('events'), (route) => route.abort())
    let fail: (() => void) | undefined
    const asked = new Promise<void>((resolve) => {
      fail = resolve
    })
    await page.route(api(call), async (route) => {
      await asked
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(BROKEN) })
    })
    await page.goto(at(path))
    const working = page.locator('.state[role=status]').first()
    await working.waitFor()
    expect(await working.innerText()).toMatch(/…$/)
    fail?.()
    const failed = page.locator('.notice.bad').first()
    await failed.waitFor()
    expect(await failed.innerText()).toContain(BROKEN.title)
    expect(await faultsAt(page, [PHONE])).toEqual([])
    await page.unroute(api(call))
    await page.unroute(api('events'))
    await failed.locator('button', { hasText: 'Try again' }).click()
    await page.locator(ready).first().waitFor()
    await page.locator('.notice.bad').first().waitFor({ state: 'detached' })
  })

  it('shows what there is when a part fails, and says which is missing', async () => {
    await page.route(api('profile'), (route) => route.fulfill({ status: 500, body: JSON.stringify(BROKEN) }))
    await goTo('', '.first-step')
    await page.locator('.notice.bad').waitFor()
    expect(await page.locator('.first-step h2').innerText()).toBe('1 file needs your help')
    await page.unroute(api('profile'))
    await goTo('/records', '.file')
    expect(await page.locator('#need-help').innerText()).toBe('This file needs your help')
  })

  it('never says that nothing is there because it could not ask', async () => {
    await page.route(api('events'), (route) => route.abort())
    await page.route(api('originals'), (route) => route.fulfill({ status: 500, body: JSON.stringify(BROKEN) }))
    await page.goto(at(''))
    await page.locator('.notice.bad').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Add your first records')
    await page.unroute(api('originals'))
    await page.unroute(api('events'))
  })

  it('shows a profile that is not whole yet, and says so', async () => {
    await page.route(api('profile'), async (route) => {
      const answer = await (await route.fetch()).json()
      await route.fulfill({ json: { ...answer, unread: 2 } })
    })
    await goTo('/profile', '.glance')
    expect(await page.locator('main').innerText()).toContain('2 files are not in here yet')
    await page.unroute(api('profile'))
  })

  it.each(SCREENS)('is whole at 200% and 400%, and stands still for who wants that: %s', async (_, path, ready) => {
    // Twice as large on a desk is a window of half the size; four times is the narrowest that has to hold.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await goTo(path, ready)
    expect(
      await faultsAt(page, [
        { width: DESK.width / 2, height: DESK.height / 2 },
        { width: 320, height: 256 },
      ]),
    ).toEqual([])
    const moving = await page.evaluate(
      () =>
        document.getAnimations().filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 10)
          .length,
    )
    expect(moving).toBe(0)
    await page.emulateMedia({ reducedMotion: null })
    await page.setViewportSize(PHONE)
  })

  it.each(SCREENS)('is reached to the last button by keyboard, and shows where one is: %s', async (_, path, ready) => {
    await goTo(path, ready)
    const wanted = await page.evaluate((selector) => {
      const all = [...document.querySelectorAll<HTMLElement>(selector)]
      const seen = all.filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('details:not([open]) > :not(summary)'),
      )
      // One of a group of radio buttons is stopped at.
      return seen.filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked)).length
    }, FOCUSABLE)
    await page.evaluate(() => {
      document.body.tabIndex = -1
      document.body.focus()
    })
    let unseen = 0
    const reached = new Set<string>()
    for (let n = 0; n < wanted + 15 && reached.size < wanted; n++) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate(() => {
        const one = document.activeElement
        if (!(one instanceof HTMLElement) || one === document.body) return undefined
        one.dataset['reached'] ??= String(document.querySelectorAll('[data-reached]').length)
        const { outlineStyle, boxShadow } = getComputedStyle(one)
        return { place: one.dataset['reached'], isSeen: outlineStyle !== 'none' || boxShadow !== 'none' }
      })
      if (!here) continue
      reached.add(here.place)
      if (!here.isSeen) unseen++
    }
    expect([reached.size, unseen]).toEqual([wanted, 0])
  })

  it('tells who listens where they are and what is next', async () => {
    await goTo('', '.asked')
    const heard = await page.locator('body').ariaSnapshot()
    for (const part of [
      'link "Skip to the content"',
      'navigation "Places"',
      'heading "Maria (demo)" [level=1]',
      'region "Next step"',
      'link "Home"',
    ])
      expect(heard).toContain(part)
    await page.locator('.tabs a', { hasText: 'Profile' }).click()
    await page.locator('.glance').waitFor()
    // The new heading is read, as when a page is opened.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.title()).toBe('Profile · Carefolio')
    const table = await page.locator('table.receptors').ariaSnapshot()
    expect(table).toContain('columnheader "HER2"')
    await goTo('/timeline', '.timeline-picture')
    expect(await page.locator('.timeline-picture').ariaSnapshot()).toMatch(/img "Your history from .* in words\."/)
  })

  it.each([
    ['home', '', '.first-step h2', 'Add your first records'],
    ['records', '/records', '.drop h2', 'Add your first records'],
    ['profile', '/profile', '.state h2', 'Nothing read yet'],
    ['timeline', '/timeline', '.state h2', 'No dates yet'],
    ['trials', '/trials', '.opt-in h2', 'Do you want to look for clinical trials?'],
  ])('says what will be here while there is nothing: %s', async (name, path, where, says) => {
    empty ??= await emptyPlace()
    await empty.page.goto(new URL(`${empty.place}${path}`, there.url).href)
    await empty.page.locator(where).waitFor()
    expect(await empty.page.locator(where).innerText()).toBe(says)
    // A button that waits for what the page still asks is paler.
    await empty.page.waitForFunction(() => document.querySelector('button:disabled') === null)
    await expectScreen(empty.page, `empty-${name}-${PHONE.width}`)
  })

  let empty: { page: Page; place: string } | undefined
  async function emptyPlace() {
    const one = await there.open({ bypassCSP: true })
    await one.clock.setFixedTime(NOW)
    await fixedLook(one)
    return { page: one, place: await enrol(one, there.url, 'Nora Example', 'nora@example.org') }
  }
})

const BROKEN = { type: 'about:blank', code: 'our-fault', status: 500, title: 'Something broke here.', wayOut: 'Try again.' }
const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]):not([hidden]), select, summary, [tabindex="0"]'
