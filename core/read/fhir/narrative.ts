import { textOfHtml } from '../html/text-of-html.ts'
import { type Json, objectOf, objectsOf, stringOf } from './json.ts'

/**
 * The words of a resource's narrative that its own line does not hold already. A narrative generated from the data is left out
 * unless it says clearly more.
 */
export function narrativeOf(resource: Json, line: string): string | undefined {
  const text = objectOf(resource['text'])
  const div = stringOf(text?.['div'])
  if (div === undefined || div.length > LONGEST) return undefined
  const words = textOfHtml(div).text.trim()
  if (words === '' || /^Generated Narrative/.test(words)) return undefined
  const known = new Set(wordsIn(line))
  const fresh = wordsIn(words).filter((word) => !known.has(word)).length
  const enough = text?.['status'] === 'generated' ? MORE_THAN_DATA : 1
  return fresh >= enough ? words : undefined
}

/** A Composition's sections: title, then the words of each. */
export function sectionLines(composition: Json, depth = 0): string[] {
  if (depth > 8) return []
  return objectsOf(composition['section']).flatMap((section) => {
    const div = stringOf(objectOf(section['text'])?.['div'])
    const words = div === undefined || div.length > LONGEST ? '' : textOfHtml(div).text.trim()
    const title = stringOf(section['title'])
    return ['', ...(title === undefined ? [] : [title]), ...(words === '' ? [] : words.split('\n')), ...sectionLines(section, depth + 1)]
  })
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
const MORE_THAN_DATA = 5
const LONGEST = 2_000_000
