import { matchesOf } from '../../codes/matches-of.ts'
import { canBecomePregnant, operationAgainstPregnancy } from '../childbearing.ts'
import { forTeam, missing, no, yes } from '../findings.ts'
import { defineKind, type Finding, type Subject } from '../kind.ts'

/** `capable`: those who can become pregnant; `operation`: an operation is named, not what it leads to. */
type Asked = { capable: boolean; operation: boolean; ceased?: boolean }

export const isSurgicallySterile = defineKind<Asked>({
  name: 'is-surgically-sterile',
  reads:
    'That a pregnancy is not possible: removal of womb or ovaries, closed tubes, twelve months without menses, "not of childbearing potential".',
  source: 'CTFG 2020: hysterectomy, bilateral salpingectomy or oophorectomy, or menopause',
  triggers: /steril|oophorectomy|hysterectomy|salpingectomy|tubal ligation|amenorrh|menses|child-?bearing/,
  find: ({ text }) =>
    matchesOf(text, PATTERN).flatMap((match) =>
      PLANNED.test(text.slice(Math.max(0, match.index - 50), match.index))
        ? []
        : [
            {
              start: match.index,
              end: match.index + match[0].length,
              params: {
                capable: CAPABLE.test(match[0]),
                operation: NAMED.test(match[0]),
                ...(CEASED.test(match[0]) ? { ceased: true } : {}),
              },
            },
          ],
    ),
  judge({ capable, operation, ceased }, subject) {
    // "Hysterectomy" among what keeps people out means the operation, not the menopause.
    if (operation && subject.keepsOut) return operated(subject)
    const possible = canBecomePregnant(subject)
    // "Not of childbearing potential" among inclusions is one way of several; nobody is kept out for being able to have children.
    if (possible?.holds === 'yes' && !capable && !ceased && subject.keepsOut === false)
      return forTeam(`${possible.because} Then the trial asks for contraception; this is agreed with the trial team.`)
    // Nobody is asked to be able to have children: what is asked beside it is asked of those who are.
    if (possible?.holds === 'no' && capable && subject.keepsOut === false)
      return { ...yes(`Does not apply to you: ${possible.because}`, possible.evidence), asksNothing: true }
    if (possible)
      return (possible.holds === 'no') === capable ? no(possible.because, possible.evidence) : yes(possible.because, possible.evidence)
    return forTeam('Whether a pregnancy is possible is settled with the trial team.')
  },
})

function operated({ profile }: Subject): Finding {
  const done = operationAgainstPregnancy(profile)
  if (done) return yes(`Your records name ${done.name}.`, done.evidence)
  const surgeries = profile.treatments.filter(({ type }) => type === 'surgery')
  return surgeries.length > 0
    ? no('No such operation is among the operations in the records.', surgeries.flatMap(({ evidence }) => evidence).slice(0, 3))
    : missing('The records hold no list of operations.', 'operations', 'Were your womb or ovaries removed?')
}

const PLANNED = /\b(?:plan(?:s|ned|ning)?|scheduled|intend\w*|risk-reducing|prophylactic|eligible for|candidates? for)\b[^.;]*$/
/** Menses that have ceased are the menopause, which a trial may ask for. */
const CEASED = /amenorr|menses|menstr/
const NAMED = /ectomy|ligation|occlusion/
/** "Women of childbearing potential" alone: those who can become pregnant. */
const CAPABLE = /^(?:wom|fem|pat|sub|part)/
const OPERATION = String.raw`(?:(?:(?:prior|previous|documented|total|partial|status[- ]post|s\/p|had|a|undergone) )*(?:hysterectomy|(?:bilateral |surgical )*(?:salpingo-?)?oophorectomy|bilateral salpingectomy|(?:bilateral )?tubal ligation|(?:bilateral )?tubal occlusion)(?: \([a-z]{2,4}\))?)`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:documentation of |permanently |irreversibl[ey] )*(?:surgically sterile|surgical sterili[sz]ation|surgical sterility|permanently sterili[sz]ed)(?: (?:by|via|due to|through|i\.e\.))?(?: ?\(?${OPERATION}(?:(?:,? (?:or|and\/or|and) |, ?)${OPERATION})*(?: but not tubal (?:ligation|occlusion))?\)?)?|${OPERATION}(?:(?:,? (?:or|and\/or|and) |, ?)${OPERATION})*|(?:not|non-?) ?of child-?bearing potential|non-?child-?bearing potential|(?:wom[ae]n|females?|patients?|subjects?|participants?) (?:who are )?of child-?bearing potential(?: \(wocbp\))?(?=\s*[.;]?\s*$)|amenorrh(?:eic|oeic|ea|oea) (?:for|of)? ?(?:at least |≥ ?|> ?)?(?:12|twelve|24|two|one|1|2) (?:consecutive )?(?:months|years?)(?: or more)?|no menses (?:for|in the (?:last|previous|past|preceding)) (?:at least |≥ ?|> ?)?(?:12|twelve|24|one|1|2) (?:consecutive )?(?:months|years?))`,
  'g',
)
