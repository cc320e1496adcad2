import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserPlace, chromiumPath, enrol, faultsAt, openBrowserPlace } from '../tools/browser-place.ts'

const NOTES = {
  'berta.txt': 'Clinic note, 2026-09-01\nPatient: Berta Lund  DOB: 03/04/1960\nWoman with left breast cancer, ER positive. ECOG 1.\n',
  'otis.txt': 'Clinic note, 2026-07-01\nPatient: Otis Grant  DOB: 11/23/1948\nECOG 3.\n',
}

describe.skipIf(chromiumPath === '')('files of two people in a browser (skipped where Chromium is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-whose-'))
  let there: BrowserPlace
  let page: Page
  let place = ''

  beforeAll(async () => {
    there = await openBrowserPlace()
    page = await there.open({ viewport: { width: 390, height: 844 } })
    place = await enrol(page, there.url, 'Berta Lund', 'berta@example.org')
    for (const [name, text] of Object.entries(NOTES)) writeFileSync(join(folder, name), text)
    await page.goto(at('/records'))
    await page
      .locator('.drop input[type=file]')
      .first()
      .setInputFiles(Object.keys(NOTES).map((name) => join(folder, name)))
  })
  afterAll(async () => {
    await there?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })
  const at = (path: string) => new URL(`${place}${path}`, there.url).href
  const asked = () => page.locator('#whose-records')

  it('are named, and the profile leads to the question whose they are', async () => {
    await asked().waitFor()
    expect(await asked().innerText()).toContain('none of them has the date of birth in Settings')
    await page.goto(at('/profile'))
    await page.locator('.notice a', { hasText: 'Whose records are these?' }).click()
    await asked().waitFor()
    expect(await faultsAt(page)).toEqual([])
  })

  it('make a profile once the person says, by the keyboard, which are theirs', async () => {
    await asked().locator('input[type=radio]').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    expect(await asked().locator('label', { hasText: 'Berta Lund' }).locator('input').isChecked()).toBe(true)
    await asked().locator('button[type=submit]').focus()
    await page.keyboard.press('Enter')
    await page.locator('#whose-records', { hasText: 'the files of the one you chose' }).waitFor()
    await page.goto(at('/profile'))
    await page.locator('.glance', { hasText: 'ECOG 1' }).waitFor()
  })

  it('can be given back, and give their date of birth to the Settings', async () => {
    await page.goto(at('/records'))
    await asked().locator('button', { hasText: 'Take the choice back' }).click()
    await page.locator('#whose-records.undecided').waitFor()
    await asked().locator('label', { hasText: 'Otis Grant' }).click()
    await asked().locator('label', { hasText: 'Nov 23, 1948' }).last().click()
    await asked().locator('button[type=submit]').click()
    await page.locator('#whose-records', { hasText: 'the files of the one you chose' }).waitFor()
    await page.goto(at('/settings'))
    await page.locator('dd', { hasText: 'Nov 23, 1948' }).waitFor()
    expect(await faultsAt(page)).toEqual([])
  })
})
