import { missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { findWindow } from '../time-window.ts'
import { knowsTreatments } from '../treatment-history.ts'

type Asked = { type: 'surgery' | 'radiation'; site?: RegExp | undefined; what: string }

export const hasHadRadiationOrSurgery = defineKind<Asked>({
  name: 'has-had-radiation-or-surgery',
  reads: 'Earlier radiotherapy (of the brain, the breast, bone) or surgery (mastectomy, lumpectomy), at any time.',
  source: 'profile: treatments',
  find: ({ text }) =>
    /radi|surg|mastectomy|lumpectomy|irradiat|resection/.test(text)
      ? [...text.matchAll(PATTERN)]
          .filter((match) => !isTimed(text, match.index + match[0].length))
          .map((match) => ({
            start: match.index,
            end: match.index + match[0].length,
            params: { type: /radi/.test(match[0]) ? ('radiation' as const) : ('surgery' as const), site: siteOf(match[0]), what: match[0] },
          }))
      : [],
  judge({ type, site, what }, { profile }) {
    const had = profile.treatments.filter((one) => one.type === type && (site === undefined || site.test(`${one.site ?? ''} ${one.name}`)))
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

const PATTERN =
  /\b(?:(?:prior|previous|previously|history of|received|undergone|had|underwent|any) )+(?:(?:brain|cns|definitive|adjuvant|whole[- ]brain|wbrt|cranial|stereotactic|external beam|breast|chest wall|pelvic|thoracic|palliative|local|curative|ipsilateral|to the|bilateral|breast-conserving|complete|surgical|primary|axillary) )*(?:radiation(?: therapy)?|radiotherapy|irradiation|mastectomy|lumpectomy|breast surgery|breast[- ]conserving surgery|surgery for breast cancer|(?:surgical )?resection of (?:the )?(?:primary|breast)(?: tumou?r)?)(?: (?:to|of) (?:the )?(?:brain|breast|chest(?: wall)?|bone|pelvis|thorax|lungs?))?/g

/** "Radiotherapy within 2 weeks" asks when, not whether: another kind reads it. */
function isTimed(text: string, from: number): boolean {
  const stop = /[;]|\.(?=\s)/.exec(text.slice(from))
  const to = stop ? from + stop.index : text.length
  return (
    findWindow(text, from, to) !== undefined || /^[^.;]{0,60}\b(?:should be|must be|must have been|completed)\b/.test(text.slice(from, to))
  )
}

function siteOf(words: string): RegExp | undefined {
  if (/brain|cranial/.test(words)) return /brain|cran|cerebr|frontal|parietal|occipital|temporal/i
  if (/chest|thora|breast/.test(words) && /radi/.test(words)) return /breast|chest|thora/i
  if (/mastectomy/.test(words)) return /mastectomy/i
  if (/lumpectomy|conserving/.test(words)) return /lumpectomy|conserv|partial|segment/i
  return undefined
}
