import { matchesOf } from '../../codes/matches-of.ts'
import { ageInYears } from '../../record/partial-date.ts'
import { forTeam, yes } from '../findings.ts'
import { defineKind, type Mention } from '../kind.ts'

/**
 * `onlyWhen`: consent only names the time of something else ("at the time of informed consent").
 * `ofAdults`: being able to consent is only named beside the age ("adults ≥ 18 years, able to consent").
 */
type Asked = { onlyWhen: boolean; ofAdults?: boolean }

export const givesConsent = defineKind<Asked>({
  name: 'gives-consent',
  reads: 'Informed consent, its signature and being able to understand it.',
  source: 'ICH E6 4.8',
  triggers: /consent|hipaa|assent\b|authori[sz]ation|understand/,
  find: ({ text }) => [
    ...matchesOf(text, SENTENCE)
      .filter(([words]) => !OTHER_MATTER.test(words))
      .map((match) => mention(match, false)),
    ...matchesOf(text, ONLY_WHEN).map((match) => mention(match, true)),
    ...WORDS.flatMap((words) => matchesOf(text, words))
      .filter((match) => !TIME_BEFORE.test(text.slice(Math.max(0, match.index - 24), match.index)))
      .map((match) => mention(match, false, ABLE.test(match[0]) && !WILLING.test(match[0]) && AGE.test(text))),
  ],
  judge({ onlyWhen, ofAdults }, { profile, asOf }) {
    if (onlyWhen) return yes('Counted on the day of consent.')
    const { birthDate, evidence } = profile.person
    if (ofAdults && birthDate && ageInYears(birthDate, asOf).least >= ADULT)
      return yes('Adults are taken to be able to consent; the trial team asks you.', evidence)
    return forTeam('Consent is between you and the trial team.')
  },
})

const mention = (match: RegExpExecArray, onlyWhen: boolean, ofAdults = false): Mention<Asked> => ({
  start: match.index,
  end: match.index + match[0].length,
  params: { onlyWhen, ...(ofAdults ? { ofAdults } : {}) },
})

const ADULT = 18
const ABLE = /\b(?:able|ability|capable|capacity|competent)\b/
const WILLING = /\bwilling|\bagree|\bmust (?:have )?sign|\bsigned\b/
const AGE = /\b(?:age[ds]?|years? (?:old|of age|or older)|adults?)\b[^.;]{0,60}\d\d|\d\d years|\badults?\b/

const TIME_BEFORE = /\b(?:time|date|day|age) $|(?:time|date|day) of (?:the |signing |signature )*$/
const ONLY_WHEN =
  /(?:at|on|by|from|before|prior to) (?:the )?(?:time|date|day|moment)(?: of)?(?: (?:the|of|signing|signature|providing|giving|signed|obtaining|written|their|his\/her|study))* ?(?:informed )?consent(?: (?:form|signature|document|\(icf\)|signing|is signed))*(?: ?\(icf\))?/g
/** A sentence about consent and nothing else. */
const SENTENCE =
  /(?<![^.;*\s])(?=[a-z])(?:\([^()]{0,60}\)|[^.;()]){0,160}(?:sign(?:ed|ing|s)?|provid\w+|giv(?:e|en|ing)|obtain\w*|written|voluntar\w+)\b(?:\([^()]{0,60}\)|[^.;()]){0,120}(?:informed consent|consent form|\bicf\b)(?:\([^()]{0,60}\)|[^.;()]){0,200}/g
const OTHER_MATTER = /\d|cancer|ecog|diseas|metasta|years|tumou?r|biops|pregnan|contracep|performance|\bage\b|not\b/
const WORDS: readonly RegExp[] = [
  /(?:\b(?:(?:the )?(?:patient|participant|subject)s?(?: or (?:the )?(?:patient|participant|subject)?'?s? ?(?:legal(?:ly)?[a-z ]{0,40}representative|guardian)s?)?|must|has|have|having|able|ability|capable|capacity|willing|willingness|unwilling|unable|inability|competent|agree[sd]?|to|and|or|of|be|provid\w+|giv\w+|sign\w*|dated?|read|understand\w*|obtain\w*|voluntar\w+|personally|fully|written|verbal|oral|a|an|the|provision|comprehend|his|her|their|own|irb|iec|approved|institutional|review|board|study[- ]specific|before|prior|any|undertaking|given|is|are|who|documented|consent to|appropriate|fully-informed|freely|protocol-specific|adequate|mental|mentally|cognitively|legally|effective|completed?|main|study|trial|screening|purpose|risks|nature|this|with|signature|on|in|for)[\s,/()]+){0,30}(?:informed[- ]?consents?|consent (?:form|document)s?|consent(?= (?:and|prior|before|obtained|must|according|to participat))|signed consent|written consent|hipaa|assent form)\b(?:\([a-z/]{2,8}\)|[^.;]){0,260}/g,
  /(?:\b(?:able|ability|capable|capacity|unable|inability|willing|willingness|must|be|and|to|have|has|the|is|are) )+(?:understand|comprehend)\b[^.;]{0,160}/g,
]
