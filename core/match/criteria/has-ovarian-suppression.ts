import { drugsOfClass } from '../../codes/drugs.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import { forTeam, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { givenTreatments } from '../treatment-history.ts'

const SUPPRESSING = new Set(drugsOfClass('ovarian suppression').map(({ name }) => name))

export const hasOvarianSuppression = defineKind<null>({
  name: 'has-ovarian-suppression',
  reads: 'Ovarian suppression by a GnRH (LHRH) agonist, given or agreed to; asked only of men and of women before menopause.',
  source: 'profile: treatments, medications, menopausal status',
  triggers: /lhrh|gnrh|luteinizing|gonadotropin|ovarian (?:function )?(?:suppression|ablation)|goserelin|leuprol/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: null,
    })),
  judge(_, { profile }) {
    const given = givenTreatments(profile).filter(({ drugs }) => drugs.some(({ name }) => SUPPRESSING.has(name)))
    if (profile.person.sex === 'female' && profile.person.menopausal === 'post')
      return yes('Not needed: the records show you are past menopause.', profile.person.evidence, { asksNothing: true })
    if (given.some(({ end }) => end === undefined))
      return yes(
        'Ovarian suppression is among the treatments in the records.',
        given.flatMap(({ evidence }) => evidence),
      )
    return forTeam(
      'Ovarian suppression is not among the current treatments in the records; whether to start it is for you and your team to decide.',
      profile.person.evidence,
    )
  },
})

const PATTERN =
  /\b(?:(?:must|should|be|willing|amenable|agree|to|with|are|is|take|receive|being|treated|undergo|treatment|an?|concurrent|concomitant|ongoing|on|adequate|will|medical|have|started|commenced|initiated|begin|begun|receiving|stable)[ ]+)*(?:(?:luteinizing|gonadotropin)[- ](?:hormone[- ])?releasing[- ]hormone(?: ?\((?:lh|gn)rh\))?|(?:lhrh|gnrh)(?: ?\(?(?:\/|or) ?\(?(?:lhrh|gnrh)\)?)?)(?: ?\((?:lhrh|gnrh)\))?[- ]?(?:agonists?|analog(?:ue)?s?|antagonists?)(?: ?\((?:lhrh|gnrh)\))?(?: (?:therapy|treatment))?(?:[ ,(]*(?:such as|e\.g\.,?)?[ ]*(?:goserelin|leuprol\w+|triptorelin)[^.;)]{0,30}\)?)?(?:,? (?:at least|for at least|initiated at least|prior to|before|starting)[^.;,]{0,80})?|\bovarian (?:function )?(?:suppression|ablation)(?: (?:or|and|with|by) [^.;,]{0,40})?/g
