import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'

type Said = { path: string; value: string | ((...parts: never[]) => unknown) }

/** Every text with its place: `home.steps.add`. */
function textsOf(value: unknown, path = ''): Said[] {
  if (typeof value === 'string' || typeof value === 'function') return [{ path, value: value as Said['value'] }]
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`))
}

const english = textsOf(en)
const spanish = new Map(textsOf(es).map(({ path, value }) => [path, value]))
/** The same in both: names, signs, and words that the languages share. */
const SHARED =
  /^(?:brand|kit\.languages\..*|forms\.labels\.(?:er|pr|her2)|trials\.(?:no|types\.\d+\.0|phases\.\d+\.0)|home\.of|welcome\..*npm.*)$/
const SAME_WORDS = new Set(['No', ''])

describe('the texts of the app', () => {
  it('are the same ones in both languages, none missing and none too many', () => {
    expect([...spanish.keys()].toSorted()).toEqual(english.map(({ path }) => path).toSorted())
  })

  it('take the same parts in both languages', () => {
    for (const { path, value } of english) {
      const other = spanish.get(path)
      expect(typeof other, path).toBe(typeof value)
      if (typeof value === 'function' && typeof other === 'function' && other.length > 0) expect(other.length, path).toBe(value.length)
    }
  })

  it('are translated, not copied', () => {
    const copied = english.filter(
      ({ path, value }) => typeof value === 'string' && spanish.get(path) === value && !SHARED.test(path) && !SAME_WORDS.has(value),
    )
    expect(copied.map(({ path }) => path)).toEqual([])
  })

  it('stand in the catalogue alone: no screen has a sentence of its own', () => {
    const found = filesIn(join(import.meta.dirname, '..')).flatMap((file) =>
      sentencesIn(readFileSync(file, 'utf8'), file.endsWith('.tsx')).map((sentence) => `${file.slice(file.indexOf('web/'))}: ${sentence}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    ['text between tags', '<p>\n  Nothing yet\n</p>'],
    ['a name that is only heard', '<button aria-label="Close it">'],
    ['a sentence in a value', "const said = 'Please try again later'"],
    ['a sentence that is put together', '`You have $' + '{n} files left`'],
  ])('are missed by the look for them nowhere: %s', (_, source) => {
    expect(sentencesIn(source)).not.toEqual([])
  })
})

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ['dist', 'node_modules', 'words', 'screens'].includes(entry.name) ? [] : filesIn(path)
    return /\.tsx?$/.test(entry.name) && !/\.(?:test|d)\.tsx?$|test-data|plugin/.test(entry.name) ? [path] : []
  })
}

/** The registry's name of a country, which is compared; and the path of a drawing. */
const NO_WORDS = /^(?:United States$|M\$\{)/

/** Words for people in a source: between tags, in attributes that are read, and in texts of three words and more. Comments, paths and faults are none. */
function sentencesIn(source: string, hasTags = true): string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(?:^|\s)\/\/.*$/gm, '')
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/new \w*Error\([^)]*\)/g, '')
  const between = [...code.matchAll(/<\/?[a-zA-Z][^<>{}=]*>\s*([A-Za-z][a-z]+(?: [A-Za-z][^<>{}\n]*)?)\s*(?=[<{])/g)]
  const attributes = [...code.matchAll(/\b(?:aria-label|title|alt|placeholder|label|hint)="([^"]*[a-z]{2}[^"]*)"/g)]
  const texts = [...code.matchAll(/(['"`])([A-Z][^'"`\n]*[a-z]+ [^'"`\n]*[a-z]{2,}[^'"`\n]*)\1/g)].map(([all, , text = '']) => [all, text])
  return [...(hasTags ? [...between, ...attributes] : []), ...texts]
    .map(([, text = '']) => text.trim())
    .filter((text) => !NO_WORDS.test(text))
}
