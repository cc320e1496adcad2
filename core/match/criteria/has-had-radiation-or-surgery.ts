import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween, type PartialDate } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import { dayWords, missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Mention } from '../kind.ts'
import { findWindow } from '../time-window.ts'
import { knowsTreatments } from '../treatment-history.ts'

type Asked = { type: 'surgery' | 'radiation'; site?: RegExp | undefined; what: string; metastatic?: true; days?: number; words?: string }

export const hasHadRadiationOrSurgery = defineKind<Asked>({
  name: 'has-had-radiation-or-surgery',
  reads: 'Earlier radiotherapy (of the brain, the breast, bone) or surgery (mastectomy, lumpectomy), at any time.',
  source: 'profile: treatments',
  triggers: /radi|surg|mastectomy|lumpectomy|irradiat|resection/,
  find: ({ text }) => [
    ...sinceOperation(text),
    ...matchesOf(text, PATTERN)
      .filter((match) => !isTimed(text, match.index + match[0].length) && !OF_ANOTHER_PLACE.test(text.slice(match.index + match[0].length)))
      .map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        params: {
          type: /radi/.test(match[0]) ? ('radiation' as const) : ('surgery' as const),
          site: siteOf(match[0]),
          what: match[0],
          ...(FOR_METASTATIC.test(text.slice(match.index + match[0].length)) ? { metastatic: true as const } : {}),
        },
      })),
  ],
  judge({ type, site, what, metastatic, days, words }, { profile, asOf }) {
    if (days !== undefined) return judgeSince({ type, what, days, words: words ?? '' }, profile, asOf)
    const there = profile.treatments.filter(
      (one) =>
        one.type === type &&
        (site === undefined || site.test(`${one.site ?? ''} ${one.name}`)) &&
        !(metastatic && (one.setting === 'adjuvant' || one.setting === 'neoadjuvant')),
    )
    const had = /bilateral/.test(what) && !isOfBothSides(there.map((one) => `${one.site ?? ''} ${one.name}`)) ? [] : there
    if (had.length > 0)
      return yes(
        `In the records: ${had.map(({ name, start }) => `${name}${start ? ` (${start.slice(0, 7)})` : ''}`).join('; ')}.`,
        had.flatMap(({ evidence }) => evidence),
      )
    if (!knowsTreatments(profile))
      return missing('No list of earlier treatments was found.', 'treatments', 'Which treatments have you had, with dates?')
    return no(
      `${what.replace(/^./, (c) => c.toUpperCase())} is not among the treatments in the records.`,
      profile.treatments.flatMap(({ evidence }) => evidence).slice(0, 4),
    )
  },
})

/** "Radiotherapy for metastatic disease": not what was given after the first operation. */
const FOR_METASTATIC = /^ (?:for|of|to treat) (?:the )?(?:treatment of )?(?:metasta|advanced|recurrent)/
const isOfBothSides = (names: readonly string[]): boolean =>
  names.some((name) => /bilateral|both/i.test(name)) ||
  (names.some((name) => /left/i.test(name)) && names.some((name) => /right/i.test(name)))

