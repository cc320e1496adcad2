import { matchesOf } from '../../codes/matches-of.ts'
import { forTeam, no } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const isCandidateForTreatment = defineKind<{ against: boolean }>({
  name: 'is-candidate-for-treatment',
  reads:
    'Whether a treatment suits the person: a candidate for chemotherapy, contraindications to endocrine therapy, not able to receive a drug.',
  source: 'judgement of the treating team',
  triggers:
    /for whom|candidate|suitable|eligible (?:for|to|as per|per|according)|contraindicat|appropriate for|unable to (?:receive|tolerate)|indicated|amenable|refus|declin|inappropriate for|unsuitable/,
  find: ({ text, section }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      // "Eligible for fulvestrant and at least one of the following: palbociclib, …": for the list too.
      end:
        match.index +
        match[0].trimEnd().length +
        (/eligible|candidate|suitable/.test(match[0])
          ? (ONE_OF_BEHIND.exec(text.slice(match.index + match[0].trimEnd().length))?.[0].length ?? 0)
          : 0),
      params: {
        against:
          section === 'exclusion' &&
          /unable|\bineligible\b|inappropriate|unsuitable|contraindica|not (?:a |an )?(?:suitable|appropriate|candidate)/.test(match[0]),
      },
    })),
  judge({ against }, { profile }) {
    const asked = profile.historyTaken.filter(({ part }) => part === 'past-medical' || part === 'problem-list')
    if (against && asked.length > 0)
      return no(
        'Nothing against this treatment is mentioned in the medical history on record; your team will confirm.',
        asked.slice(0, 2).flatMap(({ evidence }) => evidence),
        { bySilence: true },
      )
    return forTeam('Whether this treatment suits you is for your team to judge.')
  },
})

const RX = String.raw`(?:[a-z0-9/+'-]+[ ,]+){0,10}?(?:chemotherap(?:y|ies)|endocrine (?:therap(?:y|ies)|monotherapy|treatment)|endocrine therapies \(ets\)|hormon(?:e|al) therap(?:y|ies)|therap(?:y|ies)|treatments?|regimens?|surgery|resection|radiotherapy|radiation|trastuzumab|pembrolizumab|taxanes?|anthracyclines?|capecitabine|inhibitors?|study drugs?|ets)\b`
const DRUG = '[a-z]{3,12}(?:mab|strant|ciclib|parib|lisib|sertib|limus|taxel|rubicin|platin|citabine|ribulin|relbine|oxifen|trozole|estane)'
const ONE_OF_BEHIND = /^,? (?:and|or|plus|with) (?:at least )?(?:one|1|any|either)(?: (?:out )?of)?(?: the following)?:? ?[^.;()]{3,120}/
const PATTERN = new RegExp(
  String.raw`\b(?:(?:is|are|be|was|as|an?|not|considered|deemed|appropriate|suitable|good|any other reason that makes the participant|reason that makes the (?:participant|patient|subject)) )*(?:(?:candidates? (?:for|to receive)|(?:un)?suitable (?:for|to receive)|(?:in)?eligible (?:(?:as per|per|according to) [^.;]{3,90}? for|for|to receive)|(?:in)?appropriate (?:for|to receive)|contraindications? (?:to|for)|contraindicated (?:for|to)|unable to (?:receive|tolerate|take)|(?:who )?(?:refused?|declined?)|indicat(?:ed|ion) for) ${RX}(?: in the local prescribing information)?|(?:candidates?|suitable|eligible) (?:for|to receive) ${DRUG}|(?:ineligible|not eligible|unable|unsuitable) (?:for|to receive) (?:it|one|them|such|these|this|that)(?: (?:therap(?:y|ies)|treatments?|drugs?|agents?))?|cannot receive (?:it|one|them|such|these)\b|(?:chemotherapy|endocrine therapy|surgical) candidates?|(?:participants? |patients? |subjects? )?for whom [^.;]{3,60}? (?:is|are) (?:recommended|indicated|appropriate)(?:,? and (?:treatment with )?[^.;]{3,60}? (?:is|are) not (?:yet )?(?:recommended|indicated|appropriate))?)(?:[^.;,]{0,30}(?:as (?:per|judged|determined|assessed)|in the opinion|per|by|according to)[^.;]{0,60})?`,
  'g',
)
