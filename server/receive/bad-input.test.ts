import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { readRecords } from './read-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-bad-'))
const GOOD = 'Seen in clinic today. Tolerating letrozole well, no new complaints.'

type Bad = { name: string; trap: string; code: string; make: (path: string) => Promise<void> | void }

const BAD: Bad[] = [
  {
    name: 'cut.pdf',
    trap: 'a PDF cut off after its head',
    code: 'damaged-pdf',
    make: async (path) => writeFileSync(path, (await pdf()).subarray(0, 300)),
  },
  {
    name: 'locked.pdf',
    trap: 'a PDF with a password',
    code: 'password-pdf',
    make: async (path) => writeFileSync(path, await pdf('secret')),
  },
  { name: 'no-pages.pdf', trap: 'a PDF without pages', code: 'damaged-pdf', make: (path) => writeFileSync(path, PDF_WITHOUT_PAGES) },
  {
    name: 'bomb.zip',
    trap: 'a ZIP that unpacks to a thousand times its size',
    code: 'archive-bomb',
    make: async (path) => writeFileSync(path, await zip({ 'zeros.txt': Buffer.alloc(60_000_000) })),
  },
  {
    name: 'cut.zip',
    trap: 'a ZIP without its end',
    code: 'damaged-archive',
    make: async (path) => writeFileSync(path, (await zip({ 'a.txt': Buffer.from(GOOD) })).subarray(0, 60)),
  },
  { name: 'empty.txt', trap: 'an empty file', code: 'empty-file', make: (path) => writeFileSync(path, '') },
  { name: 'blank.txt', trap: 'a file of spaces', code: 'no-text', make: (path) => writeFileSync(path, '  \n\n \n') },
  {
    name: 'zeros.bin',
    trap: 'a gigabyte of zeros',
    code: 'too-large',
    make: (path) => {
      writeFileSync(path, '')
      truncateSync(path, 1_000_000_000)
    },
  },
  {
    name: 'zeros-small.pdf',
    trap: 'zeros under the name of a PDF',
    code: 'unknown-format',
    make: (path) => writeFileSync(path, Buffer.alloc(5000)),
  },
  { name: 'noise.dat', trap: 'random bytes', code: 'unknown-format', make: (path) => writeFileSync(path, noise(20_000)) },
  {
    name: 'noise.txt',
    trap: 'random bytes under the name of a text',
    code: 'unknown-format',
    make: (path) => writeFileSync(path, noise(20_000)),
  },
  {
    name: 'cut.jpg',
    trap: 'a JPEG of its first bytes',
    code: 'damaged-image',
    make: (path) => writeFileSync(path, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3])),
  },
  {
    name: 'cut.tif',
    trap: 'a TIFF whose directory points nowhere',
    code: 'damaged-image',
    make: (path) => writeFileSync(path, Buffer.from([0x49, 0x49, 0x2a, 0, 0xff, 0xff, 0xff, 0x7f, 1, 2])),
  },
  {
    name: 'huge.png',
    trap: 'a small PNG of billions of dots',
    code: 'image-too-large',
    make: async (path) => writeFileSync(path, await hugePng()),
  },
  { name: 'bomb.xml', trap: 'XML whose entities multiply', code: 'xml-bomb', make: (path) => writeFileSync(path, XML_BOMB) },
  {
    name: 'deep.xml',
    trap: 'a health summary 200,000 elements deep',
    code: 'xml-too-deep',
    make: (path) => writeFileSync(path, `<ClinicalDocument xmlns="urn:hl7-org:v3">${'<section>'.repeat(200_000)}`),
  },
  {
    name: 'cut.json',
    trap: 'a FHIR bundle cut off',
    code: 'damaged-json',
    make: (path) => writeFileSync(path, '{"resourceType":"Bundle","entry":[{"resource":{"resour'),
  },
  {
    name: 'cut.docx',
    trap: 'a Word file whose document is no XML',
    code: 'damaged-document',
    make: async (path) => writeFileSync(path, await zip({ 'word/document.xml': Buffer.from('<w:document><w:bo') })),
  },
  {
    name: 'deep.json',
    trap: 'lists within lists without end',
    code: 'not-fhir',
    make: async (path) => writeFileSync(path, '['.repeat(100_000) + ']'.repeat(100_000)),
  },
  {
    name: 'bomb.docx',
    trap: 'a Word file whose document is a bomb',
    code: 'damaged-document',
    make: async (path) => writeFileSync(path, await zip({ 'word/document.xml': Buffer.alloc(60_000_000, 0x20) })),
  },
]

