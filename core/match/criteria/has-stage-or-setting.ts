import { matchesOf } from '../../codes/matches-of.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Profile } from '../../record/profile.ts'
import { breastCancers, extentOf } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding } from '../kind.ts'

const SETTINGS = [
  'metastatic',
  'advanced',
  'locally-advanced',
  'locally-recurrent',
  'recurrent',
  'incurable',
  'early',
  'de-novo',
  'disease-free',
  'in-situ',
  'curable',
] as const
type Setting = (typeof SETTINGS)[number]
/** `loose`: "locally advanced tumours" with nothing that leaves out what has spread; trials of solid tumours often mean both. */
type Asked = { any: Setting[]; loose?: true }

export const hasStageOrSetting = defineKind<Asked>({
  name: 'has-stage-or-setting',
  reads:
    'How far the cancer has spread: metastatic, locally advanced and not operable, recurrent, early and operable, stage IV from the start, no evidence of disease.',
  source: 'profile: extent, metastases, stages',
  triggers:
    /metasta|advanced|unresect|inoper|resect|operable|recurren|relapsed|early|stage (?:iv|4)|incurable|amenable|de novo|evidence of|disease[- ]free|can ?not be|could not be|in[ -]situ|dcis|curative|curable/,
  find({ text }) {
    return matchesOf(text, LIST)
      .flatMap((whole) => cut(whole, text))
      .flatMap((match) => {
        if (
          /\bnon-? ?$/.test(text.slice(Math.max(0, match.index - 6), match.index)) ||
          isOfTreatment(text, match.index) ||
          isOfSpecimen(text, match.index, match.index + match[0].length) ||
          // "Recurrence from early-stage breast cancer" says what it was before.
          (/^early/.test(match[0]) && CAME_FROM.test(text.slice(Math.max(0, match.index - 60), match.index)))
        )
          return []
        // "De novo metastatic" is one setting, not two.
        const any =
          /de novo (?:stage|metasta)|at (?:initial |first |time of )?(?:diagnosis|presentation)/.test(match[0]) && !/\bor\b/.test(match[0])
            ? (['de-novo'] as const).slice()
            : SETTINGS.filter((setting) => WORDS[setting].test(match[0])).filter(
                // "Not amenable to treatment with curative intent"
                (setting, _, all) => setting !== 'curable' || !all.includes('incurable'),
              )
        if (/no evidence of (?:distant )?metasta/.test(match[0]))
          return [
            {
              start: match.index,
              end: match.index + match[0].trimEnd().length,
              params: { any: ['early' as const, 'locally-advanced' as const] },
            },
          ]
        if (/metasta/.test(match[0]) && /non-?metastatic|without (?:distant )?metasta/.test(match[0]))
          return [
            { start: match.index, end: match.index + match[0].length, params: { any: ['early' as const, 'locally-advanced' as const] } },
          ]
        const loose = any.join() === 'locally-advanced' && LOOSE.test(text) && !STRICT.test(text)
        const params: Asked = { any, ...(loose ? { loose } : {}) }
        return any.length > 0 ? [{ start: match.index, end: match.index + match[0].trimEnd().length, params }] : []
      })
  },
  asks: ({ any }) => any.map((setting) => SETTING_WORDS[setting]).join(' or '),
  judge({ any, loose }, { profile }) {
    const { value, evidence } = extentOf(profile)
    if (loose && value === 'metastatic')
      return missing(
        'The records show metastatic breast cancer; the trial says “locally advanced”, and does not say whether cancer that has spread is meant too.',
        'spread-allowed',
        'Does the trial take people whose cancer has spread to distant places? Its team knows.',
        evidence,
      )
    const found = any.map((setting) => judgeSetting(setting, profile))
    return (
      found.find(({ holds }) => holds === 'yes') ??
      found.find(({ holds }) => holds === 'unknown') ??
      found[0] ??
      missing('The extent of the cancer was not found.', 'extent', 'Has the cancer spread, and where?')
    )
  },
})

