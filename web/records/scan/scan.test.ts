import type { DocumentLine, OriginalFile } from '@carefolio/core/api/originals.ts'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { openDisc } from './disc.ts'
import { seriesOf } from './series.ts'
import { shaded, wholeWindow } from './shades.ts'

describe('brightness and contrast', () => {
  it.each([
    ['below the window', -200, 0],
    ['at its lower edge', 0, 0],
    ['beside its middle', 60, 153],
    ['at its upper edge', 100, 255],
    ['above it', 5000, 255],
  ])('make a value %s as bright as it should be', (_, value, grey) => {
    const window = { center: 50, width: 100 }
    expect([...shaded(new Float32Array([value]), window, false)]).toEqual([grey, grey, grey, 255])
    expect(shaded(new Float32Array([value]), window, true)[0]).toBe(255 - grey)
  })

  it('reach from the darkest to the brightest value, and are never nothing', () => {
    expect(wholeWindow(new Float32Array([-1000, 3000]))).toEqual({ center: 1000, width: 4000 })
    expect(wholeWindow(new Float32Array([7, 7]))).toEqual({ center: 7, width: 1 })
    expect(wholeWindow(new Float32Array())).toEqual({ center: 0, width: 1 })
  })
})

describe('a disc as ZIP', () => {
  const disc = async (files: Record<string, string>, compress: boolean) => {
    const zip = new ZipFile()
    for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name, { compress })
    zip.end()
    const parts: Buffer[] = []
    for await (const part of zip.outputStream) parts.push(Buffer.from(part))
    return new Blob([new Uint8Array(Buffer.concat(parts))])
  }

  it.each([true, false])('gives the one file that is asked for, packed: %s', async (compress) => {
    const opened = await openDisc(await disc({ 'DICOM/IM1': 'first '.repeat(50), 'DICOM/IM2': 'second' }, compress))
    expect(Buffer.from((await opened?.open('DICOM/IM1')) ?? []).toString()).toBe('first '.repeat(50))
    expect(Buffer.from((await opened?.open('DICOM/IM2')) ?? []).toString()).toBe('second')
    expect(await opened?.open('DICOM/IM3')).toBeUndefined()
  })

  it('is none where there is no directory', async () => {
    expect(await openDisc(new Blob([new Uint8Array(100)]))).toBeUndefined()
  })
})

describe('a series', () => {
  const line = (file: string, more: Partial<DocumentLine> = {}) =>
    ({ id: file, file, format: 'dicom', read: true, title: 'CT chest', date: '2026-08-01', ...more }) as DocumentLine

  it('is what lies in one folder with one title and one day, in the order of the names', () => {
    const [ten, nine] = [line('disc.zip › S1/IM10'), line('disc.zip › S1/IM9')]
    const others = [
      line('disc.zip › S2/IM1'),
      line('disc.zip › S1/IM8', { title: 'CT liver' }),
      line('disc.zip › S1/note', { format: 'text' }),
    ]
    const originals = [{ documents: [ten, ...others, nine] }] as unknown as OriginalFile[]
    expect(seriesOf(originals, ten).map(({ id }) => id)).toEqual([nine.id, ten.id])
  })

  it('is at least the file itself', () => {
    expect(seriesOf([], line('IM1'))).toHaveLength(1)
  })
})
