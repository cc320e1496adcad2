import { findConditions } from '../../codes/conditions.ts'
import { matchesOf } from '../../codes/matches-of.ts'
import { isMild } from '../condition-words.ts'
import { missing, yes } from '../findings.ts'
import { defineKind } from '../kind.ts'
import { unmentioned } from '../silence.ts'

/** Up to which class of heart failure a person may be. */
type Asked = { most: number }

export const isOfNyhaClass = defineKind<Asked>({
  name: 'is-of-nyha-class',
  reads: 'Functional class of the heart: "NYHA class 2B or better".',
  source: 'New York Heart Association functional classification; without heart disease it is class I',
  triggers: /nyha|new york heart/,
  find({ text }) {
    return matchesOf(text, PATTERN).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      params: { most: classOf(match.groups?.['most'] ?? '') },
    }))
  },
  judge(_asked, { profile }) {
    const heart = profile.conditions.filter(
      ({ name, status }) =>
        status === 'active' && !isMild(name) && findConditions(name).some(({ concept }) => concept.kinds.has('heart disease')),
    )
    if (heart.length > 0)
      return missing(
        `Your records name ${heart.map(({ name }) => name).join('; ')}; the NYHA class was not found.`,
        'nyha',
        'How much does your heart limit you (NYHA class)?',
        heart.flatMap(({ evidence }) => evidence),
      )
    const silent = unmentioned(profile, 'heart disease', 'history:heart disease', 'Have you ever had heart disease?')
    return silent.holds === 'no' ? yes(silent.because, silent.evidence) : silent
  },
})

const PATTERN =
  /(?:\b(?:should|must|be|of|the|to|eligible|for|this|trial|participants?|patients?|subjects?|with|known|or|history|current|symptoms|cardiac|disease|treatment|cardiotoxic|agents|have|has|a|clinical|risk|assessment|function|using|,)[\s,]+){0,40}(?:new york heart association|nyha)(?: ?\(nyha\))?(?: functional)?(?: classification)?[^;]{0,90}?class(?: of)? ?(?<most>i{1,3}v?|[1-4])b?(?: or (?:better|lower|less|below))\b/g

const classOf = (words: string) => ({ i: 1, ii: 2, iii: 3, iv: 4 })[words] ?? Number(words)