const LOOSE = /locally[ -]advanced (?:solid )?(?:tumou?rs?|cancers?|malignanc|carcinomas?|disease)/
const STRICT =
  /breast|non-?metasta|without (?:distant )?metasta|stage (?:ii|iii|2|3)|\bm0\b|resect|operab|neo-?adjuvant|inflammatory|curative|\bonly\b|\bt[34]\b/
const SETTING_WORDS: Record<Setting, string> = {
  metastatic: 'metastatic disease',
  advanced: 'advanced disease',
  'locally-advanced': 'locally advanced disease',
  'locally-recurrent': 'a local recurrence',
  recurrent: 'a recurrence',
  incurable: 'disease that cannot be removed',
  early: 'early or operable disease',
  'de-novo': 'spread at first diagnosis',
  'disease-free': 'no evidence of disease',
  'in-situ': 'carcinoma in situ',
  curable: 'disease that can be cured',
}
const WORDS: Record<Setting, RegExp> = {
  metastatic: /(?<!non-?)metasta|stage (?:iv|4)\b|distant|\bmbc\b|m1\b/,
  advanced: /(?<!locally[ -])(?<!locoregionally )\badvanced\b|\babc\b/,
  'locally-advanced': /locally[ -]advanced|loco-?regionally advanced|unresectable locally|\blabc\b/,
  'locally-recurrent':
    /local(?:ly)?(?:ised|ized)?(?:\/regional(?:ly)?)?[- ]recurren|loco-?regional(?:ly)? recurren|recurrent (?:unresectable|inoperable|locoregional)|inoperable (?:loco-?)?(?:regional )?recurren/,
  recurrent: /\brecurren|\brelapsed?\b/,
  incurable:
    /incurable|unresectable|inoperable|not (?:be )?amenable|not (?:a )?candidates? for (?:curative|resect)|non-?resectable|can ?not be (?:(?:surgically|completely|radically|curatively) )*(?:cured|treated|resected|removed|excised|operated|surg)|not suitable|no (?:curative|known curative)/,
  early: /\bearly|(?<!in)operable|(?<!un|non|non-|not )resectable|non-?metastatic|stage (?:i{1,3}|[1-3])(?![iv\d])/,
  'de-novo': /de novo|at (?:initial |first |time of )?(?:diagnosis|presentation)|newly diagnosed stage (?:iv|4)|untreated stage iv/,
  'disease-free': /no evidence of (?:disease|recurr|metast|distant)|disease[- ]free(?! (?:interval|survival|for|period|since))|\bned\b/,
  curable:
    /(?<!not )(?<!non)amenable to (?:treatment with )?(?:curative|resection)|(?<!non-?)(?<!not treatable with )curative intent|(?<!in)(?<!not )curable/,
  'in-situ': /in[ -]situ|\bdcis\b|\blcis\b/,
}

