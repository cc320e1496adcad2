import { describe, expect, it } from 'vitest'
import { DocumentId } from '../../record/document-id.ts'
import { emailReader } from './reader.ts'

const source = { id: DocumentId.parse('mail'), file: 'a.eml' }
const bytesOf = (lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'))
const MAIL = [
  'From: Clinic Desk <desk@clinic.example>',
  'To: pat@home.example',
  'Date: Tue, 03 Mar 2026 10:00:00 +0000',
  'Subject: Your =?utf-8?q?r=C3=A9sults?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Dear Pat,</p><table><tr><td>Hemoglobin</td><td>11.2</td></tr></table>',
  '--x',
  'Content-Type: text/plain; name=note.txt',
  'Content-Disposition: attachment; filename=note.txt',
  'Content-Transfer-Encoding: base64',
  '',
  'U2NhbiBpcyBzdGFibGUu',
  '--x--',
]

describe('e-mail', () => {
  it('reads who, when, what about and the body, and hands on the attachments', async () => {
    expect(emailReader.score(bytesOf(MAIL), 'a.eml')).toBeGreaterThan(0.5)
    const { document, attachments } = await emailReader.read(bytesOf(MAIL), source)
    expect(document.title).toBe('Your résults')
    expect(document.pages[0]?.text).toContain('Date: Tue, 03 Mar 2026')
    expect(document.pages[0]?.text).toContain('Hemoglobin  11.2')
    expect(attachments?.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['note.txt', 'Scan is stable.']])
  })

  it('leaves a letter that begins like one to the text reader', () => {
    expect(emailReader.score(bytesOf(['Date: 3/3/2026', 'To: Dr. Adams', '', 'Dear colleague']), 'x')).toBe(0)
  })
})
