/** The words of a text by their beginnings, so that "transplantation" is found as "transplant": folded to plain lower case, of four letters and more. */
export const wordStems = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= SHORTEST)
    .map(stemOf)
const SHORTEST = 4
const LONGEST = 6

/** British and American spellings are one word: "haemolysis", "hemolysis". */
const stemOf = (word: string) =>
  word
    .replace(/ae|oe/g, 'e')
    .replace(/(?<=[a-z]{3})s$/, '')
    .slice(0, LONGEST)