const ITEM = String.raw`(?:(?:radiolog|histolog|cytolog|patholog|radiograph)ically (?:confirmed |proven |documented )?|surgically |clinically |confirmed |documented |known )*(?:non-?metastatic|stage (?:iv|4)(?: [a-z]+){0,3} at (?:initial |first |time of )?(?:diagnosis|presentation)|metastatic(?: [a-z]+){0,2} at (?:initial |first |time of )?(?:diagnosis|presentation)|metastatic(?! (?:lesions?|sites?|brain|bone|liver|lung|tumou?rs?\b(?! of)|tumou?r tissue|disease (?:to|in|involving) the))|metastas[ei]s (?=disease)|de novo|not (?:treatable|curable)(?: (?:with|by) (?:curative intent|surgery|[a-z]+ therapy))?|incurable|unresectable|inoperable|non-?resectable|(?:cannot|can not|could not) be (?:(?:surgically|completely|radically|curatively) )*(?:removed|resected|excised|operated(?: on)?|cured)(?: (?:by|with|through) (?:[a-z]+ )?(?:surgery|resection|operation))?|(?:cannot|can not) be treated with (?:radical |curative )?(?:surgery|resection)|not amenable to (?:[a-z]+[, ]+(?:or |and |with )*){0,4}(?:curative|resection|surgery|surgical resection|radiation|radiotherapy|treatment|therapy)(?: (?:intent|treatment|therapy|resection|surgery|radiotherapy|radiation|or|by|with|and))*|not amenable to cure[^.;]{0,30}by (?:surgery|radiotherapy|chemotherapy|[a-z]+ (?:therapy|manipulations?))(?:(?:,? (?:or|and)|,) (?:surgery|radiotherapy|radiation|chemotherapy|[a-z]+ (?:therapy|manipulations?)))*|for (?:which|whom) (?:no |curative )[a-z ,]{5,60}(?:therapy|treatment|exists|available)|(?<!not )amenable to (?:treatment with )?(?:curative|resection)(?: (?:intent|treatment|therapy|surgery|resection))*(?: with curative intent)?|(?<!in)curable|(?:early|earlier)[- ]stage|early|advanced[- ]stage|locally[ -]advanced(?:\/recurrent)?|loco-?regionally (?:advanced|recurrent)|locally[ -]recurrent|local(?:ly)? (?:or regional(?:ly)? )?recurren(?:t|ce)|loco-?regional recurren(?:t|ce)s?|advanced|recurrent|relapsed|relapse(?= ?\/ ?(?:metastatic|advanced|recurrent))|operable|resectable|distant metasta(?:tic|s[ei]s)|stage (?:iv|4)\b|no evidence of (?:distant )?(?:disease|metasta\w+|recurrence)(?: \(ned\))?|disease[- ]free(?! (?:interval|survival|for|period|since|status))|ductal carcinoma in[ -]situ(?: \(dcis\))?|dcis|lobular carcinoma in[ -]situ(?: \(lcis\))?)`
const TAIL = String.raw`(?: (?:disease|setting|stage(?! (?:i{1,3}|iv|[0-4]))))?`
const LIST = new RegExp(
  String.raw`\b${ITEM}${TAIL}(?:[ ,\/()]{1,3}(?:(?:and\/or|or|and|either|\/|that is|which is|is|it is|the|an?|disease|but)[ ,(]{1,2}){0,4}${ITEM}${TAIL}\)?)*`,
  'g',
)

const CAME_FROM =
  /\b(?:recurrences?|recurred|relapsed?|progress(?:ed|ion)) (?:from|of|after|following) (?:an? |the |(?:prior|previous|earlier|initial|curatively treated|treated|resected) )*$/

/** "Locally advanced cancer not amenable to surgery, or metastatic cancer": what is said of the first ends before the second. */
function cut(whole: RegExpExecArray, text: string): { 0: string; index: number }[] {
  const [words] = whole
  const second = /^(?:not|un|non|in).*?(,? ?\b(?:or|and\/or) )(?=(?:stage iv|metastatic|distant)\b)/.exec(words)
  if (!second || !/advanced|recurren|stage (?:iii|3)/.test(text.slice(Math.max(0, whole.index - 60), whole.index))) return [whole]
  const first = second[0].slice(0, -(second[1] ?? '').length)
  return [
    { 0: first, index: whole.index },
    { 0: words.slice(second[0].length), index: whole.index + second[0].length },
  ]
}

/** "… of ribociclib, either adjuvant or for advanced disease": the setting of a treatment, not of the person today. */
function isOfTreatment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 140), at)
  if (/adjuvant\)?(?: setting)?[\s,/]*(?:or|and|and\/or)\s+(?:in\s+)?(?:the\s+)?$/.test(before)) return true
  return (
    /\b(?:for|in)\s+(?:the\s+|their\s+)?(?:treatment of\s+)?$/.test(before) &&
    /treat|therap|receiv|regimen|inhibitor|chemo|\blines?\b|dose|progress/.test(before.split(/[.;]\s/).at(-1) ?? '')
  )
}

/** "… on the primary or on the recurrent tumor": where something was found, not how far the cancer went. */
const isOfSpecimen = (text: string, start: number, end: number): boolean =>
  /\b(?:on|from|of|in) (?:the |a )?(?:primary (?:tumou?r )?(?:or|and|and\/or) (?:(?:on|from|of|in) )?(?:the |a )?)?$/.test(
    text.slice(Math.max(0, start - 60), start),
  ) && /^ ?(?:tumou?rs?|specimens?|biops(?:y|ies)|lesions?|samples?|sites?|tissue)\b/.test(text.slice(end))

