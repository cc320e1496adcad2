/** The parts of a stage as written, without prefix letters: `T2`, `N1a(sn)`, `M0`, `IIB`. UICC/AJCC TNM, every edition. */
export type StageParts = { t?: string; n?: string; m?: string; group?: string }

const SUFFIX = String.raw`(?:\s?\((?:sn|f|m|i[+-]|mol[+-]|\d{1,2}|sn\)\s?\(i[+-]|m,\s?\d)\))*`
/** Patterns for T, N and M categories with suffixes; a zero misread as the letter O is understood. */
export const T_CATEGORY = String.raw`(?:T\s?(?:is(?:\s?\(?(?:DCIS|Paget|LCIS)\)?)?|mic?|[0O](?![A-Za-z])|[Xx](?![A-Za-z])|[1-4](?:mic?|[a-d])?)${SUFFIX})`
export const N_CATEGORY = String.raw`(?:N\s?(?:[0Oo](?![A-Za-z])|[Xx](?![A-Za-z])|[1-3](?:mic?|[a-c])?)${SUFFIX})`
export const M_CATEGORY = String.raw`(?:M\s?(?:[0Oo](?![A-Za-z])|[Xx](?![A-Za-z])|1[a-d]?)${SUFFIX})`
/** Stage groups 0 to IV with letters, in Roman or Arabic figures. */
export const STAGE_GROUP = String.raw`(?:IV[ABC]?|III[ABC]?|II[ABC]?|I[ABC]?|0|[1-4][ABCabc]?)`

const ROMAN = ['0', 'I', 'II', 'III', 'IV'] as const

/** `2b` and `iib` are `IIB`. */
export function stageGroup(words: string): string {
  const match = /^([1-4])([abc]?)$/i.exec(words.trim())
  return match ? `${ROMAN[Number(match[1])] ?? ''}${(match[2] ?? '').toUpperCase()}` : words.trim().toUpperCase()
}

/** A category as it is usually written: `t 1c` is `T1c`, `NO(sn)` is `N0(sn)`. */
export function category(words: string): string {
  const tight = words.replace(/\s+/g, '')
  const head = tight.slice(0, 1).toUpperCase()
  const rest = tight
    .slice(1)
    .replace(/^[oO](?=$|\()/, '0')
    .replace(/^x(?=$|\()/, 'X')
    .replace(/^mi[c]?/, 'mi')
  return `${head}${rest}`
}
