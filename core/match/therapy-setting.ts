import type { Given } from './treatment-history.ts'

/** The setting a treatment was given in, as criteria ask it. */
export type SettingAsked = 'metastatic' | 'curative' | 'neoadjuvant' | 'adjuvant' | 'any'

const FOR_METASTATIC =
  /^(?: (?:administered|given|received)(?= (?:in|for|as)\b))?(?:[\s,()]*(?:in|for|to treat|within|under|of|as|at)? *(?:(?:the|their|any|either|treatment|management|therapy|of|a)[\s]+)*(?:(?:unresectable|inoperable|incurable|non-?curative|locally|locoregional(?:ly)?|recurrent|advanced|metastatic|relapsed|stage iv|or|and|and\/or|\/|,|\(|de novo|abc|mbc|her2[- ](?:positive|negative|low)|hr\+?|er\+?|hormone receptor[- ]positive|breast)[\s,/)]*)*(?:advanced|metastatic|recurrent|stage iv|mbc|relapsed)(?:[\s/,)]*(?:and\/or|or|and)?[\s/(]*(?:metastatic|advanced|recurrent|inoperable|locally advanced|unresectable|unresectable locally advanced))*[\s)]*(?:breast )?(?:disease|setting|breast cancer|cancer|(?:adeno)?carcinoma|neoplasm|tumou?r|tnbc|treatment|stage|indication|condition)?s?(?:\s(?:disease|setting))?)/
const FOR_CURATIVE =
  /^[\s,(]*(?:in|for|as (?:an? )?part of|as|during|given|administered)? *(?:the|their|an?)? *(?:previous |prior )?(?:\(?neo\)?-?\s?adjuvant(?: ?(?:\/|or|and|and\/or) ?(?:neo-?)?adjuvant)?|adjuvant(?: ?(?:\/|or|and|and\/or) ?(?:neo-?)?adjuvant)?|early(?:[- ]stage)?(?: breast cancer)?|curative)(?: (?:setting|treatment|therapy|disease|intent|breast cancer|chemotherapy))*/
/** "in the (neo)adjuvant or metastatic setting" is any. */
const FOR_EITHER =
  /^[\s,(]*(?:(?:in|for) )?(?:either )?(?:(?:the|an?) )?\(?(?:\(?neo\)?-?adjuvant|adjuvant)(?:,? ?(?:\/|or|and|and\/or) ?(?:neo-?)?adjuvant)?(?: setting)?,? (?:or|and|and\/or) (?:in |for )?(?:(?:the|an?) )?(?:advanced|metastatic|recurrent|palliative)\)?(?: setting| disease)?\)?|^[\s,(]*(?:in|for) (?:either )?(?:(?:the|an?) )?(?:advanced|metastatic|palliative)(?: setting| disease)? (?:or|and|and\/or) (?:in |for )?(?:(?:the|an?) )?(?:\(?neo\)?-?)?(?:\/ ?)?adjuvant(?: setting| disease)?/
const LEADS_METASTATIC =
  /\b(?:in|for) (?:the )?[^,.;]{0,40}(?:metastatic|advanced)\s*(?:disease|setting)?(?: breast cancer)? (?:with|of|using)(?: an?| any)*\s*$|(?:metastatic|advanced|first[- ]line|1st[- ]line|palliative|salvage|rescue)[\s)]*(?:disease |setting )?$/
const LEADS_CURATIVE =
  /(?:\(?neo\)?-?\s?adjuvant(?: ?(?:\/|or|and|and\/or) ?(?:neo-?)?adjuvant)?|(?<!neo)adjuvant|(?:neo)?-?adjuvant ?\/ ?adjuvant)[\s)]*(?:or |\/|(?:systemic )?(?:treatments?|therap(?:y|ies)|regimens?) (?:with|using|of|including|containing|consisting of|that included?) (?:an? |any |the )?)?$/

/** The setting named just behind a treatment ("for metastatic disease") or just before it ("adjuvant"), with how far its words reach. */
export function settingAround(text: string, start: number, end: number): { setting: SettingAsked; end: number } {
  // "Chemotherapy lines for metastatic disease"
  const counted = COUNTED.exec(text.slice(end, end + 40))?.[0].length ?? 0
  const whole = settingBehind(text, end + counted)
  if (whole && counted > 0) return whole
  return settingBehind(text, end) ?? settingBefore(text, start, end)
}
const COUNTED =
  /^(?:[ -](?:lines?|regimens?|courses?)|\/(?:neo)?-?adjuvant(?= in the (?:recurrent|metastatic|advanced)))(?= (?:for|in|to|of|as)\b)/

function settingBehind(text: string, end: number): { setting: SettingAsked; end: number } | undefined {
  const after = text.slice(end, end + 160)
  const either = FOR_EITHER.exec(after)
  if (either) return { setting: 'any', end: end + either[0].trimEnd().length }
  const metastatic = FOR_METASTATIC.exec(after)
  if (metastatic && metastatic[0].trim() !== '') return { setting: 'metastatic', end: end + metastatic[0].trimEnd().length }
  const curative = FOR_CURATIVE.exec(after)
  return curative ? { setting: curativeSort(curative[0]), end: end + curative[0].trimEnd().length } : undefined
}

function settingBefore(text: string, start: number, end: number): { setting: SettingAsked; end: number } {
  const before = text.slice(Math.max(0, start - 90), start)
  const lead = LEADS_CURATIVE.exec(before)
  if (lead) return { setting: curativeSort(lead[0]), end }
  return { setting: LEADS_METASTATIC.test(before) ? 'metastatic' : 'any', end }
}

const curativeSort = (words: string): SettingAsked =>
  /\(?neo\)?/.test(words) && /\(neo\)|(?:or|and|\/|and\/or) ?(?:neo)?-?adjuvant/.test(words)
    ? 'curative'
    : /neo/.test(words)
      ? 'neoadjuvant'
      : /early|curative/.test(words)
        ? 'curative'
        : 'adjuvant'

export function isInSetting(given: Given, asked: SettingAsked): boolean | undefined {
  if (asked === 'any') return true
  if (given.setting === undefined) return undefined
  if (asked === 'metastatic') return given.setting === 'metastatic'
  if (asked === 'curative') return given.setting !== 'metastatic'
  return given.setting === asked
}

export const settingWords = (asked: SettingAsked): string =>
  asked === 'any'
    ? ''
    : asked === 'metastatic'
      ? ' for metastatic disease'
      : asked === 'curative'
        ? ' before or after surgery'
        : asked === 'adjuvant'
          ? ' after surgery'
          : ' before surgery'
