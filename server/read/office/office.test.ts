import { chooseReader } from '@carefolio/core/read/reader.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { docxReader } from '../docx/reader.ts'
import { READERS } from '../readers.ts'
import type { World } from '../world.ts'
import { odtReader } from './odt-reader.ts'
import { oldOfficeReader } from './old-office-reader.ts'
import { xlsxReader } from './xlsx-reader.ts'

const source = { id: DocumentId.parse('one'), file: 'one' }
const world: World = { ocr: async () => [], parallel: 1, onPage: () => {} }

describe('an OpenDocument text', () => {
  const odt = zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text><text:h>Clinic letter</text:h><text:p>ER<text:s text:c="3"/>90% &amp; PR 5%</text:p><table:table><table:table-row><table:table-cell><text:p>Hb</text:p></table:table-cell><table:table-cell><text:p>118 g/L</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t"><style:header><text:p>Hill Hospital 12 March 2025</text:p></style:header></office:document-styles>`,
  })
  it('is read with its header, and its table in rows', async () => {
    const bytes = await odt
    expect(chooseReader(READERS, bytes, 'letter.odt')).toBe(odtReader)
    const { document } = await odtReader.read(bytes, source, world)
    expect(document.pages[0]?.text).toBe('Hill Hospital 12 March 2025\n\nClinic letter\n\nER 90% & PR 5%\n\nHb  118 g/L')
  })
  it('that is damaged is listed with why', async () => {
    const { document } = await odtReader.read((await odt).subarray(0, 200), source, world)
    expect(document).toMatchObject({ read: false, problems: [{ code: 'damaged-document' }] })
  })
})

describe('a workbook', () => {
  const xlsx = zip({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Labs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst><si><t>Haemoglobin</t></si><si><r><t>Da</t></r><r><t>te</t></r></si></sst>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c t="s"><v>1</v></c><c s="1"><v>45739</v></c></row><row><c t="s"><v>0</v></c><c><v>0.30000000000000004</v></c><c t="inlineStr"><is><t>g/dL</t></is></c></row></sheetData></worksheet>`,
  })
  it('is a page a sheet and a line a row, with dates as dates', async () => {
    const bytes = await xlsx
    expect(chooseReader(READERS, bytes, 'labs.xlsx')).toBe(xlsxReader)
    const { document } = await xlsxReader.read(bytes, source, world)
    expect(document.pages.map(({ text }) => text)).toEqual(['Labs\nDate  2025-03-23\nHaemoglobin  0.3  g/dL'])
  })
})

describe('a Word document', () => {
  it('gives its pictures as files of their own', async () => {
    const bytes = await zip({
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>See the scan below.</w:t></w:r></w:p></w:body></w:document>`,
      'word/media/image1.png': Buffer.alloc(30_000, 7),
      'word/media/logo.png': Buffer.alloc(900, 7),
    })
    const { document, attachments } = await docxReader.read(bytes, source, world)
    expect(document.pages[0]?.text).toBe('See the scan below.')
    expect(attachments?.map(({ name }) => name)).toEqual(['image1.png'])
  })
})

describe('a file of an older Office', () => {
  it('is listed with the way out', async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    expect(chooseReader(READERS, bytes, 'mail.msg')).toBe(oldOfficeReader)
    const { document } = await oldOfficeReader.read(bytes, source, world)
    expect(document).toMatchObject({ read: false, problems: [{ code: 'old-office' }] })
  })
})

function zip(files: Record<string, string | Buffer>): Promise<Uint8Array> {
  const file = new ZipFile()
  for (const [name, content] of Object.entries(files)) file.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' })
  file.end()
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    file.outputStream.on('data', (part: Buffer) => parts.push(part))
    file.outputStream.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    file.outputStream.on('error', reject)
  })
}
