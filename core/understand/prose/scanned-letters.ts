import { withScannedWords } from './scanned-words.ts'

/**
 * A text with the figures that OCR takes for letters, and the letters it takes for figures, put right: `P0SITIVE`, `NEGAT|VE`, `CARClNOMA`,
 * `8O%`, `3.O CM`, `(l+)`. Only inside words and numbers that have no other reading; the length stays, so that places stay true.
 */
export function withScannedLetters(text: string): string {
  return withScannedWords(withoutSplitM(text))
    .replace(/(?<![A-Za-z0-9])[l1|](?=n(?:vas|fil|[ -]?situ|trad)[a-z])/g, 'I')
    .replace(/(?<![A-Za-z0-9])D[Cc][l1|]S(?![A-Za-z0-9])/g, 'DCIS')
    .replace(CAPITALS, (word, offset: number) =>
      isCode(word) || isCell(text, word, offset) ? word : word.replace(/[0|1!l]/g, (sign) => (sign === '0' ? 'O' : 'I')),
    )
    .replace(SHORT_WORDS, (word) => word.replace('0', 'O'))
    .replace(SMALL, (word) =>
      word
        .replace(/(?<=[a-z])0(?=[a-z])|^0(?=[a-z]{3})/g, 'o')
        .replace(/(?<=[a-z])1(?=y(?![a-z]))/g, 'l')
        .replace(/(?<=[a-z])[1|](?=[a-z])/g, 'i'),
    )
    .replace(SMALL_59, (word) => word.replaceAll('5', 's').replaceAll('9', 'g'))
    .replace(/\bK[l1|](?=[\s-]?67\b)/g, 'KI')
    .replace(NUMBER, (number) => number.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'))
}

/** Words whose m was read as r and n: "turnor", "carcinorna". The gap moves behind the word. */
const withoutSplitM = (text: string): string =>
  text.includes('rn')
    ? text.replace(SPLIT_M, (word) => {
        const plain = word.replaceAll('rn', 'm')
        return plain.padEnd(word.length)
      })
    : text
const SPLIT_M =
  /(?<![A-Za-z])(?:[Tt]urn[o0]u?rs?|[Cc]arcin[o0]rna|[Ss]pecirnens?|[Rr]n(?:argins?|itos[ei]s|itotic|astectorny|astectomy)|[Mm]astectorny|[Ll]urnpectorny|[Ll]urnpect[o0]my|[Ll]umpect[o0]rny|[Mm]arnmary|rnarnmary|[Ii]rnrnuno[a-z]{4,18}|[Rr]nembran[a-z]{1,5}|[Cc]ornponent|[Dd]irnension|[Dd]iarneter)(?![A-Za-z])/g

/** A word in capitals with one of the signs that are taken for O and I. */
const CAPITALS = /(?<![A-Za-z0-9])(?=[A-Z0|1!l]{0,24}[0|1!l])(?=(?:[0|1!l]{0,24}[A-Z]){3})[A-Z0|1!l]{4,24}(?![A-Za-z0-9])/g
/** A word in small letters (perhaps with a first capital) with a nought or one between its letters. */
const SMALL = /(?<![A-Za-z0-9])(?=[A-Za-z]?[a-z0|1]{0,24}[a-z][0|1][a-z])[A-Z0]?[a-z0|1]{4,24}(?![A-Za-z0-9])/g
/** Words of three letters that nothing else resembles. */
const SHORT_WORDS = /(?<![A-Za-z0-9])(?:N0T|P0S)(?![A-Za-z0-9])/g
/** A five or nine between small letters on both sides stands for s or g. */
const SMALL_59 = /(?<![A-Za-z0-9])(?=[A-Za-z][a-z59]{0,24}[a-z][59][a-z]{2})[A-Za-z](?:[a-z]|(?<=[a-z])[59](?=[a-z])){4,24}(?![A-Za-z0-9])/g
/** A number right before a percent sign, a unit or the plus of a score. */
const NUMBER =
  /(?<![A-Za-z0-9.,/|-])(?=[\dOolI.,]*[OolI])[\dOolI]{1,3}(?:[.,][\dOolI]{1,2})?(?=\s{0,8}%|\+(?![\w+])|(?:\s?[xX×]\s?[\dOolI.,]{1,4}){0,2}\s?(?:cm|mm|CM|MM|crn|rnm)\b)|(?<=[xX×]\s?)(?=[\dOolI.,]*\d)[\dOolI]{1,3}(?:[.,][\dOolI]{1,2})?(?=\s?(?:[xX×]|cm|mm|CM|MM|crn|rnm)\b)/g

/** Names of genes, stains and blocks end in figures: nothing between letters is wrong in them. */
const isCode = (word: string) =>
  !/^(?:TUM0R|PR0G|N0DE)S?$/.test(word) &&
  (!/[A-Z][0|1!l][A-Z]|^[0|1!l][A-Z]{3}|[A-Z]{3}l$/.test(word) || /^(?:AE1AE3|CDKN1[AB]|[A-Z]{1,3}\d[A-Z])$/.test(word))

/** Two cells of a table with a bar between them are no word. */
function isCell(text: string, word: string, offset: number): boolean {
  if (!word.includes('|') || WHOLE_WORD.test(word.replace(/[0|1!l]/g, (sign) => (sign === '0' ? 'O' : 'I')))) return false
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset + word.length + 120).split('\n')[0] ?? ''
  return line.split('|').length > 3 || /(?:^|\|)(?:ER|PR|PGR|NEU|POSITIVE|NEGATIVE|POS|NEG)(?:\||$)/.test(word)
}
/** Long words of reports that no row of cells spells by chance. */
const WHOLE_WORD =
  /^(?:INFILTRATING|INVASIVE|CARCINOMA|ADENOCARCINOMA|MASTECTOMY|LUMPECTOMY|AXILLARY|DISSECTION|POSITIVE|NEGATIVE|NOTTINGHAM|MITOTIC|MITOSIS|MITOSES|DIAGNOSIS|PATHOLOGY|SURGICAL|DIFFERENTIATED|INTERMEDIATE|SPECIMEN|EXCISION|HISTOLOGIC(?:AL)?|MARGINS?|NIPPLE|RIGHT|BREAST|TUMOR|SKIN|SIZE|IMMUNOPEROXIDASE)$/
