import { describe, expect, it } from 'vitest'
import { lineLog } from './log.ts'

const lineOf = (error: unknown): string => {
  const lines: string[] = []
  lineLog(
    (line) => lines.push(line),
    () => new Date(0),
  ).fault(error, { id: 'i-1' })
  return lines.join('')
}

describe('the log of a fault', () => {
  it('says where in the program it was thrown', () => {
    expect(lineOf(new Error('words'))).toMatch(/"at":\["at .*log\.test\.ts:\d+:\d+\)?"/)
  })

  it.each([
    ['in the message', new Error('Mrs Kestrel has cancer')],
    [
      'in a line of the message that looks like a place',
      new Error('read:\n    at Kestrel (/home/kestrel/letter.txt:1:1)\n    at the Kestrel clinic'),
    ],
    ['in the name', Object.assign(new Error('x'), { name: 'Kestrel, Mrs' })],
    ['in the code', Object.assign(new Error('x'), { code: 'Kestrel of Ward 3' })],
    ['in what was changed after', Object.assign(new Error('about Kestrel\n   at Kestrel'), { message: 'plain' })],
    ['in a cause', new Error('x', { cause: new Error('Kestrel') })],
    ['in what is no error', 'Kestrel'],
  ])('holds no word of a record: %s', (_where, error) => {
    expect(lineOf(error)).not.toMatch(/kestrel/i)
  })
})
