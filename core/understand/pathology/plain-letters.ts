/** Letters of other lands without their marks, so that rules need not know them: "Größe", "tamaño", "récepteurs". The length stays, so that places stay true. */
export const withPlainLetters = (text: string): string =>
  MARKED.test(text) ? text.replace(OESTROGEN, 'ER').replace(EACH, (letter) => PLAIN[letter] ?? letter) : text

const SETS = { a: 'áàâãäå', e: 'éèêëœ', i: 'íìîï', o: 'óòôõöø', u: 'úùûü', n: 'ñ', c: 'ç', s: 'ß' }
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SETS).flatMap(([plain, marked]) =>
    [...marked].flatMap((letter): [string, string][] => [
      [letter, plain],
      ...(letter.toUpperCase().length === 1 ? [[letter.toUpperCase(), plain.toUpperCase()] as [string, string]] : []),
    ]),
  ),
)
const MARKED = /[à-öø-ÿœÀ-ÖØ-ÞßŒ]/
const EACH = new RegExp(MARKED.source, 'g')
/** The German short name of the estrogen receptor would become a conjunction. */
const OESTROGEN = /(?<!\p{L})ÖR(?!\p{L})/gu
