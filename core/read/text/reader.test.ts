import { describe, expect, it } from 'vitest'
import { DocumentId } from '../../record/document-id.ts'
import { textReader } from './reader.ts'

const source = { id: DocumentId.parse('one'), file: 'note.txt' }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from([...text].flatMap((character) => (little ? [character.charCodeAt(0), 0] : [0, character.charCodeAt(0)])))

describe('plain text', () => {
  it.each([
    ['UTF-8', utf8('Größe ≥ 2 cm'), 'Größe ≥ 2 cm'],
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('ER 95%')]), 'ER 95%'],
    ['UTF-8 cut inside its last character', utf8('naïve é').slice(0, -1), 'naïve \ufffd'],
    ['UTF-16 little end first, marked', Uint8Array.from([0xff, 0xfe, ...utf16('Ki-67 20%', true)]), 'Ki-67 20%'],
    ['UTF-16 big end first, unmarked', utf16('Ki-67 is 20 percent', false), 'Ki-67 is 20 percent'],
    [
      'Windows-1252',
      Uint8Array.from([...utf8('patient'), 0x92, ...utf8('s node '), 0x96, ...utf8(' 5 '), 0xb5, ...utf8('m')]),
      'patient’s node – 5 µm',
    ],
    ['Mac Roman', Uint8Array.from([...utf8('Ren'), 0x8e, ...utf8(' said '), 0xd2, ...utf8('no'), 0xd3]), 'René said “no”'],
    ['line ends of every kind', utf8('a\r\nb\rc\nd'), 'a\nb\nc\nd'],
  ])('reads %s', async (_, bytes, text) => {
    expect(textReader.score(bytes, 'x')).toBeGreaterThan(0)
    const { document } = await textReader.read(bytes, source)
    expect(document.pages[0]?.text).toBe(text)
  })

  it('parts pages at form feeds', async () => {
    const { document } = await textReader.read(utf8('first\fsecond\f'), source)
    expect(document.pages.map((page) => [page.number, page.text])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ])
  })

  it('takes no binary rubbish for text', () => {
    expect(
      textReader.score(
        Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256),
        'x.txt',
      ),
    ).toBe(0)
  })
})
