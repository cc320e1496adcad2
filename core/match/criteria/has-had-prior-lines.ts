import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, notUnderstood, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { isInSetting, type SettingAsked, settingAround, settingWords } from '../therapy-setting.ts'
import { listWords, matchesList, type TherapyList, therapiesIn } from '../therapy-words.ts'
import { type Given, givenTreatments, givenWords, isOnlyConjugate, knowsTreatments, metastaticLines } from '../treatment-history.ts'

type Asked = {
  least: number
  most: number
  list?: TherapyList | undefined
  /** "At least one but no more than three lines" among exclusions: it reads like what is asked. */
  doubtful?: boolean
  /** Whether the trial says that conjugates count as chemotherapy, or that they do not. */
  conjugates?: 'counted' | 'apart'
  /** "In addition to a CDK4/6 inhibitor": lines with these are not counted. */
  beside?: TherapyList | undefined
  setting: SettingAsked
  lenient: boolean
}

export const hasHadPriorLines = defineKind<Asked>({
  name: 'has-had-prior-lines',
  reads:
    'How many earlier lines or regimens: at least, at most, exactly or a range, by type (chemotherapy, endocrine, anti-HER2) and setting.',
  source: 'profile: treatments with their lines; lines are counted for metastatic disease unless the trial says otherwise',
  triggers: /lines?\b|regimens?|prior|previous|therap|na[iï]ve|untreated/,
  find({ text, section }) {
    const mentions: Mention<Asked>[] = []
    const counts = countsIn(text)
    const lists = counts.length > 0 ? therapiesIn(text) : []
    let before: { end: number; bound: string } | undefined
    for (const match of counts) {
      const { bound: own, low, high, unit } = match.groups ?? {}
      // "No more than 1 chemotherapy or 1 targeted regimen": the limit is for each.
      const bound: string = own ?? (before && /^[\s,]*(?:and\/or|or|and)? *$/.test(text.slice(before.end, match.index)) ? before.bound : '')
      const range = rangeOf(bound, low ?? '', high)
      if (!range) continue
      const floor = FLOOR.exec(text.slice(Math.max(0, match.index - 40), match.index))
      if (floor && range.least === 0) range.least = numberOf(floor[1] ?? '')
      const start = match.index - (floor?.[0].length ?? 0)
      let end = match.index + match[0].trimEnd().length
      const list = lists.find(
        (one) =>
          one.start >= start - 1 &&
          one.start <= end + 45 &&
          !/[.;]/.test(text.slice(end, one.start)) &&
          (unit === undefined
            ? BARE_LEAD
            : /^[\s,]*(?:of|with|prior|previous|systemic|an?|the|any|either|for|in|including|\(|non-|\w+ ){0,5}$/
          ).test(text.slice(Math.min(end, one.start), one.start)),
      )
      const topic = list ? undefined : lists.find((one) => /^: [^:.;]*$/.test(text.slice(one.end, start)))
      if (!list && !unit && !/therap|treatment|chemo/.test(text.slice(end, end + 30))) continue
      if (list) end = Math.max(end, list.end)
      if ((!list || bound === '') && unit === undefined) continue
      end += REGIMENS.exec(text.slice(end))?.[0].length ?? 0
      before = { end, bound }
      const around = settingAround(text, start, end)
      const besides = BESIDES.exec(text.slice(Math.max(around.end, end)))
      const from = Math.max(around.end, end) + (besides?.[0].length ?? 0)
      const beside = besides ? lists.find((one) => one.start >= from - 1 && one.start <= from + 12) : undefined
      // "Two endocrine therapies, including a CDK4/6 inhibitor for metastatic disease": the setting is that of the one included.
      const isOfPart = INCLUDING.test(text.slice(start, end))
      const tail = beside ? (WITH_THEM.exec(text.slice(beside.end))?.[0].length ?? 0) : 0
      mentions.push({
        start,
        end: beside ? beside.end + tail : Math.max(around.end, end),
        params: {
          ...range,
          list: list ?? topic,
          ...(beside ? { beside } : {}),
          ...conjugatesIn(text.slice(start, start + 400)),
          ...(section === 'exclusion' && floor && range.most < 99 ? { doubtful: true } : {}),
          setting: isOfPart ? 'any' : around.setting,
          lenient: section === 'inclusion',
        },
      })
    }
    shareSetting(mentions, text)
    for (const match of matchesOf(text, FIRST_LINE)) {
      if (/^,? or (?:have |has |previously |had |who )/.test(text.slice(match.index + match[0].length))) continue
      if (/progress|within|starting|received|prior/.test(text.slice(Math.max(0, match.index - 40), match.index))) continue
      mentions.push({
        start: match.index,
        end: match.index + match[0].length,
        params: { least: 0, most: 0, setting: 'metastatic', lenient: false },
      })
    }
    return mentions
  },
  judge({ least, most, list, beside, conjugates, doubtful, setting, lenient }, { profile }) {
    if (!knowsTreatments(profile))
      return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
    const isOfType = (given: Given) =>
      given.drugs.length > 0 &&
      !(beside && matchesList(given, beside)) &&
      (list ? matchesList(given, list) : given.drugs.some(({ family }) => !['bone', 'steroid', 'supportive'].includes(family)))
    const metastatic = metastaticLines(profile, isOfType)
    const others = givenTreatments(profile).filter((given) => given.setting !== 'metastatic' && isOfType(given))
    let counted =
      setting === 'metastatic' ? metastatic : setting === 'any' ? metastatic : others.filter((given) => isInSetting(given, setting))
    // An antibody-drug conjugate may or may not be counted as chemotherapy: where the trial does not say, both counts are tried.
    const free = counted.filter((given) => !isOnlyConjugate(given))
    const fewest = conjugates === 'counted' || !list?.therapies.every(({ name }) => name === 'chemotherapy') ? counted.length : free.length
    if (conjugates === 'apart') counted = free
    const mostCount = setting === 'any' ? counted.length + (others.length > 0 ? 1 : 0) : counted.length
    const said =
      counted.length === 0
        ? `The records hold no earlier ${list ? listWords(list).replace(/^an? /, '') : 'treatment'}${settingWords(setting)}.`
        : `Counted: ${counted.map(givenWords).join('; ')}.`
    const evidence = (counted.length > 0 ? counted : givenTreatments(profile)).flatMap((given) => given.evidence).slice(0, 8)
    const isIn = (many: number) => many >= least && many <= most
    // As many as are asked for at least may be reached with such a conjugate: most protocols count it.
    if (isIn(fewest) !== isIn(counted.length) && !(lenient && isIn(counted.length) && fewest < least))
      return missing(
        `${said} Whether the trial counts an antibody that carries chemotherapy as chemotherapy decides.`,
        'conjugates-count',
        'Does the trial count an antibody-drug conjugate (such as Enhertu or Trodelvy) as chemotherapy? Its team knows.',
        evidence,
      )
    if (doubtful && isIn(fewest)) return { ...notUnderstood('at least … but no more than …, among what keeps people out'), evidence }
    if (isIn(fewest) || (lenient && isIn(counted.length))) return yes(said, evidence)
    if (lenient && isIn(mostCount)) return yes(`${said} Treatment before the cancer spread may count too.`, evidence)
    return no(said, evidence)
  },
})

/** "One chemotherapy or one targeted regimen for metastatic disease": the setting at the end is for each. */
function shareSetting(mentions: Mention<Asked>[], text: string): void {
  for (const [i, mention] of mentions.entries()) {
    const next = mentions[i + 1]
    if (next && mention.params.setting === 'any' && /^[\s,]*(?:and\/or|or|and) *$/.test(text.slice(mention.end, next.start)))
      mention.params.setting = next.params.setting
  }
}
/** "(including ADCs)", "antibody-drug conjugates are not counted as chemotherapy" */
function conjugatesIn(words: string): Pick<Asked, 'conjugates'> {
  if (!/\badcs?\b|conjugate|deruxtecan|govitecan|vedotin|emtansine|\bt-?dxd|\bt-?dm1/.test(words)) return {}
  if (APART.test(words)) return { conjugates: 'apart' }
  return COUNTED_TOO.test(words) ? { conjugates: 'counted' } : {}
}
const CONJUGATE = String.raw`(?:adcs?\b|antibody[- ]drug conjugates?|(?:[a-z]+mab )?(?:deruxtecan|govitecan|vedotin|emtansine)\b|t-?dxd\b|t-?dm1\b)`
const APART = new RegExp(
  String.raw`(?:not (?:be )?(?:includ|count|consider)\w*|exclud\w+|other than|except|in addition to|or)[^.;()]{0,40}${CONJUGATE}|${CONJUGATE}[^.;()]{0,60}\b(?:not|excluded|allowed|permitted|acceptable)\b`,
)
const COUNTED_TOO = new RegExp(
  String.raw`(?:includ\w+|counts?|counted|considered|such as|e\.g\.,?)[^.;()]{0,40}${CONJUGATE}|${CONJUGATE}[^.;()]{0,60}\b(?:counts?|counted|considered|included)\b`,
)

const BARE_LEAD = /^[\s,]*(?:(?:prior|previous|systemic|lines? of) )*$/
const REGIMENS = /^[- ]?(?:regimens?|lines?|therap(?:y|ies)|treatments?)(?: of (?:therapy|treatment))?\b/
const BESIDES =
  /^[\s,(]*(?:in addition to|besides|beyond|on top of|other than|apart from|aside from|not (?:including|counting)|excluding)\s+(?:the |an? |any |prior |previous )*/
const WITH_THEM = /^(?: (?:in combination )?with (?:et|endocrine therapy|an? (?:ai|aromatase inhibitor)|fulvestrant))?/
const INCLUDING = /\bincluding (?:an?|one|at least one|1|≥ ?1)\b/

/** Counts with a word for lines, and limits with the treatment itself behind them: "no more than 2 chemotherapies". */
function countsIn(text: string): RegExpExecArray[] {
  if (!A_NUMBER.test(text)) return []
  const counted = NUMBERED.test(text) ? matchesOf(text, COUNTED) : []
  const limited = BOUNDED.test(text) ? matchesOf(text, LIMITED) : []
  const isCounted = (at: number) => counted.some(({ index, 0: words }) => index <= at && at < index + words.length)
  return [...counted, ...limited.filter(({ index }) => !isCounted(index))].toSorted((a, b) => a.index - b.index)
}

const NUM = String.raw`(?:\d|one|two|three|four|five|six|zero)`
const A_NUMBER = new RegExp(String.raw`\b${NUM}\b`)
/** A number before a word for lines in one sentence: without it nothing is counted. */
const NUMBERED = new RegExp(String.raw`\b${NUM}\b[^.;]*?(?:line|regimen|therap|treatment)`)
/** A number behind the last word of a limit, or behind a joining word. */
const BOUNDED = new RegExp(String.raw`(?<=(?:least|of|than|to|most|[≥>≤<=]|\bor|\band)[ (]*)\b${NUM}\b`)
const COUNTED = new RegExp(
  String.raw`(?:(?<![a-z])(?<bound>at least|a minimum of|minimum of|minimum|not more than|no more than|more than|greater than|fewer than|less than|up to|maximum of|a maximum of|maximum|at most|exactly|no less than|≥|>=|=>|>|≤|<=|=<|<|(?:have |has |had )?(?:received|failed|progressed (?:on|after)) (?:only )?)[ (]*)?\b(?<low>${NUM})\b\)?(?: ?\(${NUM}\))?(?:(?<=\b(?:at least|minimum of) ${NUM},? (?:and|but|to) (?:no|not) more than ${NUM}),)?(?:(?: ?- ?| to | or | and )(?<high>${NUM})\b(?: ?\(${NUM}\))?)?(?: or (?:more|fewer|less))?(?: ?\+)?[ -]?(?:(?:different|prior|previous|additional|separate|distinct|systemic|total|of|rescue|salvage|cytotoxic|anti-?cancer|palliative|metastatic|standard|chemotherapy|chemotherapeutic|endocrine|hormonal|hormone|anti-?her2|her2-directed|non-hormonal|treatment|therapy|therapeutic|cancer|lines?|of|or)[ /-]+)*(?:(?<unit>lines?|regimen?s?|therap(?:y|ies)|treatments?|treatment lines?|chemotherap(?:y|ies))\b(?: (?:or (?:lines?|regimens?))?)?)(?: of (?:prior |previous |systemic )*(?:therap(?:y|ies)|treatments?)\b)?`,
  'g',
)
const LIMITED = new RegExp(
  String.raw`(?:(?<bound>at least|a minimum of|not more than|no more than|more than|fewer than|less than|up to|a maximum of|maximum of|at most|≥|>=|>|≤|<=|<)[ (]*|(?<=\bor |\band ))(?<low>${NUM})\b\)?(?: ?\(${NUM}\))?(?<high>(?!))?(?<unit>(?!))? (?:(?:prior|previous|systemic) )*`,
  'g',
)
/** "At least one and up to two": the lower limit before the upper one. */
const FLOOR = new RegExp(
  String.raw`\b(?:at least|a minimum of|minimum of|≥|>=) ?(${NUM})\b(?: (?:prior|previous))*(?: (?:lines?|regimens?|therap(?:y|ies)))?,? ?(?:and|but|to)? ?$`,
)
const FIRST_LINE =
  /\b(?:(?:breast cancer )?treatment[- ]na[iï]ve|(?:previously )?untreated(?= (?:metastatic|advanced|locally|for|with (?:any )?(?:systemic|anti-?cancer)|recurrent))|no (?:prior|previous) (?:systemic )?(?:anti-?cancer )?(?:therap(?:y|ies)|treatments?) for (?:metastatic|advanced|locally advanced)[a-z ,/]{0,60}(?:disease|setting|cancer))/g

const VALUE: Record<string, number> = { zero: 0, no: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }
const numberOf = (word: string) => VALUE[word] ?? Number(word)

function rangeOf(bound: string, low: string, high: string | undefined): { least: number; most: number } | undefined {
  const first = numberOf(low)
  const last = high === undefined ? undefined : numberOf(high)
  if (Number.isNaN(first)) return undefined
  if (/not more|no more|up to|maximum|at most|≤|<=|=</.test(bound)) return { least: 0, most: last ?? first }
  if (/fewer|less than|^</.test(bound) && !/no less/.test(bound)) return { least: 0, most: first - 1 }
  if (/more than|greater|^>$/.test(bound)) return { least: (last ?? first) + 1, most: 99 }
  if (/at least|minimum|no less|≥|>=|=>/.test(bound)) return { least: first, most: last ?? 99 }
  if (last !== undefined) return { least: Math.min(first, last), most: Math.max(first, last) }
  if (/only|exactly/.test(bound)) return { least: first, most: first }
  return { least: first, most: 99 }
}
