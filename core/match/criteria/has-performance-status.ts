import { compareDates, daysBetween } from '../../record/partial-date.ts'
import { missing, no, old, onDay, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { LAB_DAYS } from '../lab-values.ts'
import { windowAt } from '../time-window.ts'

/** ECOG (= WHO, Zubrod) values that count, the least Karnofsky value, when it is named, and the value below which one counts ("Karnofsky < 70"). */
type Asked = {
  ecog?: number[]
  karnofsky?: number
  below?: number
  days?: number
  window?: string
  /** "ECOG ≥ 2" as a requirement: nobody is asked to be so ill; the sign was turned, or more is meant than is said. */
  turned?: boolean
}

export const hasPerformanceStatus = defineKind<Asked>({
  name: 'has-performance-status',
  reads:
    'ECOG, WHO or Zubrod performance status and Karnofsky index, in any notation, with a window when one is named: "ECOG 0–1", "Karnofsky ≥ 70%".',
  source: 'Oken 1982; ECOG to Karnofsky: 0 = 100, 1 = 80–90, 2 = 60–70, 3 = 40–50, 4 = 10–30',
  triggers: /ecog|eastern|karnofsky|kps|zubrod|who |world health|performance/,
  find(clause) {
    // "ECOG 0-II": read as figures, of the same length.
    const text = clause.text.replace(ROMAN, (words) => `${words.length}${' '.repeat(words.length - 1)}`)
    const mentions: Mention<Asked>[] = []
    SCALE.lastIndex = 0
    for (let scale = SCALE.exec(text); scale; scale = SCALE.exec(text)) {
      let end = scale.index + scale[0].length
      const asked: Asked = {}
      let isKarnofsky = /karnofsky|kps/.test(scale[0])
      for (let steps = 0; steps < 6; steps++) {
        VALUE.lastIndex = end
        const value = VALUE.exec(text)
        if (!value) {
          NEXT_SCALE.lastIndex = end
          const next = NEXT_SCALE.exec(text)
          if (!next) break
          isKarnofsky = /karnofsky|kps/.test(next[0])
          const after = NEXT_SCALE.lastIndex
          VALUE.lastIndex = after
          if (!VALUE.test(text)) break
          end = after
          continue
        }
        const [first, second] = [Number(value.groups?.['first']), Number(value.groups?.['third'] ?? value.groups?.['second'] ?? Number.NaN)]
        const sign = `${(value.groups?.['sign'] ?? '').replace(/\s*([<>=/])\s*/g, '$1')} ${value.groups?.['after'] ?? ''}`
        if (isKarnofsky || first >= 10) {
          const isBelow = BELOW.test(sign) && !Number.isFinite(second)
          if (isBelow && first >= 10 && first <= 100)
            asked.below = /≤|<=|=<|equal|at most|no(?:t)? (?:more|greater|higher)/.test(sign) ? first + 1 : first
          else if (asked.karnofsky === undefined && first >= 10 && first <= 100)
            asked.karnofsky = /^\s*(?:>|greater than|more than|above)\s*$/.test(sign) ? first + 10 : first
        } else if (asked.ecog === undefined) {
          asked.ecog = ecogValues(first, second, sign)
          const isAsked = clause.section === 'inclusion'
          // "ECOG performance status 2" among requirements has lost its "at most".
          if (isAsked && asked.ecog.length === 1 && first > 0 && /^\s*=?\s*$/.test(sign) && !/^ ?only\b/.test(text.slice(VALUE.lastIndex)))
            asked.ecog = ecogValues(first, Number.NaN, '≤')
          if (isAsked && first > 0 && asked.ecog.at(-1) === 5) asked.turned = true
        }
        end = VALUE.lastIndex
      }
      if (asked.ecog === undefined && asked.karnofsky === undefined && asked.below === undefined) continue
      const window = windowAt(
        text,
        end +
          (/^[\s,(]*(?:assessed|evaluated|at|obtained|performed|determined|as assessed|measured|documented)*[\s,]*/.exec(
            text.slice(end, end + 40),
          )?.[0].length ?? 0),
      )
      if (window) {
        end = window.end
        if (window.side === 'within') Object.assign(asked, { days: window.days, window: window.words })
      }
      const onScale =
        /^ (?:on|by|per|according to|using|as per|in) (?:the )?(?:ecog|eastern cooperative oncology group(?: \(ecog\))?|who|karnofsky|zubrod)(?: ?\(ecog\))?(?: (?:scale|criteria|performance|status|score|index))*/.exec(
          text.slice(end),
        )?.[0].length ?? 0
      end += onScale
      end +=
        /^,? ?(?:with|and) (?:no|without) deterioration(?: (?:over|in|within|during|of|the|past|last|previous|prior|two|2|weeks?|months?|to|enrol?lment|screening|randomi[sz]ation|first|dose|baseline|before|study|day|of|treatment))*/.exec(
          text.slice(end),
        )?.[0].length ?? 0
      end += OF_CHILDREN.exec(text.slice(end))?.[0].length ?? 0
      const closing = /^[\s.]?\)/.exec(text.slice(end))?.[0].length ?? 0
      end +=
        text.slice(scale.index, end).includes('(') &&
        text.slice(scale.index, end).lastIndexOf('(') > text.slice(scale.index, end).lastIndexOf(')')
          ? closing
          : 0
      mentions.push({ start: scale.index, end: scale.index + text.slice(scale.index, end).trimEnd().length, params: asked })
      SCALE.lastIndex = end
    }
    return mentions
  },
  asks({ ecog, karnofsky, below }) {
    const [first, last] = [ecog?.at(0), ecog?.at(-1)]
    const words = [
      ...(first === undefined ? [] : [`ECOG ${first === last ? first : `${first} to ${last}`}`]),
      ...(karnofsky === undefined ? [] : [`Karnofsky ${karnofsky} or more`]),
      ...(below === undefined ? [] : [`Karnofsky below ${below}`]),
    ]
    return words.join(' or ')
  },
  judge({ ecog, karnofsky, below, days, window, turned }, { profile, asOf, keepsOut }) {
    const question = 'How active are you today (ECOG performance status)?'
    const statuses = profile.performance.toSorted((a, b) => (a.date && b.date ? compareDates(b.date, a.date) : a.date ? -1 : 1))
    const [newest] = statuses
    if (!newest) return missing('No performance status (ECOG or Karnofsky) was found in the records.', 'performance', question)
    const same = statuses.find((one) => one.date === newest.date && one.scale === (ecog ? 'ECOG' : 'Karnofsky')) ?? newest
    const said = `${same.scale} ${same.value}${same.date ? ` ${onDay(same.date)}` : ''}`
    if (!same.date) return old(`${said}, without a date.`, 'performance', question, same.evidence)
    if (daysBetween(same.date, asOf).least > (days ?? LAB_DAYS))
      return old(`${said} is older than ${window ?? `${LAB_DAYS} days`}.`, 'performance', question, same.evidence)
    if (below !== undefined && ecog === undefined && karnofsky === undefined) {
      const [least, most] = same.scale === 'Karnofsky' ? [same.value, same.value] : (KARNOFSKY_OF_ECOG[same.value] ?? [0, 100])
      if (least < below && most >= below)
        return missing(`${said}; the trial speaks of Karnofsky below ${below}.`, 'performance', question, same.evidence)
      return most < below ? yes(`${said}; this may change.`, same.evidence, { recoverable: true }) : no(`${said}.`, same.evidence)
    }
    const counts = same.scale === 'Karnofsky' ? countsAsKarnofsky(same.value, karnofsky, ecog) : countsAsEcog(same.value, karnofsky, ecog)
    if (!counts && turned && keepsOut === false)
      return missing(
        `${said}; the trial's words ask for ${ecog?.[0]} or more, which may be a slip for “at most”.`,
        'protocol-performance',
        'Ask the trial team which performance status they take.',
        same.evidence,
      )
    // Nobody is kept out for being well: the words say of whom something else is so.
    if (counts && keepsOut === true && (same.scale === 'Karnofsky' ? same.value >= 80 : same.value <= 1))
      return missing(
        `${said}; whom the trial keeps out by this is not clear.`,
        'protocol-performance',
        'Ask the trial team which performance status they take.',
        same.evidence,
      )
    return counts ? yes(`${said}.`, same.evidence) : no(`${said}; this may change.`, same.evidence, { recoverable: true })
  },
})

function countsAsEcog(value: number, karnofsky: number | undefined, ecog: number[] | undefined): boolean {
  if (ecog) return ecog.includes(value)
  return (KARNOFSKY_OF_ECOG[value]?.[1] ?? 0) >= (karnofsky ?? 0)
}

function countsAsKarnofsky(value: number, karnofsky: number | undefined, ecog: number[] | undefined): boolean {
  if (karnofsky !== undefined && !(ecog && Math.min(...ecog) > 1)) return value >= karnofsky
  return (ecog ?? []).some((one) => {
    const range = KARNOFSKY_OF_ECOG[one]
    return range !== undefined && value >= range[0] && value <= range[1]
  })
}

const BELOW =
  /^\s*(?:<|≤|=<|<=|< ?\/ ?=|less|lower|below|under|at most|up to|no(?:t)? (?:more|greater|higher))|\b(?:or )?(?:less|lower|below|under)\b/
const KARNOFSKY_OF_ECOG: readonly (readonly [number, number])[] = [
  [100, 100],
  [80, 90],
  [60, 70],
  [40, 50],
  [10, 30],
  [0, 0],
]

function ecogValues(first: number, second: number, sign: string): number[] {
  const all = [0, 1, 2, 3, 4, 5]
  if (Number.isFinite(second) && second > first) return all.filter((one) => one >= first && one <= second)
  const isLess = /≤|<|=<|less|lower|better|at most|no(?:t)? (?:more|greater|higher)|up to|below|not exceed|or under/.test(sign)
  const isStrict = /(?:^|\s)(?:<|>)(?!=|\s?or|\/)/.test(sign) || /\b(?:less|greater|lower|higher|more) than(?! ?or)/.test(sign)
  if (isLess)
    return all.filter((one) =>
      isStrict && !/no(?:t)? (?:more|greater|higher)/.test(sign) && !/equal|or/.test(sign) ? one < first : one <= first,
    )
  if (/≥|>|greater|higher|more|worse|at least|above/.test(sign))
    return all.filter((one) => (isStrict && !/equal|or/.test(sign) ? one > first : one >= first))
  return [first]
}

/** "(for patients ≥ 16 years old), Lansky ≥ 70 % (for patients < 16 years old)": two scales for two ages. */
const OF_CHILDREN =
  /^[ ,;]*(?:\(?(?:for|in|if) (?:patients?|participants?|subjects?)?[^.;()]{0,30}\d\d ?years?[^.;(),]{0,20}\)?)?[ ,;]*(?:(?:or|and|\/) ?)?(?:\(?lansky(?:[^.;()]|\([^()]{0,60}\)){0,120}\)?|(?<=years?[^.;()]{0,20}\)?[ ,;]*))/
