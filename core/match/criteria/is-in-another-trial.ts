import { matchesOf } from '../../codes/matches-of.ts'
import { daysBetween } from '../../record/partial-date.ts'
import { forTeam, missing, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { findWindow } from '../time-window.ts'
import { knowsTreatments } from '../treatment-history.ts'

type Asked = { promise: boolean; days?: number }

export const isInAnotherTrial = defineKind<Asked>({
  name: 'is-in-another-trial',
  reads: 'Taking part in another trial, or an investigational drug or device within a window.',
  source: 'profile: treatments; standard treatments only count as "not in a trial"; promises are for the team',
  triggers:
    /investigational|experimental|another|clinical trial|clinical stud|interventional|other (?:clinical |therapeutic |trial|stud)|concurrent/,
  find({ text }) {
    return matchesOf(text, PATTERN)
      .filter(([words]) => !/\bbenefit/.test(words))
      .map((match) => {
        const window = findWindow(match[0])
        return {
          start: match.index,
          end: match.index + match[0].length,
          params: {
            promise: /\b(?:agree|plan|planned|intend|during (?:the|this|participation))\b/.test(match[0]),
            ...(window ? { days: window.days } : {}),
          },
        }
      })
  },
  judge({ promise, days }, { profile, asOf }) {
    const trial = profile.treatments.filter(({ name, drugs }) =>
      /investigational|clinical trial|study drug|placebo|blinded/i.test(`${name} ${drugs.join(' ')}`),
    )
    const recent = trial.find(({ end }) => end === undefined || days === undefined || daysBetween(end, asOf).least <= days)
    if (recent) return yes(`Your records name ${recent.name}.`, recent.evidence, { recoverable: true })
    if (promise) return forTeam('Taking part in no other trial at the same time is agreed with the trial team.')
    if (!knowsTreatments(profile))
      return missing('No list of treatments was found in the records.', 'treatments', 'Are you taking part in another trial?')
    return no(
      'All treatments in your records are standard ones; no other trial is mentioned.',
      profile.treatments.flatMap(({ evidence }) => evidence.slice(0, 1)).slice(-4),
      { bySilence: true, needs: [{ key: 'other-trial', question: 'Are you taking part in another trial?' }] },
    )
  },
})

const ALSO = String.raw`(?:\b(?:has|have|had|is|are|was|were|currently|current|concurrent(?:ly)?|prior|previous(?:ly)?|receiv\w+|receipt|use|used|using|treatment|treated|therapy|participat\w+|enrol\w+|administration|administered|exposure|taking|taken|of|in|with|to|or|and|any|a|an|other|another|who|been|patients?|participants?|subjects?|simultaneous(?:ly)?|concomitant(?:ly)?|has\/have|the|within|an|involved|past|breast|cancer|anti-?cancer|biomedical|plan\w*|intention|registered|different|inclusion|enrolment|not|active|must|agree)[\s,/()]+)`
const INVESTIGATIONAL = String.raw`(?:other |another )?(?:investigational|experimental)(?:[ -](?:new |anti-?cancer |anti-?neoplastic |medicinal |medical |study |systemic |or |commercial |drug |and |therapeutic |cancer )*(?:agents?|drugs?|products?|therap(?:y|ies)|treatments?|devices?|medications?|compounds?|studies|study|interventions?|trials?|imp|substances?))(?:\(s\))?`
const OTHER_STUDY = String.raw`(?:(?:another|other|any other|different|concurrent|a)[\s-]+)(?:(?:breast cancer |interventional |intervention |clinical |therapeutic |investigational |treatment |research |cancer |drug |medical |experimental |biomedical |related |anti-?cancer |ongoing |pharmaceutical |prospective )*(?:trials?|stud(?:y|ies)|protocols?))`
/** "… or other anticancer therapies": a matter of its own. */
const TREATED_TOO = String.raw` (?:or|and|and\/or) (?:other |any |active |concurrent |concomitant |systemic |prior |approved )*(?:anti-?cancer|anti-?neoplastic|anti-?tumou?r|chemo|radi|cancer[ -](?:treat|therap)|hormon|immuno|targeted|biologic|endocrine)`
const PATTERN = new RegExp(
  String.raw`(?:participat\w+|enrolled|took part) (?:in|into) (?:any |other |another |a )*(?:clinical )?(?:trials?|stud(?:y|ies)|investigations?) (?:of|involving|with|testing)(?: (?:other|another|any|an?))* (?:anti-?tumou?r |anti-?cancer |investigational |new )*(?:drugs?|agents?|products?|devices?)[^.;(),]{0,120}|(?:${ALSO}{0,18}\b${INVESTIGATIONAL}|${ALSO}{1,18}${OTHER_STUDY})(?![a-z])(?:\([^()]{0,200}\)|(?!${TREATED_TOO})[^.;:(),*]|, ?(?=within|whichever|or \d|and \d|or 5|including|other than|such)){0,200}`,
  'g',
)