/** "Within 12 months of definitive breast surgery": how long ago the operation that meant to cure was. */
function sinceOperation(text: string): Mention<Asked>[] {
  return matchesOf(text, SINCE).flatMap((match): Mention<Asked>[] => {
    const window = findWindow(text, match.index)
    if (!window || window.start > match.index + 12 || window.days < LONG || window.side !== 'within') return []
    const type = /radi/.test(match[1] ?? '') ? 'radiation' : 'surgery'
    const params = { type, what: (match[1] ?? '').trim(), days: window.days, words: window.words } as const
    return [{ start: match.index, end: match.index + match[0].length, params }]
  })
}
const SINCE =
  /(?:\bwithin|≤|< ?=|= ?<|\bno more than|\bless than) ?(?:\w+ )?\(?\d*\)? ?(?:days?|weeks?|months?|years?) (?:of|after|from|following) (?:the |their |completing |completion of |last |most recent |patient's )*((?:definitive |primary |breast |curative |final |adjuvant )+(?:surgery|radiotherapy|radiation(?: therapy)?|resection)|mastectomy|lumpectomy)\b/g
/** Shorter windows are of recovery from an operation, which another kind reads. */
const LONG = 40

function judgeSince(
  { type, what, days, words }: Required<Omit<Asked, 'site' | 'metastatic'>>,
  profile: Profile,
  asOf: PartialDate,
): Finding {
  const last = profile.treatments.findLast(
    (one) => one.type === type && one.setting !== 'metastatic' && (type === 'radiation' || BREAST_OPERATION.test(one.name)),
  )
  const date = last?.end ?? last?.start
  if (!last || !date)
    return last || !knowsTreatments(profile)
      ? missing(`When ${what} was is not in the records.`, 'surgery-date', 'When was your breast operated on?', last?.evidence ?? [])
      : no(
          `${what.replace(/^./, (c) => c.toUpperCase())} is not among the treatments in the records.`,
          profile.treatments.flatMap(({ evidence }) => evidence).slice(0, 4),
        )
  const said = `${last.name}: ${dayWords(date)}; the trial speaks of ${words}.`
  return daysBetween(date, asOf).least <= days ? yes(said, last.evidence) : no(said, last.evidence)
}
const BREAST_OPERATION = /mastectomy|lumpectomy|segmentectomy|quadrantectomy|breast|axillary/i

/** "Radiation pneumonitis", "radiation to the liver": not the treatment as such, or a place that the records are not asked for. */
const OF_ANOTHER_PLACE =
  /^(?:[- ](?:pneumonitis|necrosis|induced|dermatitis|fibrosis|toxicity|related|enteritis)| (?:to|of) (?:the )?[a-z]|[^.;]{0,20}\d ?%)/

const PATTERN =
  /\b(?:(?:prior|previous|previously|history of|received|undergone|had|underwent|any) )+(?:(?:brain|cns|definitive|adjuvant|whole[- ]brain|wbrt|cranial|stereotactic|external beam|breast|chest wall|pelvic|thoracic|palliative|local|curative|ipsilateral|to the|bilateral|breast-conserving|complete|surgical|primary|axillary|or|and\/or) )*(?:radiation(?: therapy)?|radiotherapy|irradiation|mastectomy|lumpectomy|breast surgery|breast[- ]conserving surgery|surgery for breast cancer|(?:surgical )?resection of (?:the )?(?:primary|breast)(?: tumou?r)?)(?: (?:to|of) (?:the )?(?:brain|breast|chest(?: wall)?|bone|pelvis|thorax|lungs?))?/g

/** "Radiotherapy within 2 weeks" asks when, not whether: another kind reads it. */
function isTimed(text: string, from: number): boolean {
  const stop = /[;]|\.(?=\s)/.exec(text.slice(from))
  const to = stop ? from + stop.index : text.length
  return (
    findWindow(text, from, to) !== undefined || /^[^.;]{0,60}\b(?:should be|must be|must have been|completed)\b/.test(text.slice(from, to))
  )
}

function siteOf(words: string): RegExp | undefined {
  if (/whole[- ]brain|wbrt/.test(words)) return /whole[- ]brain|wbrt/i
  if (/brain|cranial/.test(words)) return /brain|cran|cerebr|frontal|parietal|occipital|temporal/i
  if (/chest|thora|breast/.test(words) && /radi/.test(words)) return /breast|chest|thora/i
  if (/pelvi/.test(words)) return /pelvi|sacr|iliac|ilium|hip\b|acetab|pubi|ischi/i
  if (/\bbone\b/.test(words))
    return /bone|spin|vertebr|femur|femor|humer|rib|pelvi|sacr|ili|hip\b|sternum|skull|clavic|scapul|[ctl]\d{1,2}\b/i
  if (/\blungs?\b/.test(words)) return /lung|pulmon|lobe|thora|chest/i
  if (/axillary/.test(words) && /radi/.test(words)) return /axill|nod|regional/i
  if (/mastectomy/.test(words)) return /mastectomy/i
  if (/lumpectomy|conserving/.test(words)) return /lumpectomy|conserv|partial|segment/i
  return undefined
}