function judgeSetting(setting: Setting, profile: Profile): Finding {
  const { value, deNovo, evidence } = extentOf(profile)
  const spread = 'The records show metastatic breast cancer.'
  if (setting === 'in-situ') return judgeInSitu(profile)
  if (value === undefined)
    return missing('The records do not say how far the cancer has spread.', 'extent', 'Has the cancer spread, and where?')
  const isMetastatic = value === 'metastatic'
  switch (setting) {
    case 'metastatic':
      return isMetastatic ? yes(spread, evidence) : no('The records show no spread to distant places.', evidence)
    case 'advanced':
    case 'incurable':
      return value === 'early'
        ? no('The records show early breast cancer.', evidence)
        : yes(isMetastatic ? spread : 'The records show locally advanced breast cancer.', evidence)
    case 'locally-advanced':
      return value === 'locally-advanced'
        ? yes('The records show locally advanced breast cancer.', evidence)
        : no(isMetastatic ? spread : 'The records show early breast cancer.', evidence)
    case 'locally-recurrent':
      return localRecurrence(profile, evidence)
    case 'recurrent':
      return cameBack(profile, isMetastatic, deNovo, evidence)
    case 'early':
    case 'curable':
      return isMetastatic ? no(spread, evidence) : yes('The records show breast cancer without distant spread.', evidence)
    case 'de-novo':
      if (!isMetastatic) return no('The records show no spread to distant places.', evidence)
      if (deNovo === undefined)
        return missing(
          'The records do not say whether the cancer had spread when it was first found.',
          'de-novo',
          'Had the cancer already spread when it was first found?',
          evidence,
        )
      return deNovo
        ? yes('The cancer had already spread when it was first found.', evidence)
        : no('The cancer came back later; it had not spread when it was first found.', evidence)
    case 'disease-free': {
      const free = profile.responses.findLast(({ value: response }) => response === 'no-evidence-of-disease')
      if (isMetastatic) return no(spread, evidence)
      return free
        ? yes('The records say there is no evidence of disease.', free.evidence)
        : missing(
            'The records do not say whether any cancer is left.',
            'no-evidence-of-disease',
            'Do the latest scans show no evidence of disease?',
            evidence,
          )
    }
  }
}

function cameBack(profile: Profile, isMetastatic: boolean, deNovo: boolean | undefined, evidence: Evidence[]): Finding {
  if (isMetastatic && deNovo === false) return yes('The cancer came back after earlier treatment.', evidence)
  if (isMetastatic && deNovo) return no('The cancer had already spread when it was first found; it is not a recurrence.', evidence)
  const again = profile.stages.find(({ kind }) => kind === 'recurrence')
  if (again) return yes('The records show a recurrence.', again.evidence)
  return isMetastatic
    ? missing(
        'The records do not say whether the cancer came back or had spread from the start.',
        'de-novo',
        'Had the cancer already spread when it was first found?',
        evidence,
      )
    : no('The records show no recurrence.', evidence)
}

function localRecurrence(profile: Profile, evidence: Evidence[]): Finding {
  const again = profile.stages.find(({ kind }) => kind === 'recurrence')
  const wall = profile.metastases.find(({ site, status }) => site === 'chest-wall' && status !== 'ruled-out')
  if (wall) return yes('The records show the cancer in the chest wall.', wall.evidence)
  return again ? yes('The records show a recurrence.', again.evidence) : no('The records show no local recurrence.', evidence)
}

function judgeInSitu(profile: Profile): Finding {
  const cancers = breastCancers(profile)
  const only = cancers.find(({ histology }) => /in[ -]situ/i.test(histology ?? '') && !/invasive/i.test(histology ?? ''))
  return only
    ? yes('The records show carcinoma in situ.', only.evidence)
    : no(
        'The records show invasive cancer, not carcinoma in situ alone.',
        cancers.flatMap(({ evidence }) => evidence),
      )
}
