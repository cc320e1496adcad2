import { matchesOf } from '../../codes/matches-of.ts'
import type { Sentence } from './sentences.ts'

/** In what sense a sentence speaks of something in it. */
export type Context = {
  /** "no evidence of", "denies", "was ruled out". */
  negated: boolean
  /** "suspicious for", "cannot exclude", "possible". */
  uncertain: boolean
  /** "will start", "options discussed", "if she progresses", "planned but never started": not something that has happened. */
  planned: boolean
  /** "history of", "s/p", "resolved". */
  historical: boolean
  /** About a relative or somebody else. */
  family: boolean
}

/**
 * The context of the words `text.slice(start, end)` of a sentence, after the idea of NegEx and ConText
 * (Chapman 2001, Harkema 2009): triggers before or after, each with a reach that ends at a terminator.
 */
export function contextOf(sentence: Pick<Sentence, 'text' | 'section'>, start: number, end: number): Context {
  const text = sentence.text.toLowerCase()
  const before = reach(text.slice(0, start), 'back')
  const after = reach(text.slice(end), 'forth')
  return {
    negated: NEGATED_BEFORE.test(withoutPseudo(before)) || NEGATED_AFTER.test(after),
    uncertain: UNCERTAIN_BEFORE.test(before) || UNCERTAIN_AFTER.test(after),
    planned: PLANNED_BEFORE.test(before) || PLANNED_AFTER.test(after),
    historical: HISTORICAL_BEFORE.test(before),
    family:
      sentence.section === 'family-history' ||
      RELATIVE.test(text.slice(Math.max(0, start - 120), start)) ||
      RELATIVE_AFTER.test(after.slice(0, 40)),
  }
}

/** Words that end a trigger's reach. */
const TERMINATOR =
  /\b(?:but|however|although|though|except|aside from|apart from|nevertheless|yet|which|because|since|presents? with|secondary to|due to)\b|[;:]|\.\s/g

function reach(text: string, direction: 'back' | 'forth'): string {
  const stops = matchesOf(text, TERMINATOR)
  if (direction === 'forth') return text.slice(0, stops[0]?.index ?? text.length)
  const last = stops.at(-1)
  return last ? text.slice(last.index + last[0].length) : text
}

/** "no increase", "not only", "no change": they hold a negating word and negate nothing. */
const PSEUDO =
  /\b(?:no (?:increase|decrease|change|significant change|interval change|longer)|not only|not certain (?:if|whether)|without (?:difficulty|doubt)|not necessarily|gram negative)\b/g
const withoutPseudo = (text: string) => text.replace(PSEUDO, (m) => '~'.repeat(m.length))

const NEGATED_BEFORE =
  /\b(?:no|not|non|never|without|w\/o|denie[sd]|denying|absence of|absent|negative for|neg for|free of|ruled out|rule[sd] out|fail(?:s|ed) to (?:reveal|show|demonstrate)|lack(?:s|ed|ing)? (?:of )?|unremarkable for|no evidence (?:of|for)|no (?:definite|convincing|clear) evidence (?:of|for)|nor|neither)\b[^.]{0,120}$/
const NEGATED_AFTER =
  /^[^.,]{0,60}?\b(?:(?:is|are|was|were|has been|have been) (?:not (?:seen|identified|present|found|detected|appreciated)|negative|absent|ruled out|excluded|normal)|not (?:seen|identified|present|found|detected|appreciated)|ruled out|(?:is|are|was|were) unlikely|: ?(?:no|none|negative|absent|denies))\b/
const UNCERTAIN_BEFORE =
  /\b(?:possibl[ey]|probabl[ey]|likely|suspicious for|suspicion (?:of|for)|suspected|suspect|concern(?:ing|ed)? (?:for|of|about)|cannot (?:exclude|rule out)|can't (?:exclude|rule out)|not excluded|may (?:be|represent|reflect)|might|could (?:be|represent)|question(?:able)? (?:of)?|equivocal for|worrisome for|versus|vs\.?|r\/o|rule out|differential|indeterminate|favor(?:s|ed|ing)?|presumed)\b[^.]{0,80}$|\?\s*$/
const UNCERTAIN_AFTER =
  /^[^.,]{0,40}?\b(?:(?:is|are) (?:possible|suspected|likely|not excluded)|cannot be (?:excluded|ruled out)|not excluded|suspected|versus|vs)\b|^\s*\?/
const PLANNED_BEFORE =
  /\b(?:will|would|plan(?:s|ned|ning)?(?: (?:to|for|on))?|consider(?:ing|ation of|ed)?|recommend(?:s|ed|ing|ation)?|discuss(?:ed|ing|ion of)|options?|candidate for|eligible for|propos(?:e|ed|al)|offer(?:ed)?|may (?:start|need|consider)|might|should|if|scheduled|pended|await(?:ing)?|pending|in the future|prior to (?:starting|initiating)|before (?:starting|initiating)?|favou?r(?:ed|s|ing)?|prefer(?:red|s)?|alternatives?|declin(?:ed|es)|refus(?:ed|es)|intend(?:ed|s)?|to (?:start|begin|receive)|not (?:started|given|yet)|contraindicated|instead of|rather than|versus)\b[^.]{0,100}$|(?:->|→)\s*$/
const PLANNED_AFTER =
  /^[^.;]{0,80}?\b(?:(?:was |were |is |has )?(?:planned|considered|discussed|recommended|offered|declined|refused|proposed|pending|scheduled)|never (?:started|given|taken|filled|received)|not (?:started|given|yet|an option|taken)|contraindicated|would be|may (?:start|be)|will be|if (?:she|he|they|there|approved))\b/
const HISTORICAL_BEFORE =
  /\b(?:history of|hx of|h\/o|s\/p|status post|prior|previous(?:ly)?|past|former(?:ly)?|remote|resolved|old|in (?:19|20)\d\d)\b[^.]{0,60}$/
const RELATIVE =
  /\b(?:mother|father|sister|brother|aunt|uncle|grand(?:mother|father|parent)s?|cousin|daughter|son|niece|nephew|maternal|paternal|mat\.?|pat\.?|family history|fhx?|half-sister|sibling|relative)s?\b[^.;]{0,80}$/
const RELATIVE_AFTER =
  /^\s*(?:in|for|of)\s+(?:her|his|the patient's|a)?\s*(?:mother|father|sister|brother|aunt|uncle|grand(?:mother|father)|cousin|daughter|son)\b/
