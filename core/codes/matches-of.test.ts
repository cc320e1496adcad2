import { expect, it } from 'vitest'
import { matchesOf } from './matches-of.ts'

it.each<[trap: string, text: string, pattern: RegExp]>([
  ['several', 'one two one', /one|two/g],
  ['none', 'three', /one|two/g],
  ['matches of no length', 'ab', /x*/g],
  ['groups and places', 'stage iv, stage ii', /stage (?<group>[iv]+)/g],
])('finds what matchAll finds: %s', (_, text, pattern) => {
  expect(matchesOf(text, pattern)).toEqual([...text.matchAll(pattern)])
})

it('begins at the beginning, wherever the pattern was left', () => {
  const pattern = /one/g
  pattern.exec('one one')
  expect(matchesOf('one', pattern)).toHaveLength(1)
})
