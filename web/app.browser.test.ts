import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserPlace, chromiumPath, corpus, faultsAt, openBrowserPlace, PHONE } from '../tools/browser-place.ts'

/** Files of several kinds that are read in a moment, and one that cannot be. */
const FILES = [
  '2019-03 breast biopsy.pdf',
  'Clinic note 2026-09-15.txt',
  'Liver biopsy 2024.pdf',
  'fhir labs.json',
  'portal export.xml',
  'download (1).pdf',
].map((name) => join(corpus, 'patients/maria/records', name))
const EMAIL = 'ines@example.org'
const PASSWORD = 'a quiet morning by the lake'

describe.skipIf(chromiumPath === '')('the app in a browser (skipped where Chromium is not installed)', () => {
  let there: BrowserPlace
  let page: Page
  let place = ''
  let invitation = ''

  beforeAll(async () => {
    there = await openBrowserPlace()
    page = await there.open()
  })
  afterAll(() => there?.[Symbol.asyncDispose]())

  const at = (path: string) => new URL(path, there.url).href

  const goTo = async (path: string, ready: string) => {
    await page.goto(at(`${place}${path}`))
    await page.locator(ready).first().waitFor()
  }

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = async (text: string) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }

  it('enrols in three steps by keyboard alone, in far less than two minutes', async () => {
    const start = Date.now()
    await page.goto(there.url)
    await page.locator('text=This Carefolio is new').waitFor()
    expect(await faultsAt(page)).toEqual([])
    await page.locator('text=Create my place').focus()
    await press('Enter')
    await page.locator('input[name=name]').waitFor()
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab')
    await page.locator('button[type=submit]').focus()
    await press('Enter')
    // What is missing is said, and the first of it has the focus.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')
    expect(await faultsAt(page)).toEqual([])
    await page.keyboard.type('Ines Example')
    await type(EMAIL)
    await type('August')
    await type('14')
    await type('1967')
    await type('60614')
    await press('Enter')
    await page.locator('input[name=keep]').waitFor()
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(await faultsAt(page)).toEqual([])
    await page.locator('input[name=keep]').focus()
    await press('Space', 'Enter')
    await page.locator('text=Use a password instead').focus()
    await press('Enter')
    await page.locator('input[name=password]').focus()
    await page.keyboard.type(PASSWORD)
    expect(await faultsAt(page)).toEqual([])
    await page.locator('input[name=password]').focus()
    await press('Enter')
    await page.locator('text=Add your first records').waitFor()
    place = new URL(page.url()).pathname
    expect(place).toMatch(/^\/p\/[\w-]+$/)
    expect(Date.now() - start).toBeLessThan(60_000)
  })

  it.each([
    ['home', '', '.first-step'],
    ['records', '/records', '.drop'],
    ['profile', '/profile', '.state h2'],
    ['timeline', '/timeline', '.state h2'],
    ['trials', '/trials', '.opt-in'],
  ])('says honestly that there is nothing yet: %s', async (_, path, ready) => {
    await goTo(path, ready)
    expect(await faultsAt(page)).toEqual([])
  })

  it('takes files, reads them to the end, and says of each what became of it', async () => {
    await goTo('/records', '.drop')
    await page.locator('input[type=file]').first().setInputFiles(FILES)
    await page.waitForFunction(
      (count) => document.querySelectorAll('.file').length === count && document.querySelector('progress') === null,
      FILES.length,
      { timeout: 60_000 },
    )
    const empty = page.locator('.file', { hasText: 'download (1).pdf' })
    expect(await empty.innerText()).toMatch(/The file is empty\.\s+Ask for it again/)
    expect(await page.locator('.file .badge.good').count()).toBe(FILES.length - 1)
    // A large one goes in pieces.
    const large = { name: 'disc.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(9_000_000, Buffer.from([0, 157, 255])) }
    await page.locator('input[type=file]').first().setInputFiles(large)
    const disc = page.locator('.file', { hasText: 'disc.bin' })
    await disc.locator('.badge.bad').waitFor()
    expect(await disc.innerText()).toContain('9.0 MB')
    await disc.locator('button', { hasText: 'Delete' }).click()
    await page.locator('dialog button', { hasText: 'Delete for good' }).click()
    await disc.waitFor({ state: 'detached' })
    expect(await faultsAt(page)).toEqual([])
  })

  it('says what to do next, and what a second opinion would ask for', async () => {
    await goTo('', '.asked')
    expect(await page.locator('.first-step h2').innerText()).toBe('1 file needs your help')
    expect(await page.locator('.asked .there').count()).toBeGreaterThan(4)
    expect(await faultsAt(page)).toEqual([])
  })

  it('shows the facts, each with its literal words on their page', async () => {
    await goTo('/profile', '.glance')
    const glance = await page.locator('.glance').innerText()
    expect(glance).toContain('invasive ductal carcinoma')
    expect(glance).toContain('Metastatic')
    expect(glance).toContain('HER2 low')
    expect(await page.locator('table.receptors tbody tr').count()).toBe(2)
    expect(await page.locator('#labs').innerText()).toMatch(/Hemoglobin[\s\S]*low/)
    expect(await faultsAt(page)).toEqual([])
    await page.locator('table.receptors .link-button').first().click()
    const quote = (await page.locator('.quote q').first().innerText()).replace(/^[“"]|[”"]$/g, '')
    expect(await faultsAt(page)).toEqual([])
    await page.locator('.quote-link').first().click()
    await page.locator('.page-picture rect.wanted').first().waitFor({ state: 'attached' })
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.page-picture img')?.naturalWidth)
    expect(await faultsAt(page)).toEqual([])
    await page.locator('text=As text').click()
    expect((await page.locator('mark.wanted').innerText()).replace(/\s+/g, ' ')).toContain(quote.slice(0, 30))
    expect(await faultsAt(page)).toEqual([])
  })

  it('takes an entry out when the person says it is wrong, and brings it back', async () => {
    await goTo('/profile', '#allergies')
    const allergy = page.locator('#allergies .entry-button', { hasText: 'Penicillin' })
    await allergy.focus()
    await press('Enter')
    await page.locator('text=No, take it out').click()
    await allergy.waitFor({ state: 'detached' })
    // The focus comes back, and Escape closes.
    await page.locator('text=Take back').click()
    await allergy.waitFor()
    await allergy.click()
    await press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Penicillin')
  })

  it('adds what no record says, as told by the person', async () => {
    await goTo('/profile', '#conditions')
    await page.locator('#conditions button', { hasText: 'Add' }).click()
    await page.locator('dialog button[type=submit]').click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')
    await page.locator('dialog input[name=name]').fill('migraine')
    await page.locator('dialog select[name=status]').selectOption('active')
    expect(await faultsAt(page)).toEqual([])
    await page.locator('dialog button[type=submit]').click()
    const added = page.locator('#conditions .entry-button', { hasText: 'Migraine' })
    await added.click()
    expect(await page.locator('.quotes').innerText()).toMatch(/^Told by Ines Example/)
  })

  it('draws the history, and has it as a table', async () => {
    await goTo('/timeline', '.timeline-picture')
    expect(await page.locator('.timeline-picture').getAttribute('aria-label')).toMatch(/^Your history from/)
    expect(await page.locator('.events').first().innerText()).toContain('Breast cancer')
    expect(await faultsAt(page)).toEqual([])
  })

  it('looks for trials only when the person wants it, and shows why each fits in words of both sides', async () => {
    await goTo('/trials', '.opt-in')
    await page.locator('text=Yes, look for trials').click()
    await page.locator('.trial-card').first().waitFor()
    expect(await faultsAt(page)).toEqual([])
    await page.locator('.trial-title').first().click()
    await page.locator('.criteria.fits').first().waitFor()
    expect(await page.locator('.registry').count()).toBeGreaterThan(0)
    await page.locator('.criteria.fits button').first().click()
    expect(await page.locator('dialog .quote q').count()).toBeGreaterThan(0)
    await press('Escape')
    expect(await faultsAt(page)).toEqual([])
  })

  it('answers a question in place, and the verdicts change', async () => {
    await goTo('/trials', '.question h3')
    const asked = await page.locator('.question h3').innerText()
    const before = await page.locator('.trial-card .card-foot').allInnerTexts()
    await page.locator('.question .row').first().locator('button').first().click()
    await page.locator('text=The lists have been made anew').waitFor()
    await page.waitForFunction((text) => document.querySelector('.question h3')?.textContent !== text, asked)
    expect(await page.locator('.trial-card .card-foot').allInnerTexts()).not.toEqual(before)
    await page.locator('summary', { hasText: 'Your answers' }).click()
    await page.locator('.questions button', { hasText: 'Take back' }).click()
    await page.waitForFunction((text) => document.querySelector('.question h3')?.textContent === text, asked)
  })

  it('saves a trial, and puts one away with a reason', async () => {
    await goTo('/trials', '.trial-card')
    const [first, second] = await page.locator('.trial-title').allInnerTexts()
    await page.locator('.trial-card').first().locator('button', { hasText: 'Save' }).click()
    await page.locator('.trial-card').first().locator('button[aria-pressed=true]').waitFor()
    await page.locator('.trial-card').nth(1).locator('button', { hasText: 'Put away' }).click()
    await page.locator('dialog label', { hasText: 'Too far' }).click()
    expect(await faultsAt(page)).toEqual([])
    await page.locator('dialog button[type=submit]').click()
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.locator('a.chip', { hasText: 'Saved' }).click()
    await page.waitForFunction((title) => document.querySelector('.trial-title')?.textContent === title, first)
    await goTo('/trials?list=dismissed', '.trial-card')
    expect(await page.locator('.trial-card').innerText()).toContain(second)
    expect(await page.locator('.trial-card').innerText()).toContain('Your reason: Too far')
    await goTo('/trials?withinKm=16', '.cards')
    const near = await page.locator('.trial-card').allInnerTexts()
    expect(near.length).toBeGreaterThan(0)
    for (const card of near) expect(Number(/(\d+) miles?/.exec(card)?.[1])).toBeLessThanOrEqual(10)
  })

  it('puts two saved trials side by side', async () => {
    await goTo('/trials', '.trial-card')
    const unsaved = page.locator('.trial-card button', { hasText: /^Save:/ })
    await unsaved.first().click()
    await page.locator('.trial-card button[aria-pressed=true]').nth(1).waitFor()
    await goTo('/trials?list=saved', '.trial-card')
    await page.locator('a', { hasText: 'Compare two' }).click()
    await page.locator('table.compare').waitFor()
    expect(await page.locator('table.compare thead th').count()).toBe(2)
    expect(await page.locator('table.compare').innerText()).toContain('Why it fits')
    expect(await faultsAt(page)).toEqual([])
  })

  it('has people, sessions, consents and the log in the settings', async () => {
    await goTo('/settings', '.lines')
    expect(await faultsAt(page)).toEqual([])
    await page.locator('text=Show the log').click()
    await page.locator('.log li').first().waitFor()
    await page.locator('text=Invite somebody').click()
    await page.locator('dialog label', { hasText: 'Their name' }).waitFor()
    await page.locator('dialog input').first().fill('My sister')
    await page.locator('dialog label', { hasText: /^Trials$/ }).click()
    expect(await faultsAt(page)).toEqual([])
    await page.locator('dialog button[type=submit]').click()
    invitation = await page.locator('dialog .code').innerText()
    await page.locator('dialog button', { hasText: 'I have kept it' }).click()
    expect(await page.locator('.lines', { hasText: 'My sister' }).innerText()).toContain('hidden: Trials')
  })

  it('changes the date of birth field by field, and takes no day that does not exist', async () => {
    await goTo('/settings', '.lines')
    const panel = page.locator('section', { has: page.locator('h2', { hasText: 'About you' }) })
    await panel.locator('button', { hasText: 'Change' }).click()
    const day = await panel.locator('input[name=day]').inputValue()
    await panel.locator('input[name=day]').fill('32')
    expect(await panel.locator('[role=alert]').innerText()).toContain('month, day and year')
    expect(await faultsAt(page)).toEqual([])
    await panel.locator('input[name=day]').fill(day)
    await panel.locator('button[type=submit]').click()
    await panel.locator('button', { hasText: 'Change' }).waitFor()
  })

  it('shows the invented person in one click, marked as such', async () => {
    await goTo('', '.demo-offer')
    await page.locator('text=Look at an example').click()
    await page.locator('.demo-banner').waitFor()
    await page.locator('h1').waitFor()
    expect(await page.locator('.demo-banner').innerText()).toContain('invented')
    expect(await faultsAt(page)).toEqual([])
    await page.locator('.demo-banner a', { hasText: 'Leave' }).click()
    await page.locator('h1', { hasText: 'Ines' }).waitFor()
  })

  it('keeps what it shows when the server cannot be reached, and says so', async () => {
    await goTo('/profile', '.glance')
    await page.context().setOffline(true)
    await page.locator('#allergies .entry-button').first().click()
    await page.locator('dialog button', { hasText: 'Yes' }).click()
    await page.locator('dialog .notice.bad').waitFor()
    expect(await page.locator('dialog .notice.bad').innerText()).toContain('The server cannot be reached.')
    await press('Escape')
    expect(await page.locator('.glance').innerText()).toContain('Metastatic')
    await page.context().setOffline(false)
  })

  it('signs out, and in again with a recovery code, which is used up', async () => {
    await goTo('/settings', '.lines')
    await page.locator('button', { hasText: 'Make new codes' }).click()
    await page.locator('dialog button', { hasText: 'Make new codes' }).click()
    const code = await page.locator('.codes li').first().innerText()
    expect(await faultsAt(page)).toEqual([])
    await press('Escape')
    await page.locator('button', { hasText: 'Sign out' }).click()
    await page.locator('h1', { hasText: 'All your cancer records' }).waitFor()
    await page.goto(at(`${place}/profile`))
    await page.locator('h1', { hasText: 'All your cancer records' }).waitFor()
    await page.goto(at('/sign-in'))
    await page.locator('text=I lost my device').waitFor()
    expect(await faultsAt(page)).toEqual([])
    await page.locator('text=I lost my device').click()
    await page.locator('input[type=email]').fill(EMAIL)
    await page.locator('input[autocomplete=one-time-code]').fill(code)
    await page.locator('button[type=submit]').click()
    await page.locator('h1', { hasText: 'Hello, Ines' }).waitFor()
  })

  it('enrols with a passkey, and signs in with it', async () => {
    const one = await there.open({ viewport: PHONE })
    const other = one.context()
    const devtools = await other.newCDPSession(one)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    })
    await one.goto(at('/sign-up'))
    await one.locator('input[name=name]').fill('Rosa Example')
    await one.locator('input[name=email]').fill('rosa@example.org')
    await one.locator('select[name=month]').selectOption('05')
    await one.locator('input[name=day]').fill('3')
    await one.locator('input[name=year]').fill('1970')
    await one.locator('button[type=submit]').click()
    await one.locator('input[name=keep]').check()
    await one.locator('button[type=submit]').click()
    await one.locator('button', { hasText: 'Create with a passkey' }).click()
    await one.locator('h1', { hasText: 'Hello, Rosa' }).waitFor()
    await one.goto(at(`${new URL(one.url()).pathname}/settings`))
    await one.locator('button', { hasText: 'Sign out' }).click()
    await one.locator('h1', { hasText: 'All your cancer records' }).waitFor()
    await one.goto(at('/sign-in'))
    await one.locator('button', { hasText: 'Sign in with a passkey' }).click()
    await one.locator('h1', { hasText: 'Hello, Rosa' }).waitFor()
    // The place of another person is not there for her.
    await one.goto(at(`${place}/profile`))
    await one.locator('h1', { hasText: 'Hello, Rosa' }).waitFor()
    // Until she is let in: then she sees what is not hidden, and changes nothing.
    await one.goto(at(`${new URL(one.url()).pathname}/settings`))
    await one.locator('summary', { hasText: 'I have a code' }).click()
    await one.locator('label', { hasText: /^Code$/ }).fill(invitation)
    await one.locator('button', { hasText: 'Accept' }).click()
    await one.locator('h1', { hasText: 'Ines Example' }).waitFor()
    expect(await one.locator('.tabs a').allInnerTexts()).not.toContain('Trials')
    await one.goto(at(`${place}/trials`))
    await one.locator('h2', { hasText: 'This part is not shown to you' }).waitFor()
    expect(await one.locator('main').innerText()).not.toContain('deleted')
    expect(await faultsAt(one)).toEqual([])
    await one.setViewportSize(PHONE)
    await one.locator('.tabs a', { hasText: 'Profile' }).click()
    await one.locator('.glance').waitFor()
    expect(await one.locator('#allergies button', { hasText: 'Add' }).count()).toBe(0)
    // On paper, and only there, it says whose page it is.
    const whose = one.locator('main > p.print-only')
    expect(await whose.isVisible()).toBe(false)
    await one.emulateMedia({ media: 'print' })
    expect(await whose.innerText()).toMatch(/^Ines Example · Date of birth: /)
    expect(await whose.isVisible()).toBe(true)
    await one.emulateMedia({ media: null })
    await one.locator('.entry-button').first().click()
    await one.locator('dialog .quote').first().waitFor()
    expect(await one.locator('dialog button', { hasText: 'No, take it out' }).count()).toBe(0)
    await other.close()
  })

  it('asks nobody but its own server, keeps nothing in the browser, and breaks no rule of its own', async () => {
    expect(there.requests.length).toBeGreaterThan(50)
    expect(there.requests.filter((url) => new URL(url).origin !== new URL(there.url).origin)).toEqual([])
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ])
    expect(kept).toEqual([0, 0, '', 0, 0])
    expect(there.broken).toEqual([])
  })
})
