import { describe, expect, it } from 'vitest'
import { Document } from '../../record/document.ts'
import { DocumentId } from '../../record/document-id.ts'
import { dicomReader } from './reader.ts'

const ascii = (text: string) => new TextEncoder().encode(text)
const two = (n: number) => [n & 255, (n >> 8) & 255]
const four = (n: number) => [...two(n & 0xffff), ...two(n >>> 16)]

/** An element in explicit VR, little endian. */
function element(group: number, number: number, vr: string, value: string | number[]): number[] {
  const raw = typeof value === 'string' ? [...ascii(value)] : value
  const even = raw.length % 2 === 0 ? raw : [...raw, vr === 'UI' ? 0 : 32]
  const head = [...two(group), ...two(number), ...ascii(vr)]
  return ['OB', 'OW', 'SQ', 'UN', 'UT'].includes(vr)
    ? [...head, 0, 0, ...four(even.length), ...even]
    : [...head, ...two(even.length), ...even]
}
const item = (...elements: number[][]) => {
  const body = elements.flat()
  return [0xfe, 0xff, 0x00, 0xe0, ...four(body.length), ...body]
}
const file = (...elements: number[][]) => {
  const syntax = element(2, 0x10, 'UI', '1.2.840.10008.1.2.1')
  return new Uint8Array([
    ...new Array(128).fill(0),
    ...ascii('DICM'),
    ...element(2, 0, 'UL', four(syntax.length)),
    ...syntax,
    ...elements.flat(),
  ])
}
const person = [element(0x10, 0x10, 'PN', 'Holt^Vera'), element(0x10, 0x30, 'DA', '19631105'), element(0x10, 0x40, 'CS', 'F')]
const study = [
  element(8, 0x20, 'DA', '20260801'),
  element(8, 0x60, 'CS', 'CT'),
  element(8, 0x80, 'LO', 'Elgin Imaging'),
  element(8, 0x1030, 'LO', 'CT chest with contrast'),
  element(8, 0x103e, 'LO', 'Axial 2 mm'),
]
const scan = (pixels: number[] = [1, 2, 3, 4]) =>
  file(...study, ...person, element(0x18, 0x15, 'CS', 'CHEST'), element(0x7fe0, 0x10, 'OW', pixels))
const read = async (bytes: Uint8Array) => (await dicomReader.read(bytes, { id: DocumentId.parse('d'), file: 'IM1' })).document

describe('reading DICOM', () => {
  it('lists an image with its patient, study, modality and day, and says that pictures are not interpreted', async () => {
    const document = await read(scan())
    expect(() => Document.parse(document)).not.toThrow()
    expect(document).toMatchObject({ read: true, date: '2026-08-01', declaredKind: 'CT', title: 'CT chest with contrast, Axial 2 mm' })
    expect(document.problems.map(({ code }) => code)).toEqual(['imaging-listed'])
    expect(document.entries).toMatchObject([
      { type: 'patient', person: { name: 'Holt Vera', sex: 'female', birthDate: '1963-11-05' } },
      { type: 'imaging-study', begins: '2026-08-01', bodySite: 'chest', method: 'CT', note: 'Elgin Imaging' },
    ])
    for (const { start, end } of document.entries)
      expect(document.pages[0]?.text.slice(start, end)).toMatch(/^(?:Patient: Holt Vera|CT chest)/)
  })

  it('says when the pixels are cut off, and still lists the study', async () => {
    const whole = scan(new Array(4000).fill(7))
    const document = await read(whole.subarray(0, whole.length - 2000))
    expect(document.problems.map(({ code }) => code)).toEqual(['damaged-dicom', 'imaging-listed'])
    expect(document.entries).toHaveLength(2)
  })

  it('reads what stands before a cut inside the header', async () => {
    const whole = file(...study, ...person)
    const document = await read(whole.subarray(0, whole.length - 25))
    expect(document.read).toBe(true)
    expect(document.problems[0]?.code).toBe('damaged-dicom')
    expect(document.entries.at(-1)).toMatchObject({ type: 'imaging-study', method: 'CT' })
  })

  it('reads a data set that lost its preamble', async () => {
    const bare = new Uint8Array([...element(8, 5, 'CS', 'ISO_IR 100'), ...study.flat(), ...person.flat()])
    expect(dicomReader.score(bare, 'x')).toBeGreaterThan(0.5)
    expect((await read(bare)).entries.at(-1)).toMatchObject({ begins: '2026-08-01', method: 'CT' })
  })

  it('lists the studies of a disc from its directory', async () => {
    const record = (type: string, ...more: number[][]) => item(element(4, 0x1430, 'CS', type), ...more)
    const records = [
      record('PATIENT', ...person),
      record('STUDY', element(8, 0x20, 'DA', '20260801'), element(8, 0x1030, 'LO', 'Chest')),
      record('SERIES', element(8, 0x60, 'CS', 'CT')),
      record('STUDY', element(8, 0x20, 'DA', '20250110'), element(8, 0x1030, 'LO', 'Breast')),
      record('SERIES', element(8, 0x60, 'CS', 'MR')),
    ].flat()
    const document = await read(file(element(4, 0x1220, 'SQ', records)))
    expect(document.entries.filter(({ type }) => type === 'imaging-study')).toMatchObject([
      { text: 'Chest', method: 'CT', begins: '2026-08-01' },
      { text: 'Breast', method: 'MRI', begins: '2025-01-10' },
    ])
  })

  it('reads the words of a structured report', async () => {
    const name = element(0x40, 0xa043, 'SQ', item(element(8, 0x104, 'LO', 'Impression')))
    const document = await read(
      file(element(8, 0x60, 'CS', 'SR'), element(0x40, 0xa730, 'SQ', item(name, element(0x40, 0xa160, 'UT', 'No new lesion.')))),
    )
    expect(document.pages[0]?.text).toContain('Impression: No new lesion.')
    expect(document.problems).toEqual([])
  })

  it.each([
    ['nothing', new Uint8Array(0)],
    ['text', ascii('The quick brown fox jumps over the lazy dog.'.repeat(9))],
    ['a preamble and no more', new Uint8Array([...new Array(128).fill(0), ...ascii('DICM')])],
  ])('refuses %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ read: false, problems: [{ code: 'damaged-dicom' }] })
  })

  it('never throws on noise behind the mark', async () => {
    let seed = 7
    const next = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      return seed >>> 24
    }
    for (let round = 0; round < 60; round++) {
      const noise = new Uint8Array([...new Array(128).fill(0), ...ascii('DICM'), ...Array.from({ length: 300 }, next)])
      expect((await read(noise)).format).toBe('dicom')
    }
  })
})
