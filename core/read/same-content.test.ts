import { describe, expect, it } from 'vitest'
import { type Document, Document as Schema } from '../record/document.ts'
import { sameContent } from './same-content.ts'

const doc = (id: string, text: string, source: 'markup' | 'ocr' = 'markup'): Document =>
  Schema.parse({ id, file: id, bytes: 1, format: 'text', read: true, pages: [{ number: 1, text, source }], entries: [], problems: [] })
const visit = (date: string, ki67: string): string =>
  `Visit of ${date}. The patient returns for follow up of her breast cancer on treatment. She feels well, eats well and walks daily. No pain, no
cough, no fever. On examination the chest is clear and the abdomen soft. Ki-67 was ${ki67}. We go on with the same treatment and see her again
in twelve weeks with new scans and bloods before that visit, sooner if anything changes at home in the meantime.`
const pairs = (documents: Document[]): [string, string][] => [...sameContent(documents)]

describe('the same content twice', () => {
  it('is found whatever the case and spacing', () => {
    expect(pairs([doc('a', 'Liver: no lesion.'), doc('b', 'LIVER:   no\nlesion')])).toEqual([['b', 'a']])
  })

  it('is found between a scan with a few misread words and the text, and the text counts', () => {
    const scanned = visit('03/02/2026', '14%').replace('abdomen', 'abdornen')
    expect(pairs([doc('scan', scanned, 'ocr'), doc('text', visit('03/02/2026', '14%'))])).toEqual([['scan', 'text']])
  })

  it('is not found between two visits on one template', () => {
    expect(pairs([doc('scan', visit('06/02/2026', '14%'), 'ocr'), doc('text', visit('03/02/2026', '14%'))])).toEqual([])
  })

  it('is not found when a value differs', () => {
    expect(pairs([doc('scan', visit('03/02/2026', '40%'), 'ocr'), doc('text', visit('03/02/2026', '14%'))])).toEqual([])
  })
})
