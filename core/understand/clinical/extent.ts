import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { isPathology } from '../pathology/is-pathology.ts'
import { contextOf } from '../prose/context.ts'
import { boundedSentences, dateBeside, datesOf, isTakenBack, quoteAround } from './statements.ts'

/** How far the disease reaches, in the words of those who treat it: metastatic, locally advanced, early; and whether it was so from the start. */
export const extent: FactRule = {
  name: 'extent',
  version: 1,
  find(reading) {
    if (isPathology(reading)) return []
    return boundedSentences(reading).flatMap((sentence): Fact[] => {
      const { text, section } = sentence
      if (section === 'family-history' || isTakenBack(text)) return []
      for (const [value, pattern] of WORDS) {
        const match = pattern.exec(text)
        if (match === null) continue
        const [start, end] = [match.index, match.index + match[0].length]
        const context = contextOf(sentence, start, end)
        if (
          context.negated ||
          context.family ||
          context.uncertain ||
          (context.planned && value !== 'metastatic') ||
          ABOUT_TRIALS.test(text)
        )
          continue
        if (context.planned && !/\b(?:MBC|stage\s+IV)\b/.test(match[0])) continue
        if (
          value === 'metastatic' &&
          (TO_NODES.test(text.slice(end, end + 60)) || NODE_BEFORE.test(text.slice(Math.max(0, start - 60), start)))
        )
          continue
        const since =
          value === 'metastatic'
            ? dateBeside(
                datesOf(reading, text).filter((date) => !OF_DIAGNOSIS.test(text.slice(Math.min(end, date.start), date.start))),
                start,
                end,
                { before: 0, after: 14 },
              )
            : undefined
        const deNovo = /\bde[- ]novo\b/i.test(text)
          ? true
          : /\b(?:recurren(?:t|ce)|relapsed?)\b/i.test(text) && value === 'metastatic'
            ? false
            : undefined
        const fact: FactValue<'extent'> = {
          value,
          ...(since === undefined ? {} : { since }),
          ...(deNovo === undefined || value !== 'metastatic' ? {} : { deNovo }),
        }
        const evidence = [quoteAround(reading, sentence, start, end)] as const
        const named = /\b(?:breast|MBC|m?TNBC|ILC|IDC)\b/i.test(match[0])
        return [
          factFrom(extent, reading, 'extent', fact, evidence),
          // the name of the disease is also the statement that there is one
          ...(named ? [factFrom(extent, reading, 'cancer', { site: 'breast' }, evidence, 'probable')] : []),
        ]
      }
      return []
    })
  },
}

/** "Metastatic breast cancer, ED 03/2019": the day of the first diagnosis. */
const OF_DIAGNOSIS =
  /\b(?:ED|FD|dx|diagnos\w*|initial|primary|first|(?:left|right|lt|rt|L|R)\.?\s(?:breast|side)(?:\s(?:cancer|ca|primary))?)\W{0,3}(?:in |on )?$/i

const WORDS: readonly (readonly [FactValue<'extent'>['value'], RegExp])[] = [
  [
    'metastatic',
    /\b(?:metastatic\s+(?:[\w+/-]{1,24},?\s+){0,5}?(?:breast\s+(?:ca\b|cancer|carcinoma)|tnbc|ilc|idc)|breast\s+(?:ca|cancer|carcinoma)[^.;]{0,20}\bmetastatic\b|MBC\b|mTNBC\b|(?:de novo )?(?:clinical )?(?:stage|St\.?)\s+(?:IV|4)\b(?!\s*(?:ulcer|ckd|kidney)))/i,
  ],
  ['locally-advanced', /\blocally[- ]advanced,?\s+(?:[\w+/-]+,?\s+){0,4}breast|\binflammatory\s+breast\s+(?:cancer|carcinoma)\b/i],
  [
    'early',
    /\bearly[- ]stage\s+(?:[\w+/-]+\s+){0,4}(?:breast\s+)?(?:ca\b|cancer|carcinoma|tnbc)|\bearly\s+(?:[\w+/-]+\s+){0,2}breast\s+cancer\b/i,
  ],
]

/** The spread to the nodes of the breast is no distant one, whatever the words: "metastatic breast carcinoma in 2 axillary nodes". */
const TO_NODES = /^[^.;]{0,24}\b(?:axill\w*|sentinel|lymph nodes?|nodes?|nodal|LNs?)\b/i
const NODE_BEFORE = /\b(?:axill\w*|sentinel|lymph nodes?|nodes?|LNs?)\b[^.;]{0,30}$/i

/** What a trial or a drug is for says nothing about this person. */
const ABOUT_TRIALS =
  /\b(?:approved (?:for|in)|indicated for|trials? (?:of|for|in)|studies? (?:of|in)|patients with|women with|option for)\b/i
