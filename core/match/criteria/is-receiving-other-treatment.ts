import { matchesOf } from '../../codes/matches-of.ts'
import { missing, no, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'
import { listWords, matchesList, type TherapyList, therapiesIn } from '../therapy-words.ts'
import { givenTreatments, givenWords, knowsTreatments } from '../treatment-history.ts'

type Asked = { list?: Pick<TherapyList, 'therapies' | 'except' | 'join'>; radiation: boolean }

export const isReceivingOtherTreatment = defineKind<Asked>({
  name: 'is-receiving-other-treatment',
  reads:
    'Other treatment against the cancer at the same time: "no other concurrent anticancer therapy", "currently receiving chemotherapy".',
  source: 'profile: treatments that go on, on the day of matching',
  triggers: /concurrent|concomitant|simultaneous|ongoing|current|undergoing|receiving|concurrently/,
  find({ text }) {
    const mentions: Mention<Asked>[] = []
    for (const list of therapiesIn(text)) {
      const before = text.slice(Math.max(0, list.start - 90), list.start)
      const lead = LEAD.exec(before)?.[0] ?? ''
      // "Receiving any investigational agents or other anticancer therapies"
      if (!NOW.test(lead) && BESIDE_STUDY_DRUG.test(before)) {
        mentions.push({ start: list.start - lead.length, end: list.end, params: { list, radiation: false } })
        continue
      }
      if (
        lead &&
        NOW.test(lead) &&
        !CONTINUED.test(text.slice(0, list.start)) &&
        !/(?:concurrently|concomitantly|simultaneously) with $/.test(lead)
      )
        mentions.push({ start: list.start - lead.length, end: list.end, params: { list, radiation: false } })
    }
    for (const match of matchesOf(text, RADIATION))
      mentions.push({ start: match.index, end: match.index + match[0].length, params: { radiation: true } })
    return mentions
  },
  judge({ list, radiation }, { profile }) {
    if (!knowsTreatments(profile))
      return missing('No list of treatments was found in the records.', 'treatments', 'Which treatments are you having now?')
    const now = radiation
      ? profile.treatments.filter(({ type, ongoing }) => type === 'radiation' && ongoing)
      : givenTreatments(profile).filter((given) => list !== undefined && given.ongoing && !given.end && matchesList(given, list))
    if (now.length > 0)
      return yes(
        `Still being given: ${now.map(({ name }) => name).join('; ')}.`,
        now.flatMap(({ evidence }) => evidence),
        { recoverable: true },
      )
    const ended = radiation ? [] : givenTreatments(profile).filter((given) => list !== undefined && given.end && matchesList(given, list))
    if (ended.length > 0)
      return no(
        `Ended, by the records: ${ended.map(givenWords).join('; ')}.`,
        ended.flatMap(({ evidence }) => evidence),
      )
    return no(
      `${radiation ? 'Radiotherapy' : capital(list ? listWords(list) : 'Treatment')} is not being given now, by the records.`,
      profile.treatments.at(-1)?.evidence.slice(0, 2),
      { bySilence: true, needs: [{ key: 'treatments', question: 'Which treatments are you having now?' }] },
    )
  },
})

/** "Who plan to go on with their current treatment": no other treatment is meant. */
const CONTINUED = /\bcontinu\w+ (?:of |on |with )?(?:the |their |his |her )?(?:current |ongoing )+(?:systemic |anti-?cancer )*$/
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const BESIDE_STUDY_DRUG =
  /\b(?:receiving|concurrent(?:ly)?|concomitant(?:ly)?|current(?:ly)?)\b[^.;,]{0,40}\binvestigational (?:agents?|drugs?|products?|therap(?:y|ies)|treatments?) (?:or|and|and\/or) (?:other |any |active |approved |systemic )*$/
const NOW = /concurrent|concomitant|simultaneous|ongoing|current|undergoing|receiving/
const LEAD =
  /(?:\b(?:other|any|concurrent(?:ly)?|concomitant(?:ly)?|simultaneous(?:ly)?|ongoing|current(?:ly)?|is|are|receiving|undergoing|use|of|treatment|with|on|therapy|systemic|planned|or|and|additional|palliative|approved|active|an?|the|being|treated|patients?|participants?)\s+)+$/
const RADIATION =
  /(?:\b(?:other|any|palliative|planned)\s)*(?:concurrent(?:ly)?|concomitant|simultaneous|ongoing|current|currently receiving|undergoing)(?: (?:other|palliative|adjuvant|or|planned|whole[- ]brain))* (?:radiation(?:[- ]?therapy)?|radio-?therapy|irradiation)/g
