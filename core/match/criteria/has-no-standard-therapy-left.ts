import type { Drug } from '../../codes/drugs.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import type { Profile } from '../../record/profile.ts'
import { forTeam, no } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { givenTreatments, givenWords } from '../treatment-history.ts'

export const hasNoStandardTherapyLeft = defineKind<{ curative: boolean }>({
  name: 'has-no-standard-therapy-left',
  reads: 'Disease for which no standard or curative treatment is left, or that progressed on, or does not tolerate, standard treatment.',
  source: 'profile: treatments that go on; else judgement of the treating team',
  triggers: /standard|available|approved|exhausted|curative|options?/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      params: { curative: /curative/.test(match[0]) && !/palliative/.test(match[0]) },
    })),
  judge({ curative }, { profile }) {
    // A treatment that goes on and holds the cancer is one that is left; that it cures is not asked then.
    const now = givenTreatments(profile).find(
      ({ start, end, stopped, ongoing, drugs }) =>
        !curative && ongoing && !end && !stopped && start !== undefined && drugs.some(isAgainstCancer) && !hasGrownSince(profile, start),
    )
    return now
      ? no(`${givenWords(now)} is being given, and the records tell of no growth since it began.`, now.evidence, { recoverable: true })
      : forTeam('Whether any standard treatment is left for you is for your oncologist to say.')
  },
})

const isAgainstCancer = ({ family }: Drug): boolean => !['bone', 'steroid', 'supportive'].includes(family)
const hasGrownSince = ({ responses }: Profile, start: string): boolean =>
  responses.some(({ value, date }) => value === 'progression' && (date === undefined || date >= start))

const RX = String.raw`(?:therap(?:y|ies)|treatments?|measures|options?|regimens?|of care|soc)`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:and|or|who|have|has|are|is|been|either|for) )*(?:(?:for )?(?:which|whom) (?:there (?:is|are) )?(?:no|standard|curative|effective|approved)[^.;]{0,80}?${RX}[^.;]{0,20}?(?:do(?:es)? not exist|(?:is|are) (?:not |no longer )?(?:available|known|effective|appropriate|suitable|considered|tolerable|exist\w*|curative)|exists?|or is (?:intolerable|ineffective)|left|available)(?:,? or (?:is|are|has|no longer|not) [a-z ,]{3,60})?|there (?:is|are) no (?:standard|curative|effective|approved|other|alternative|satisfactory)[^.;]{0,50}${RX}[^.;]{0,20}|(?:no|without(?: any| further)?) (?:known |other |available |therapeutic |treatment |further |acceptable |remaining effective |standard |curative |approved |satisfactory |alternative )+${RX}(?: (?:exists?|is available|are available|options?))*|(?:refractory|resistant|intoleran(?:t|ce)|not respond\w*|failed|progress\w*|relaps\w*|ineligible|not (?:a )?candidates?|refus\w+|declin\w+)(?: (?:to|on|of|after|following|for|through|despite|or|and|and\/or|intolerant|refractory|resistant|relapsed))* (?:(?:all|available|existing|prior|approved|at least one|the|any|established|or) )*(?:standard(?:[- ]of[- ]care)?|existing|available|approved)(?: (?:systemic|available|existing|or|salvage|curative|anti-?cancer))* ?${RX}?(?:,? ?(?:or |and )?(?:is |are |has |have )?(?:refractory|resistant|intolerant|declined|refused|failed)(?: (?:to|on))? (?:all )?standard(?:[- ]of[- ]care)? ?${RX})*|(?:exhausted|received) all (?:available|standard|approved)[^.;]{0,50}?${RX}|no longer (?:benefit\w*|responding)[^.;]{0,40}standard[^.;]{0,30}${RX})`,
  'g',
)
