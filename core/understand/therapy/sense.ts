import type { DocumentKind } from '../../record/document.ts'
import type { SectionKind } from '../prose/sections.ts'

/** What a sentence says of a treatment it names. `named`: it only names it, as one could of any drug. */
export type Sense = 'given' | 'planned' | 'not given' | 'other person' | 'named'
/** The words before and after the name within its clause, and where they stand. */
export type Setting = {
  before: string
  after: string
  section: SectionKind
  kind: DocumentKind
  previous?: string | undefined
  dated: boolean
  closed: boolean
}

/**
 * Whether a treatment was given. A refusal or "never" beats everything; then a relative; then a plan in the same clause;
 * dates in the past beat a plan spoken of elsewhere in the sentence; without any word of giving it is only named.
 */
export function senseOf({ before, after, section, kind, previous, dated, closed }: Setting): Sense {
  if (section === 'allergies') return 'named'
  if (section === 'family-history' || isRelatives(before, after, previous)) return 'other person'
  if (NEVER_AFTER.test(after) || NEVER_BEFORE.test(before)) return 'not given'
  if ((closed || BEGUN.test(before)) && !FIRM_PLAN.test(before)) return 'given'
  if (PLANNED_CLOSE.test(before) || PLANNED_AFTER.test(after)) return 'planned'
  if (closed) return 'given'
  if (PLANNED_WIDE.test(before) && !GIVEN_CLOSE.test(before))
    return dated && STARTED.test(`${before.slice(-25)} ${after.slice(0, 40)}`) ? 'given' : 'planned'
  if (section === 'plan' && !dated && ONLY_A_LINE.test(before)) return 'planned'
  if (dated || IN_CYCLE.test(before) || GIVEN_BEFORE.test(before) || GIVEN_AFTER.test(after)) return 'given'
  if (section === 'oncologic-history' || section === 'treatment') return kind === 'genomics' ? 'named' : 'given'
  if (section === 'plan' || kind === 'tumor-board') return 'planned'
  return 'named'
}

/** "2nd line capecitabine" in a plan is what comes next. */
const ONLY_A_LINE = /^\W{0,6}(?:(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|next)[- ]line|\d\s?L)\s*(?:with |: ?)?$/i
/** "Here for C5D1 sacituzumab" */
const IN_CYCLE = /\bC(?:ycle )?\d{1,2}(?:\s?D\d{1,2})?\s(?:of )?$/
const RELATIVE =
  /\b(?:mother|father|sister|brother|aunt|uncle|grand(?:mother|father|ma|pa)|cousin|daughter|son|niece|nephew|mom|mum|dad|husband|wife|maternal|paternal)\b/i
/** The relative is the subject when no word of the patient comes between. */
const RELATIVE_SUBJECT = new RegExp(`${RELATIVE.source}(?![^.;]*\\b(?:patient|pt|I|my own)\\b)[^.;]{0,140}$`, 'i')

