/**
 * Puts right the digits that OCR takes for letters in TNM categories, where no word has that shape: `pNla` is pN1a, `pTlc` pT1c, `cMO` cM0.
 * Without the prefix that says clinical or pathologic nothing is touched: NO and MO are words too.
 */
export function withStageDigits(word: string): string {
  return word.replace(
    STAGE,
    (_, prefix: string, letter: string, digit: string, rest: string) => `${prefix}${letter}${/[oO]/.test(digit) ? '0' : '1'}${rest}`,
  )
}

const STAGE = /(?<![A-Za-z])(y?[pc])([TNM])([lIO])((?:mic?|[abcd])?)(?![A-Za-z0-9])/g
