import { matchesOf } from '../../codes/matches-of.ts'
import type { Profile } from '../../record/profile.ts'
import { extentOf, knownMetastases } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding } from '../kind.ts'

const ASKED = ['measurable', 'evaluable', 'non-measurable', 'either'] as const
type Asked = (typeof ASKED)[number]

export const hasMeasurableDisease = defineKind<{ asks: Asked; lytic: boolean; only?: string }>({
  name: 'has-measurable-disease',
  reads: 'Measurable, evaluable or non-measurable disease by RECIST 1.1, with the sizes that define it.',
  source: 'RECIST 1.1: ≥ 10 mm on CT, nodes ≥ 15 mm in short axis; bone lesions only with a soft-tissue part',
  triggers: /measur|evaluable|recist/,
  find: ({ text }) =>
    matchesOf(text, PATTERN)
      .filter(({ index }) => !TREATED.test(text.slice(Math.max(0, index - 110), index)))
      .map((match) => {
        const words = match[0]
        const has = (pattern: RegExp) => pattern.test(words)
        const non = has(/non-?\s?measurable|not measurable/)
        const evaluable = has(/evaluable|assessable/)
        const measurable = has(/(?<!non-?)(?<!non )(?<!not )measur|accurately/)
        // "… even if lesions are non-measurable" asks for neither.
        const isEither = /\b(?:even if|with or without|regardless of|whether or not)[^.;,]{0,40}$/.test(
          text.slice(Math.max(0, match.index - 60), match.index),
        )
        // "Bone lesions in the absence of measurable disease" stand beside measurable ones, not in their place.
        const absent = /\bin (?:the )?absence of (?:any )?$/.exec(text.slice(Math.max(0, match.index - 28), match.index))?.[0] ?? ''
        const asks: Asked =
          isEither || absent !== '' || (measurable && (non || evaluable) && has(/\bor\b|and\/or|\//))
            ? 'either'
            : non
              ? 'non-measurable'
              : evaluable && !has(/measurable[^.]*(?:must|required)/)
                ? 'evaluable'
                : 'measurable'
        const definition = DEFINITION.exec(text.slice(match.index + words.length)) ?? UNTOUCHED.exec(text.slice(match.index + words.length))
        const only = ONLY_IN.exec(text.slice(match.index + words.length))
        return {
          start: match.index - absent.length,
          end: match.index + words.length + (only ? only[0].length : definition?.index === 0 ? definition[0].length : 0),
          params: { ...(only?.[1] ? { only: only[1] } : {}), asks, lytic: /(?<!non-?)\blytic/.test(text) },
        }
      }),
  asks: ({ asks }) => (asks === 'either' ? 'measurable or evaluable disease' : `${asks} disease`),
  judge({ asks, only }, { profile }) {
    if (only !== undefined) return judgeOnly(only, profile)
    const { measurable } = profile
    const known = knownMetastases(profile)
    const { value, evidence } = extentOf(profile)
    if (asks === 'evaluable' || asks === 'either') {
      if (measurable?.value) return yes('The latest scan shows measurable disease.', measurable.evidence)
      if (known.length > 0)
        return yes(
          'The records show disease that scans can follow.',
          known.flatMap((one) => one.evidence),
        )
      return value === undefined || (value !== 'metastatic' && !isRemoved(profile))
        ? missing('The records do not say whether scans show disease.', 'measurable', 'Does the latest scan show disease?', evidence)
        : no('The records show no metastases.', evidence)
    }
    if (!measurable)
      return missing(
        'The records do not say whether any lesion can be measured.',
        'measurable',
        'Does the latest CT or MRI report give lesions with their sizes?',
        known.flatMap((one) => one.evidence),
      )
    const said = measurable.value
      ? 'The latest scan shows a lesion that can be measured (RECIST).'
      : 'The latest scan shows no lesion that counts as measurable (RECIST).'
    return measurable.value === (asks === 'measurable') ? yes(said, measurable.evidence) : no(said, measurable.evidence)
  },
})

/** "Radiation completed two weeks before the start to a measurable lesion": what was treated. */
const TREATED =
  /\b(?:radiation|radio-?therapy|irradiation|radiosurgery|sbrt|injection)\b[^.;,]{0,90}\b(?:to|of|into) (?:(?:an?|the|any|all) )?$/

/** "Measurable sites only in the liver": not so where the organ is free, or where nothing can be measured; else no record tells. */
function judgeOnly(organ: string, profile: Profile): Finding {
  const known = knownMetastases(profile)
  const evidence = known.flatMap((one) => one.evidence)
  if (profile.measurable?.value === false)
    return no('The latest scan shows no lesion that counts as measurable (RECIST).', profile.measurable.evidence)
  if (known.length > 0 && !known.some(({ site }) => site.startsWith(organ.slice(0, 4))))
    return no(`The records name no disease in the ${organ}.`, evidence)
  return missing(
    `Whether all that can be measured is in the ${organ} was not found.`,
    'measurable-sites',
    'Where are the lesions that the latest scan measured?',
    evidence,
  )
}
const ONLY_IN =
  /^(?: (?:sites?|lesions?|disease|of|is|are|that|which|present|located)){0,6} (?:only|exclusively|solely|limited to|confined to)(?: (?:in|of|to|within|the)){0,3} (liver|brain|bone|lung|skin|lymph)\w*(?: nodes?)?/

/** The breast was operated on, so that nothing may be left to measure. */
const isRemoved = ({ treatments }: Profile): boolean =>
  treatments.some(
    ({ type, name }) => type === 'surgery' && /mastectomy|lumpectomy|segmentectomy|quadrantectomy|breast[- ]conserving/i.test(name),
  )

const WORD = String.raw`(?:(?:non-?\s?|not |radiolog(?:ical(?:ly)?|ic) |radiographically |clinically |at least (?:one|1) |1 or more |one or more |presence of (?:at least (?:one|1) )?|active,? |extracranial |an? )*(?:measurable|evaluable|assessable|measurably)(?: (?:target |non-target |tumou?r |brain |cns )?(?:diseases?|lesions?|tumou?rs?|metasta[a-z]+))?(?: ?\([^()]{0,60}\))?)`
const RECIST = String.raw`(?:[ ,(]*(?:that can be accurately|accurately|evaluable(?= (?:per|by|according|as|using|with))|as|defined|determined|assessed|measured|evaluated|based|on|by|per|according to|according|to|the|using|with|in|at|baseline|modified|response evaluation criteria (?:in|for) solid tumou?rs?|\(?recist\)?|version|v\.? ?1\.[01]|v\.?|criteria|rano-?(?:bm)?|local(?:ly)?|the investigator|investigator|site|assessment|guidelines?|mrecist|irecist|ct|mri|scan|or|and|1\.[01]|clinical|radiographic|radiologic)\b[ )]*\)?)*`
/** "A lesion, not irradiated before, that can be measured accurately": said without the word. */
const CAN_BE = String.raw`(?:at least (?:one|1) |≥ ?1 )?(?:target |tumou?r )?lesions?(?:,? (?:not|that|which) [^.;,]{3,60},)? (?:that|which) (?:can|could|may) (?:have )?(?:be|been) (?:(?:accurately|reliably|precisely|repeatedly) )?measured(?: (?:accurately|reliably|precisely))?`
const PATTERN = new RegExp(
  String.raw`\b${CAN_BE}|\b${WORD}(?: (?=non-?\s?measurable)${WORD}| ?(?:and\/or|or|and|\/|,|\(|that is|including) ?\(?(?:a |bone[- ]only )?${WORD}\)?)*${RECIST}(?:,? ?(?:and\/or|or) (?:a |an )?(?:non-?\s?(?:measurable|evaluable)|evaluable)(?:,? bone[- ]only)?(?: disease| lesions?| metasta[a-z]+|(?=\s*(?:$|[.;,)]))))?`,
  'g',
)
/** "… that has not been irradiated before": which lesion is chosen is for the radiologist. */
const UNTOUCHED =
  /^[ ,;(]*(?:(?:that|which|and|in|is|are|has|have|must|should|be|been|located|lies|lie|situated|present|at least one|lesions?|tumou?rs?|outside|of|an?|the)[ ,]+)*(?:not |outside |non-?)(?:[a-z]+ ){0,8}?(?:irradiated|radiated|radiation|radiotherapy|biopsied|treated)(?: (?:or|and|area|areas|field|fields|site|sites|region|biopsied|lesions?|with|local|therapy|for|this|study|during|the|screening|period|previously|unless|there|is|has|been|documented|clear|evidence|of|progression|since|after|radiation|radiotherapy|in|such|that|lesion|completion))*/
const DEFINITION =
  /^[ ,:;(]*(?:(?:at baseline )?(?:as |in (?:at least )?(?:one|two|1|2) dimensions?[ *•,:;-]*)|(?:which is |that is )?defined as|i\.e\.,?|(?:at )?least one (?:lesion )?|lesions? (?:that )?(?:can|must)|with (?:the |a )?(?:longest|minimum)|that can be accurately measured|(?:≥|>|>=) ?\d)(?:(?!,? (?:or|and\/or)[ ,*•]+(?:in (?:the )?absence|at least (?:one|1) (?:[a-z]+ )?(?:lytic|mixed|bone)|bone|(?:predominantly )?lytic|evaluable|non-?\s?measurable|patients|those)\b)[^;]){0,240}?(?:mm|cm|ct|mri|scan|calipers?|x-ray|imaging|exam(?:ination)?)\b(?:(?!,? (?:or|and\/or)[ ,*•]+(?:in (?:the )?absence|at least (?:one|1) (?:[a-z]+ )?(?:lytic|mixed|bone)|bone|(?:predominantly )?lytic|evaluable|non-?\s?measurable|patients|those)\b)[^.;]){0,120}/
