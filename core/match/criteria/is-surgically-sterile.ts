import { canBecomePregnant } from '../childbearing.ts'
import { forTeam, no, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'

export const isSurgicallySterile = defineKind<{ capable: boolean }>({
  name: 'is-surgically-sterile',
  reads:
    'That a pregnancy is not possible: removal of womb or ovaries, closed tubes, twelve months without menses, "not of childbearing potential".',
  source: 'CTFG 2020: hysterectomy, bilateral salpingectomy or oophorectomy, or menopause',
  find: ({ text }) =>
    QUICK.test(text)
      ? [...text.matchAll(PATTERN)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          params: { capable: CAPABLE.test(match[0]) },
        }))
      : [],
  judge({ capable }, subject) {
    const possible = canBecomePregnant(subject)
    if (possible)
      return (possible.holds === 'no') === capable ? no(possible.because, possible.evidence) : yes(possible.because, possible.evidence)
    return forTeam('Whether a pregnancy is possible is settled with the trial team.')
  },
})

const QUICK = /steril|oophorectomy|hysterectomy|salpingectomy|tubal ligation|amenorrh|menses|child-?bearing/
/** "Women of childbearing potential" alone: those who can become pregnant. */
const CAPABLE = /^(?:wom|fem|pat|sub|part)/
const OPERATION = String.raw`(?:(?:(?:prior|previous|documented|total|partial|status[- ]post|s\/p|had|a|undergone) )*(?:hysterectomy|(?:bilateral |surgical )*(?:salpingo-?)?oophorectomy|bilateral salpingectomy|(?:bilateral )?tubal ligation|(?:bilateral )?tubal occlusion)(?: \([a-z]{2,4}\))?)`
const PATTERN = new RegExp(
  String.raw`\b(?:(?:documentation of |permanently |irreversibl[ey] )*(?:surgically sterile|surgical sterili[sz]ation|surgical sterility|permanently sterili[sz]ed)(?: (?:by|via|due to|through|i\.e\.))?(?: ?\(?${OPERATION}(?:(?:,? (?:or|and\/or|and) |, ?)${OPERATION})*(?: but not tubal (?:ligation|occlusion))?\)?)?|${OPERATION}(?:(?:,? (?:or|and\/or|and) |, ?)${OPERATION})*|(?:not|non-?) ?of child-?bearing potential|non-?child-?bearing potential|(?:wom[ae]n|females?|patients?|subjects?|participants?) (?:who are )?of child-?bearing potential(?: \(wocbp\))?(?=\s*[.;]?\s*$)|amenorrh(?:eic|oeic|ea|oea) (?:for|of)? ?(?:at least |≥ ?|> ?)?(?:12|twelve|24|two|one|1|2) (?:consecutive )?(?:months|years?)(?: or more)?|no menses (?:for|in the (?:last|previous|past|preceding)) (?:at least |≥ ?|> ?)?(?:12|twelve|24|one|1|2) (?:consecutive )?(?:months|years?))`,
  'g',
)
