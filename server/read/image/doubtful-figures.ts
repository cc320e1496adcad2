import type { OcrWord } from '../ocr/ocr.ts'

/**
 * The words of one reading of a row, compared with another reading of it. Where both have figures in the same place and not the same
 * ones, the words of the reading that is surer of that place are taken, and no more trusted than a guess.
 */
export function withDoubtfulFigures(words: readonly OcrWord[], other: readonly OcrWord[]): OcrWord[] {
  return places(words, other).flatMap((place) => {
    if (!disagree(place)) return place.words
    const taken = meanConfidence(place.other) > meanConfidence(place.words) ? place.other : place.words
    return taken.map((word) => ({ ...word, confidence: Math.min(word.confidence, DOUBTFUL) }))
  })
}

type Place = { words: OcrWord[]; other: OcrWord[]; right: number }

/** Words of both readings that stand over each other, from left to right; one reading may have cut a word in two. */
function places(words: readonly OcrWord[], other: readonly OcrWord[]): Place[] {
  const all = [...words.map((word) => ({ word, of: 'words' as const })), ...other.map((word) => ({ word, of: 'other' as const }))]
  const found: Place[] = []
  for (const { word, of } of all.sort((a, b) => a.word.left - b.word.left)) {
    // Boxes may touch those of the next word: they count without their edges.
    const edge = Math.min((word.bottom - word.top) / 4, (word.right - word.left) / 4)
    let place = found.at(-1)
    if (place === undefined || word.left + edge >= place.right) {
      place = { words: [], other: [], right: 0 }
      found.push(place)
    }
    place[of].push(word)
    place.right = Math.max(place.right, word.right - edge)
  }
  return found
}

/** Letters that look like a figure are no disagreement, and neither is a point that one reading takes for a comma. */
function disagree({ words, other }: Place): boolean {
  const [here, there] = [figuresOf(words), figuresOf(other)]
  return /\d/.test(here) && /\d/.test(there) && here !== there
}

const figuresOf = (words: readonly OcrWord[]): string =>
  words
    .map((word) => word.text)
    .join('')
    .replace(/[lI|]/g, '1')
    .replace(/[Oo©]/g, '0')
    .replace(/(?<=\d)[.,](?=\d)/g, '.')
    .replace(/[^\d.]|\.(?!\d)|(?<!\d)\./g, '')

const meanConfidence = (words: readonly OcrWord[]): number =>
  words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)

/** Under the confidence from which evidence is no longer marked unsure. */
const DOUBTFUL = 0.5
