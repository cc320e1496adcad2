import type { Style } from './coordination.ts'
import type { Test } from './predicate.ts'
import type { Token } from './tokens.ts'

/**
 * What stands behind "with", "who" or "that": does an "or" in it divide the description ("breast cancer with bone-only disease or
 * pleural effusion"), or the whole? `head`: surely the description, because nothing in it could stand beside what is described.
 */
export function describes(tokens: readonly Token[], style: Style): 'head' | 'unsure' | 'nothing' {
  let answer: 'head' | 'unsure' | 'nothing' = 'nothing'
  for (const [start, end] of scopesOf(tokens, style)) {
    const inside = tokens.slice(start + 1, end)
    if (!inside.some((token) => token.is === 'join' && token.by !== 'and')) continue
    const word = tokens[start]
    if (word?.is === 'relative' && (word.manner || word.label)) {
      answer = 'head'
      continue
    }
    const head = tokens.slice(0, start).findLast((token): token is Extract<Token, { is: 'test' }> => token.is === 'test')
    const isOfDisease = head !== undefined && DISEASES.test(head.test.kind)
    const alternative = inside.slice(inside.findLastIndex((token) => token.is === 'join' && token.by !== 'and'))
    // "Locally advanced cancer that needs chemotherapy or metastatic cancer": another of the same.
    if (alternative.some((token) => token.is === 'test' && token.test.kind === head?.test.kind)) return 'nothing'
    const couldBeHead = inside.some((token) =>
      token.is === 'test' ? DISEASES.test(token.test.kind) : token.is === 'words' && token.words.some(isDiseaseWord),
    )
    if (!isOfDisease || couldBeHead) return 'unsure'
    answer = 'head'
  }
  return answer
}
/** `[place of the relative word, end]` of each description: up to a ", or" that divides more, or the end. */
export function scopesOf(tokens: readonly Token[], style: Style): [number, number][] {
  const scopes: [number, number][] = []
  let head: Test | undefined
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token?.is === 'test') head = token.test
    if (token?.is !== 'relative' || !head) continue
    // Behind "HR-positive:" all is asked of those with such a tumour; behind "heart disease:" stand examples.
    if (token.label && (style.excludes || !DISEASES.test(head.kind))) continue
    const end = tokens.findIndex(
      (one, j) => j > i && ((one.is === 'join' && one.strong === true && !token.label) || one.is === 'but' || one.is === 'regardless'),
    )
    const last = end < 0 ? tokens.length : end
    if (!token.manner && !tokens.slice(i + 1, last).some(({ is }) => is === 'test' || is === 'group')) continue
    scopes.push([i, last])
    i = last
  }
  return scopes
}

const DISEASES = /breast-cancer|other-cancer|another-organ|triple-negative|her2|receptor|stage|of-sex|of-age|menopaus/
const isDiseaseWord = (word: string) => /oma$|omas$|cancer|tumou?r|negative|positive|malignan|receptor/.test(word)