const ROMAN = /(?<=\b(?:0|i{1,2}) ?(?:-|to|or|and) ?)i{1,3}\b/g
const SCALE_WORDS = String.raw`(?:(?:an? |the |have |has |with |of )*(?:adequate |good )?(?:eastern (?:cooperative |co-operative )?oncology group|ecog|karnofsky|kps|zubrod|world health organi[sz]ation|who(?= ?(?:\/|performance|physical|ps\b|status|score|or ecog|grade|\())|swog|gog)|performance status|performance score)`
const MORE = String.raw`(?:[\s,/:()[\]-]*(?:\(?(?:ecog|who|kps|ps|zubrod|swog|gog|ecog\/who|who\/ecog|ecog-ps|ecog ps)\)?|eastern cooperative oncology group|world health organi[sz]ation|performance|physical|general|condition|status|scale|score|scores|index|level|grade|rating|or|of|is|are|must be|should be|be|the|a|criteria|adequate|functional|equivalent|lansky)\b)*`
const SCALE = new RegExp(String.raw`(?<!\w|\w-)${SCALE_WORDS}${MORE}`, 'g')
const NEXT_SCALE = new RegExp(
  String.raw`[\s,;(/[]*(?:or|and|and\/or|i\.e\.|equivalent to|corresponding to)?[\s,(/[]*(?:a )?${SCALE_WORDS}${MORE}`,
  'y',
)
const SIGN = String.raw`≤|<\s?=|=\s?<|<\s?\/\s?=|<|≥|>\s?=|=\s?>|>\s?\/\s?=|>|=|(?:less|greater|lower|higher|more|better) than(?:,? or equal(?: to)?)?|equal to|at least|at most|(?:no|not) (?:more|greater|higher|worse|less) than|up to|below|above|between|from|either|not exceeding|within`
const VALUE = new RegExp(
  String.raw`[\s:,()[\]]*(?:(?:must be|should be|is|of|be|a|score|scores|value|status|grade|level|or equal to|ps|the range of)\b[\s:(]*)*(?<sign>${SIGN})?[\s:]*(?:or (?:equal to|=)\s?)?(?<first>\d{1,3})(?!\d|\.\d|,\d{3})\s?%?(?:\s?(?:-|~|to|and|,? ?or|,|\/|through)\s?(?:≤ ?)?(?<mid>\d{1,3})\s?%?(?!\s?(?:days?|weeks?|months?|years?|mg|cm|mm|x))(?:,?\s?(?:or|and|,|-)\s?(?<third>\d)(?!\d))?)?(?<after>\s?(?:or|and) (?:less|lower|better|below|greater|higher|more|above|worse|under)\b(?: than)?)?[\])]?(?! ?(?:days?|weeks?|months?|years?)\b)`.replace(
    '(?<mid>',
    '(?<second>',
  ),
  'y',
)
