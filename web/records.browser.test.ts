import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { dicomFile, element, shape, two } from '@carefolio/core/read/dicom/file.test-data.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { type BrowserPlace, chromiumPath, enrol, faultsAt, openBrowserPlace } from '../tools/browser-place.ts'

const SIDE = 32
/** A slice of a CT: air around, and in the middle a value that tells which slice it is. */
const slice = (value: number) =>
  dicomFile('1.2.840.10008.1.2.1', [
    element(8, 0x20, 'DA', '20260801'),
    element(8, 0x60, 'CS', 'CT'),
    element(8, 0x1030, 'LO', 'CT chest'),
    ...shape({ width: SIDE, height: SIDE, signed: true }),
    element(0x28, 0x1050, 'DS', '40'),
    element(0x28, 0x1051, 'DS', '400'),
    element(
      0x7fe0,
      0x10,
      'OW',
      Array.from({ length: SIDE * SIDE }, (_, i) => {
        const isMiddle = Math.abs((i % SIDE) - SIDE / 2) < 6 && Math.abs(Math.floor(i / SIDE) - SIDE / 2) < 6
        return two((isMiddle ? value : -1000) & 0xffff)
      }).flat(),
    ),
  ])

describe.skipIf(chromiumPath === '')('records in a browser (skipped where Chromium is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-records-'))
  let there: BrowserPlace
  let page: Page
  let place = ''

  beforeAll(async () => {
    there = await openBrowserPlace()
    page = await there.open()
    place = await enrol(page, there.url, 'Ada Example', 'ada@example.org')
  })
  afterAll(async () => {
    await there?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })
  const at = (path: string) => new URL(`${place}${path}`, there.url).href
  const chooser = () => page.locator('.drop input[type=file]').first()

  it('goes on with a large file after the connection broke and the page was closed', async () => {
    const bytes = randomBytes(13_000_000)
    const file = join(folder, 'large disc.bin')
    writeFileSync(file, bytes)
    let pieces = 0
    await page.route(/\/uploads\/[^/?]+\?at=/, (route) => (pieces++ === 0 ? route.continue() : route.abort()))
    await page.goto(at('/records'))
    await chooser().setInputFiles(file)
    await page.locator('.upload', { hasText: '4.0 MB of 13.0 MB' }).waitFor()
    await page.reload()
    const left = page.locator('section', { hasText: 'Not finished' }).last()
    await left.waitFor()
    expect(await left.innerText()).toContain('4.0 MB of 13.0 MB have arrived')
    expect(await faultsAt(page)).toEqual([])
    // Only what is missing is sent.
    await page.unroute(/\/uploads\/[^/?]+\?at=/)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(new URL(request.url()).search)
    })
    await left.locator('input[type=file]').setInputFiles(file)
    const kept = page.locator('.file', { hasText: 'large disc.bin' })
    await kept.waitFor()
    expect(sent).toEqual(['?at=4000000', '?at=8000000', '?at=12000000'])
    await left.waitFor({ state: 'detached' })
    const given = await page.request.get(new URL((await kept.locator('a[download]').getAttribute('href')) ?? '', there.url).href)
    expect(
      createHash('sha256')
        .update(await given.body())
        .digest('hex'),
    ).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('goes on by itself when the net is back', async () => {
    const file = join(folder, 'second disc.bin')
    writeFileSync(file, randomBytes(9_000_000))
    await page.goto(at('/records'))
    let pieces = 0
    await page.route(/\/uploads\/[^/?]+\?at=/, async (route) => {
      if (pieces++ === 1) await page.context().setOffline(true)
      await route.continue().catch(() => {})
    })
    await chooser().setInputFiles(file)
    await page.locator('.upload', { hasText: '4.0 MB of 9.0 MB' }).waitFor()
    await page.waitForTimeout(300)
    await page.context().setOffline(false)
    await page.locator('.file', { hasText: 'second disc.bin' }).waitFor()
    await page.unroute(/\/uploads\/[^/?]+\?at=/)
  })

  it('does not take another file of the same name and size for the one that broke off', async () => {
    const file = join(folder, 'third disc.bin')
    writeFileSync(file, randomBytes(5_000_000))
    let pieces = 0
    await page.goto(at('/records'))
    await page.route(/\/uploads\/[^/?]+\?at=/, (route) => (pieces++ === 0 ? route.continue() : route.abort()))
    await chooser().setInputFiles(file)
    await page.locator('.upload', { hasText: '4.0 MB of 5.0 MB' }).waitFor()
    await page.reload()
    await page.unroute(/\/uploads\/[^/?]+\?at=/)
    const other = randomBytes(5_000_000)
    writeFileSync(file, other)
    await chooser().setInputFiles(file)
    const kept = page.locator('.file', { hasText: 'third disc.bin' })
    await kept.waitFor()
    const given = await page.request.get(new URL((await kept.locator('a[download]').getAttribute('href')) ?? '', there.url).href)
    expect(Buffer.compare(await given.body(), other)).toBe(0)
    // What broke off can be given up.
    await page.locator('button', { hasText: 'Do not go on' }).click()
    await page.locator('section', { hasText: 'Not finished' }).last().waitFor({ state: 'detached' })
  })

  it('shows the pictures of a disc, turned through with slider, keys and wheel, darker and brighter as one likes', async () => {
    const disc = join(folder, 'disc.zip')
    const zip = new ZipFile()
    for (const [i, value] of [-100, 40, 140].entries()) zip.addBuffer(Buffer.from(slice(value)), `DICOM/S1/IM${i + 9}`)
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(disc))
    await page.goto(at('/records'))
    await chooser().setInputFiles(disc)
    const kept = page.locator('.file', { hasText: 'disc.zip' })
    await kept.locator('summary', { hasText: 'documents inside' }).click({ timeout: 60_000 })
    await kept.locator('.inside a', { hasText: 'IM10' }).click()
    await page.locator('.scan canvas').waitFor()
    /** How bright the middle is. */
    const grey = () =>
      page.locator('.scan canvas').evaluate((one) => {
        const { width, height } = one as HTMLCanvasElement
        return (one as HTMLCanvasElement).getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data[0]
      })
    const greyIs = (wanted: number) =>
      expect.poll(async () => Math.abs(((await grey()) ?? -9) - wanted) <= 1, { message: `grey ${wanted}` }).toBe(true)
    const name = () => page.locator('.scan canvas').getAttribute('aria-label')
    await greyIs(128)
    expect(await name()).toBe('CT chest: picture 2 of 3')
    expect(await faultsAt(page)).toEqual([])
    await page.locator('.scan-frame').focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(name).toBe('CT chest: picture 3 of 3')
    await greyIs(191)
    await page.locator('.scan canvas').hover()
    await page.mouse.wheel(0, -100)
    await expect.poll(name).toBe('CT chest: picture 2 of 3')
    await page.locator('.slider input').first().fill('0')
    await greyIs(38)
    await page.locator('.scan-controls select').selectOption('lung')
    await greyIs(213)
    await page.locator('button', { hasText: 'Swap black and white' }).click()
    await greyIs(43)
    await page.locator('button', { hasText: 'As text' }).click()
    await page.locator('.page-text').waitFor()
    expect(await page.locator('.page-text').innerText()).toContain('CT chest')
  })

  it('says of a packing that it cannot open what to do instead', async () => {
    const file = join(folder, 'packed.dcm')
    writeFileSync(
      file,
      dicomFile('1.2.840.10008.1.2.4.90', [
        element(8, 0x60, 'CS', 'CT'),
        ...shape({ width: 8, height: 8 }),
        element(0x7fe0, 0x10, 'OW', [1, 2]),
      ]),
    )
    await page.goto(at('/records'))
    await chooser().setInputFiles(file)
    await page.locator('.file', { hasText: 'packed.dcm' }).locator('a', { hasText: 'Open' }).click({ timeout: 60_000 })
    await page.locator('.notice.ask', { hasText: 'we cannot show yet' }).waitFor()
    expect(await faultsAt(page)).toEqual([])
    expect(there.broken).toEqual([])
  })
})
