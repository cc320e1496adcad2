import { describe, expect, it } from 'vitest'
import { textOfRtf } from './text-of-rtf.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('the words of rich text', () => {
  it.each([
    ['fonts, colours and pictures are no words', '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\pict 89504e47}Seen.}', 'Seen.'],
    ['unknown optional groups are left out', '{\\rtf1{\\*\\secret hidden}Seen.}', 'Seen.'],
    ['hex in Windows-1252', "{\\rtf1\\ansi\\ansicpg1252 the patient\\'92s}", 'the patient’s'],
    ['hex in the code page of its font', "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}\\f1\\'e4\\'e0}", 'да'],
    ['Unicode with its stand-in left out', '{\\rtf1\\uc1 size \\u8805?2 cm}', 'size ≥2 cm'],
    [
      'a row of a table',
      '{\\rtf1\\trowd\\intbl ER\\cell\\intbl 95%\\cell\\row\\trowd\\intbl PR\\cell\\intbl 5%\\cell\\row}',
      'ER  95%\nPR  5%',
    ],
    ['hidden text', '{\\rtf1 shown {\\v not }again}', 'shown again'],
    ['binary data', '{\\rtf1 a\\bin3 }}}b}', 'ab'],
    ['escaped braces', '{\\rtf1 \\{x\\}}', '{x}'],
    ['the result of a field, not its instruction', '{\\rtf1{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt here}}}', 'here'],
  ])('%s', (_, rtf, text) => {
    expect(textOfRtf(bytesOf(rtf)).pages).toEqual([text])
  })

  it('parts pages', () => {
    expect(textOfRtf(bytesOf('{\\rtf1 one\\page two}')).pages).toEqual(['one', 'two'])
  })
})
