import { matchesOf } from '../../codes/matches-of.ts'
import { answerTo } from '../answered.ts'
import { knownMetastases } from '../disease-extent.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Finding } from '../kind.ts'

export const hasBoneOnlyDisease = defineKind<{ blastic: boolean; lytic: boolean; lesion: boolean }>({
  name: 'has-bone-only-disease',
  reads: 'Metastases in bone alone, also only blastic (sclerotic) or lytic ones.',
  source: 'profile: metastases',
  triggers: /\bbone|osseous|skelet/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: {
        blastic: /blastic|sclerotic/.test(match[0]),
        lytic: /(?<!non-?)lytic/.test(match[0]),
        lesion: !/only|limited|confined|restricted|isolated|exclusively/.test(match[0]),
      },
    })),
  asks: ({ lesion }) => (lesion ? 'a bone lesion of that sort' : 'disease in bone only'),
  judge({ blastic, lytic, lesion }, { profile }) {
    const known = knownMetastases(profile)
    const told = answerTo(profile, 'bone-lesions')
    if (known.length === 0) return no('The records show no metastases.', profile.extent?.evidence ?? [])
    if (lesion) {
      const bone = known.filter(({ site }) => site === 'bone')
      if (bone.length === 0)
        return no(
          'Bone is not among the sites of disease in the records.',
          known.flatMap(({ evidence }) => evidence),
        )
      if ((blastic || lytic) && told) return bySort(told, lytic)
      const read = lytic || blastic ? asReported(bone, lytic) : undefined
      if (read) return read
      return missing(
        'The records show metastases in bone; whether they are lytic was not settled.',
        'bone-lesions',
        'Are the bone lesions lytic, mixed or sclerotic? The scan report says.',
        bone.flatMap(({ evidence }) => evidence),
      )
    }
    const other = known.filter(({ site }) => site !== 'bone')
    if (other.length > 0)
      return no(
        `The records show metastases outside bone (${other.map(({ site }) => site).join(', ')}).`,
        other.flatMap(({ evidence }) => evidence),
      )
    const evidence = known.flatMap((one) => one.evidence)
    if ((blastic || lytic) && told) return bySort(told, lytic)
    const read = lytic || blastic ? asReported(known, lytic) : undefined
    if (read) return read
    if (blastic || lytic)
      return missing(
        'The records show metastases in bone only; whether they are lytic or sclerotic was not settled.',
        'bone-lesions',
        'Are the bone lesions lytic, mixed or sclerotic? The scan report says.',
        evidence,
      )
    return yes('The records show metastases in bone only.', evidence)
  },
})

/** Lytic and mixed lesions have a lytic part; sclerotic ones are blastic alone. */
function bySort({ value, evidence }: NonNullable<ReturnType<typeof answerTo>>, lytic: boolean): Finding {
  const said = `The bone lesions are ${value}, as told.`
  return (value === 'sclerotic') !== lytic ? yes(said, evidence) : no(said, evidence)
}

/** What the words that a report has for the metastases say of their sort; undefined where they do not. */
function asReported(bone: ReturnType<typeof knownMetastases>, lytic: boolean): Finding | undefined {
  const saying = bone.flatMap(({ evidence }) => evidence).filter(({ quote }) => LYTIC.test(quote))
  if (saying.length === 0) return undefined
  const said = `The records show bone lesions that are lytic, or in part (“${saying[0]?.quote.replace(/\s+/g, ' ').slice(0, 80)}”).`
  return lytic ? yes(said, saying) : no(said, saying)
}
const LYTIC = /(?<!non-?)\b(?:osteo)?lytic\b(?! (?:lesions? )?(?:is|are|was|were) not)/i

const PATTERN =
  /\b(?:bone lesions?: (?:at least one )?(?:predominantly )?lytic(?: or mixed)?(?: ?\([^()]{0,40}\))?(?: bone lesions?)?|(?:at least (?:one|1) )?(?:predominantly )?(?:lytic|mixed)(?: (?:bone lesion )?or mixed)? ?\(lytic ?(?:\+|and|or|-|\/) ?(?:blastic|sclerotic|osteoblastic)\)(?: bone (?:lesions?|metastas[ei]s))?|bone[- ]only (?:disease|metastas[ei]s) with (?:a |at least one )?(?:predominantly )?lytic (?:component|lesions?)|(?:at least (?:one|1) )?(?:mainly |predominantly |measurable )?(?:lytic|mixed lytic)(?:[ /-](?:and\/or|or|blastic|mixed|lytic|sclerotic))* (?:metastatic )?bone (?:lesions?|metastas[ei]s)|(?:disease|metastas[ei]s|patients?|participants?|subjects?) (?:limited|confined|restricted) to (?:the )?bones?(?: only)?|(?:only|isolated|exclusively) (?:non-?measurable )?bone (?:disease|metastas[ei]s|lesions?)|(?:predominantly |purely |only )?(?:lytic|blastic|osteoblastic|sclerotic)(?:,? (?:or|and|\/) (?:lytic|blastic|osteoblastic|sclerotic|mixed))* bone[- ]only (?:disease|metastas[ei]s)|bone[- ]only (?:(?:lytic|blastic|osteoblastic|sclerotic)(?: (?:or|and) )?)+(?: (?:disease|metastas[ei]s|lesions?))(?: (?:with|without) (?:no |an? )?soft[- ]tissue (?:component|mass|extension|disease))?|(?:non-?(?:measurable|evaluable) )?(?:\(?bone(?:[- ]only)\)?|bone only)(?: (?:metastatic )?(?:disease|metastas[ei]s|lesions?|involvement))?(?:,? (?:that|which) (?:is|are) (?:only )?(?:blastic|sclerotic)[^.;]{0,60})?(?: with no soft tissue component)?)/g
