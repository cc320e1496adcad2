/** A sentence of the judges as it is printed: as `printed`, and it begins with a capital. */
export const sentence = (text: string): string => printed(text).replace(/^\p{Ll}(?=\p{Ll}+\b)/u, (letter) => letter.toUpperCase())

/**
 * Words of this program as they are printed: one spelling (American), days "on", months and years "in", and no sentence twice. Words that are
 * quoted from records or the registry never go through here.
 */
export function printed(text: string): string {
  const once = [...new Set(text.split(/(?<=[.!?]) (?=[A-Z“])/))].join(' ')
  return american(once)
    .replace(
      /\bon ((?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d(?:-\d\d)?)\b(?!-)/g,
      'in $1',
    )
    .replace(/(Does not apply to you: )(\p{Ll})(?=\p{Lu})/gu, (_, start: string, letter: string) => start + letter.toUpperCase())
    .replace(/\b(?:Nsclc|Hnscc|Sclc|Gbm|Crc|Tnbc)\b/g, (name) => name.toUpperCase())
    .replace(/ ?%/g, '%')
    .replace(
      /\blatest (neutrophil|white blood cell|lymphocyte|platelet)s( \([A-Z]+\))? value\b/g,
      (_, cell: string, short: string = '') => `latest ${cell} count${short}`,
    )
    .trim()
}

/** Words of this program that are spelled in two ways, in the American one. */
export function american(text: string): string {
  return BRITISH.test(text) ? SPELLINGS.reduce((spelled, [british, us]) => spelled.replace(british, us), text) : text
}

const SPELLINGS: readonly [RegExp, string][] = [
  [/\b([Tt])umour/g, '$1umor'],
  [/\b([Hh])aem(?=o|a)/g, '$1em'],
  [/\boestr(?=adiol|ogen)/g, 'estr'],
  [/\bOestr(?=adiol|ogen)/g, 'Estr'],
  [/\b([Aa])naemi/g, '$1nemi'],
  [/\b([Rr])andomis/g, '$1andomiz'],
  [/\b([Ii])onised\b/g, '$1onized'],
  [/\b([Cc])entre(s?)\b/g, '$1enter$2'],
  [/\b([Ff])ibre/g, '$1iber'],
  [/\b([Jj])udgement/g, '$1udgment'],
]
const BRITISH = /umour|aem|estr(?:adiol|ogen)|andomis|onised|entre|ibre|udgement/