beforeAll(async () => {
  for (const { name, make } of BAD) await make(join(folder, name))
  writeFileSync(join(folder, 'good.txt'), GOOD)
  writeFileSync(join(folder, 'letter.pdf.txt'), await pdf())
  writeFileSync(join(folder, 'nested.zip'), await nestedZip(8))
  writeFileSync(join(folder, 'way-up.zip'), evilZip())
  writeFileSync(join(folder, 'deep.html'), `<html><body>${'<div>'.repeat(200_000)}deep inside`)
  writeFileSync(join(folder, 'deep-tables.html'), `<html><body>${'<table><tr><td>'.repeat(20_000)}inside tables`)
  writeFileSync(join(folder, 'deep.rtf'), `{\\rtf1 before ${'{'.repeat(200_000)} after`)
  writeFileSync(join(folder, '.hidden.txt'), 'not a record')
  mkdirSync(join(folder, 'loop'))
  symlinkSync(folder, join(folder, 'loop', 'again'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'broken-link.txt'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a folder full of bad files', () => {
  it('gives each its reason, loses no good one and ends in time', async () => {
    const began = performance.now()
    const documents = await readRecords(folder, { timeoutMs: 20_000 })
    expect(performance.now() - began).toBeLessThan(60_000)
    const byFile = new Map(documents.map((document) => [document.file, document]))
    for (const { name, trap, code } of BAD) {
      const document = byFile.get(name)
      expect(document?.read, trap).toBe(false)
      expect(
        document?.problems.map((problem) => problem.code),
        trap,
      ).toContain(code)
    }
    expect(byFile.get('good.txt')?.pages[0]?.text).toBe(GOOD)
    expect(byFile.get('letter.pdf.txt'), 'a PDF under the name of a text').toMatchObject({ format: 'pdf', read: true })
    expect(byFile.get('deep.html')?.pages[0]?.text).toBe('deep inside')
    expect(byFile.get('deep-tables.html')?.pages[0]?.text).toBe('inside tables')
    expect(byFile.get('deep.rtf')?.pages[0]?.text).toContain('before')
    expect(byFile.get('broken-link.txt')?.problems[0]?.code).toBe('no-access')
    expect(byFile.get('pipe')?.problems[0]?.code, 'a pipe, which would never end').toBe('unknown-format')
    expect(
      [...byFile.keys()].some((file) => file.includes('hidden') || file.startsWith('loop/again')),
      'hidden files and loops',
    ).toBe(false)
    expect(documents.filter((document) => document.problems.some((problem) => problem.code === 'archive-too-deep'))).toHaveLength(1)
    const escaped = documents.filter((document) => document.file.startsWith('way-up.zip ›'))
    expect(escaped.map((document) => document.file)).toEqual(['way-up.zip › etc/evil.txt'])
  }, 90_000)

  it('stops a file that makes no progress and reads the next', async () => {
    const slow = mkdtempSync(join(tmpdir(), 'carefolio-slow-'))
    writeFileSync(join(slow, 'a.html'), `<html><body>${'<p>word '.repeat(3_000_000)}`)
    writeFileSync(join(slow, 'b.txt'), GOOD)
    const documents = await readRecords(slow, { timeoutMs: 400, concurrency: 1 })
    rmSync(slow, { recursive: true })
    expect(documents.map((document) => [document.file, document.read])).toEqual([
      ['a.html', false],
      ['b.txt', true],
    ])
    expect(documents[0]?.problems[0]?.code).toBe('took-too-long')
  }, 60_000)

  it('says that nothing is there', async () => {
    await expect(readRecords(join(folder, 'nothing-here'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lists a folder that may not be opened', async () => {
    const shut = join(folder, '..', `carefolio-shut-${process.pid}`)
    mkdirSync(join(shut, 'inner'), { recursive: true })
    writeFileSync(join(shut, 'good.txt'), GOOD)
    chmodSync(join(shut, 'inner'), 0o000)
    const documents = await readRecords(shut)
    chmodSync(join(shut, 'inner'), 0o700)
    rmSync(shut, { recursive: true })
    expect(documents.find((document) => document.file === 'good.txt')?.read).toBe(true)
    // The administrator of a computer may open every folder; then it is simply empty.
    if (process.getuid?.() !== 0) expect(documents.find((document) => document.file === 'inner')?.problems[0]?.code).toBe('no-access')
  })

  it('stops at once when told to', async () => {
    const stop = new AbortController()
    const reading = readRecords(folder, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})

function pdf(password?: string): Promise<Buffer> {
  const document = new PDFDocument(password === undefined ? {} : { userPassword: password })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document.text('Dear colleague, thank you for seeing this pleasant lady with a lump in the left breast.')
  document.end()
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))))
}

function zip(files: Record<string, Buffer>): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) archive.addBuffer(bytes, name)
  archive.end()
  const parts: Buffer[] = []
  return new Promise((resolve) => {
    archive.outputStream.on('data', (part: Buffer) => parts.push(part))
    archive.outputStream.on('end', () => resolve(Buffer.concat(parts)))
  })
}

async function nestedZip(depth: number): Promise<Buffer> {
  let inner = await zip({ 'innermost.txt': Buffer.from('Found at the very bottom.') })
  for (let level = 0; level < depth; level++) inner = await zip({ 'inner.zip': inner })
  return inner
}

/** A name that climbs out of the folder; writers refuse to make one, so it is patched in afterwards. */
function evilZip(): Buffer {
  const name = '../../etc/evil.txt'
  const bytes = Buffer.from('climbed out of its folder, or so it hoped')
  const crc = Buffer.alloc(4)
  crc.writeUInt32LE(crc32(bytes))
  const sizes = Buffer.alloc(8)
  sizes.writeUInt32LE(bytes.length, 0)
  sizes.writeUInt32LE(bytes.length, 4)
  const nameLength = Buffer.from([name.length, 0])
  const head = Buffer.from([0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, crc, sizes, nameLength, Buffer.from([0, 0]), Buffer.from(name), bytes])
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([0x14, 0]),
    head,
    crc,
    sizes,
    nameLength,
    Buffer.alloc(16),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** The same "random" bytes each time. */
function noise(length: number): Buffer {
  let state = 1
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return state >> 16
  }
  return Buffer.from(Array.from({ length }, next))
}

/** The header of a real PNG with its width and height raised. */
async function hugePng(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

const XML_BOMB = `<?xml version="1.0"?>
<!DOCTYPE ClinicalDocument [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]>
<ClinicalDocument xmlns="urn:hl7-org:v3"><title>&j;</title></ClinicalDocument>`

const PDF_WITHOUT_PAGES = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
xref
0 3
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
trailer<</Size 3/Root 1 0 R>>
startxref
96
%%EOF
`