function isRelatives(before: string, after: string, previous: string | undefined): boolean {
  if (RELATIVE_SUBJECT.test(before)) return !/\blives? with\b[^.;]*$/i.test(before)
  if (new RegExp(`^\\s*(?:in|for|by) (?:her|his|my|the patient's) ${RELATIVE.source}`, 'i').test(after)) return true
  return (
    previous !== undefined &&
    /^\W*(?:she|he|her|his)\b/i.test(before) &&
    /^\W*(?:my|her|his|the patient's)?\s*(?:mother|father|sister|brother|aunt|uncle|cousin|mom|mum|dad|grand\w+)\b/i.test(previous)
  )
}

const NEVER_BEFORE =
  /(?:\b(?:not|never) (?:given|used|received|tried)\s?:\s*(?:[\w-]+,? ){0,4}|\b(?:no|never|without|denies|nor|neither|avoid(?:ed|ing)?|cannot (?:take|receive|have)|can't take|not (?:a candidate for|eligible for|on|receiv\w+|given|taken|taking|take|using|use|started|indicated))\s+(?:\w+\s+){0,5}|\b(?:declin|refus)(?:ed|es|ing)\s+(?:\w+\s+){0,3}|\bnaive to\s+|\b(?:do not|don't|never|not to be|must not be|should not be|avoid) (?:re-?challenged?|restart(?:ed)?|re-?expose[d]?|given?|giv(?:e|en))(?: with| w\/?)?\s+(?:[\w-]+\s+(?:or|and|\/)\s+)?(?:\w+\s+){0,2}|\bpre-|\bnon-|\banti-|\ballerg(?:y|ic) to\s+(?:\w+\s+){0,2}|\bin view of\s+)$/i
const NEVER_AFTER =
  /^[^.;\n]{0,70}?\b(?:never (?:started|given|taken|filled|received|dispensed|initiated|began)|not (?:started|given|yet|taken|received|released|dispensed|initiated|ordered|an option|indicated|filled|administered|done)\b|NOT given|was (?:declined|refused|cancelled|canceled)|declined|refused|contraindicated|naive\b|deferred|cancelled|canceled|considered but)|^-?[ ]?naive\b/i
const PLANNED_CLOSE =
  /\b(?:will(?! have)|would|plans? (?:to|for|on|is)|planned(?: to| for)?|planning(?: to| for| on)?|consider(?:ing|ation of|ed)?|recommend(?:s|ed|ing|ation)?|candidate for|eligible for|propos(?:e|ed|al|ing)|offer(?:ed|ing)?|may (?:start|begin|need|consider|receive)|might|could|should|if|unless|scheduled (?:to|for)|pended|await(?:ing)?|pending|prior to (?:starting|initiating)|before (?:starting|initiating|going on)|favou?r(?:s|ing|ed)?|prefer(?:s|red)?|alternatives?|intend(?:s|ed|ing)? to|(?:is|are|was|due|ready|hopes?|wants?) to (?:start|begin|receive|take)|next (?:line|step|choice|option|plan)|instead of|rather than|options?|insurance|authorization|prescription for|script for|(?:discuss(?:ed|ing|ion of)?)(?: (?:the )?(?:risks?|role|use|option) (?:and benefits )?of)?|versus|vs\.?|transition to|switch to|change to|proceed with|add(?:ing)?|order(?:ed)?|not released|decide about)\b(?:[^.;,]|,(?=[^,.;]{0,25}$)){0,60}$/i
/** "she was started on", "she completed": told as done, whatever was discussed before. */
const BEGUN =
  /\b(?:(?:was|were|been|had) (?:started|placed|put|initiated|switched|changed|given|treated)(?: on| with| to)?|(?:she|he|I|patient|pt) (?:started|began|received|took|completed|finished|continued)|(?:keep|keeps|still) (?:taking|on))\s*(?:\w+\s){0,2}$/i
/** A plan that no dates undo. */
const FIRM_PLAN = /\b(?:will(?! have)|would|plans? (?:to|for)|if|unless|to (?:start|begin|receive))\b[^.;,]{0,60}$/i
const PLANNED_AFTER =
  /^[^.;\n]{0,70}?\b(?:(?:was|were|is|are|has been|had been) (?:planned|considered|discussed|recommended|offered|proposed|pending|scheduled|pended)|planned (?:but|to start|start|next)|would be|may (?:be|start)|will (?:be|start|begin)|to (?:start|begin)\b|if (?:she|he|they|there|approved|no|not|disease|progress)|vs\.? |versus |as (?:an )?(?:alternative|option|next)|draft|on hold pending|pended|pending (?:approval|insurance|auth\w*)|is preferred|options?|remains? (?:available|an option|possible)|(?:is|are) (?:still )?available|(?:to|will|would) follow(?! up)|available (?:afterwards|later|next)|unlikely|in reserve|is unlikely)/i
const PLANNED_WIDE =
  /\b(?:options?|discuss(?:ed|ion)|recommend(?:ed|ation)s?|considered|next line|alternatives?|if|plan|consensus|proposed|would)\b/i
const STARTED = /\b(?:started|began|begun|initiated|since|received|completed|given|stopped|last dose)\b/i
const GIVEN_CLOSE =
  /\b(?:started|began|received|completed|finished|given|stopped|took|was on|progress(?:ed|ion) on|PD on|s\/p|since|after)\b[^.;,]{0,40}$/i
const GIVEN_BEFORE =
  /(?:\b(?:current|present) (?:systemic |anti-?cancer )?(?:treatment|therapy|regimen)\s?:|\b(?:on|off|received|receiving|s\/p|status post|after|following|complet(?:ed|ion of)|finished|treated with|treatment with|took|taking|takes|tak(?:en|es)|used to (?:take|use|carry|have)|started(?: on)?|began|begun|initiated|continu(?:e|ed|es|ing)(?: on| with)?|remains on|maintained on|tolerat(?:ed|es|ing)|did not tolerate|currently|underwent|given|had|got|prior|previous(?:ly)?|history of|hx of|exposed to|exposure to|switched to|changed to|since|stop(?:ped)?|discontinu(?:e|ed|ation of)|d\/c|held|hold(?:ing)?|resumed?|rechallenged?(?: with)?|cycles? (?:of|\d+)|doses? of|adj(?:uvant)?|neo-?adj(?:uvant)?|maintenance|last|refractory to|resistant to|responded to|response to|due to|because of|from|by)\b|\b\d\s?L\b|\b(?:first|second|third|fourth|1st|2nd|3rd)[- ]line\b|->|→)[^.;]{0,45}$/i
const GIVEN_AFTER =
  /^[^.;\n]{0,60}?(?:\b[x×]\s?\d+\b|\b\d+\s?(?:cycles|doses|infusions|months|mos?|years|yrs?|y)\b|\bC\d+ ?D\d+\b|\b(?:complet(?:ed|ion)|finished|stopped|discontinued|dropped|omitted|d\/c'?d|held|resumed|ongoing|started|restarted|tolerated|was given|given|for \w+ (?:years|months)|dose reduced|reduced to|caused|maintenance|chemo(?:therapy)? (?:completed|finished)|related|-induced|induced)\b|->|→)/i
