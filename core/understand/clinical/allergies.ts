import { findDrugs, isOncology } from '../../codes/drugs.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { evidenceAt, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { findMedicine } from '../therapy/general-medicines.ts'
import { boundedSentences } from './statements.ts'

/**
 * What the person does not tolerate, with the reaction. "NKDA" is the absence of drug allergies; "no contrast reaction" is none.
 * A substance counts when it is a known drug or allergen, or stands before a reaction.
 */
export const allergies: FactRule = {
  name: 'allergies',
  version: 1,
  find: (reading) => (reading.kind === 'pathology' || reading.kind === 'genomics' ? [] : inSentences(reading)),
}

/** "Allergies: A - rash; B - nausea": sentences end at the mark, the list does not. */
function inSentences(reading: Reading): Fact[] {
  let open = false
  return boundedSentences(reading).flatMap((sentence) => {
    const goesOn = open && REACTS.test(sentence.text)
    open = (goesOn || LABELLED.test(sentence.text)) && sentence.text.trimEnd().endsWith(';')
    return inSentence(reading, sentence, goesOn)
  })
}
const LABELLED = /\b(?:allerg(?:y|ies)|ADRs?|intolerances?|sensitivities|adverse reactions?)\s*[:-]/i
const REACTS = /^\s*[\w-]{3,24}(?: [\w-]{3,20})?\s*(?:->|→|-|\u2013|:|\()\s*\w/

const REACTION =
  /\b(?:hives|urticaria|rash(?:es)?|anaphyla\w+|angio-?o?edema|(?:lip |facial |tongue |throat )?swelling|vomiting|nausea|n\/v|gi upset|stomach upset|itch\w*|pruritus|cough|dyspn(?:o)?ea|shortness of breath|sob|bronchospasm|wheez\w+|hypotension|dizz\w+|flushing|red man|stevens[- ]johnson|sjs|dress|blister\w*|diarrho?ea|myalgias?|qt prolongation|headache|confusion|palpitations|contact dermatitis|intoleran\w+|hypersensitivity(?: reaction)?|infusion(?:[- ]related)? reaction|unknown reaction|throat (?:closing|tightness)|sick(?:ness)?|unwell|stomach pains?|dystoni\w+|hallucinations?|drowsi\w+|photosensitivity|agranulocytosis|exanthem\w*|collapsed?|faint(?:ed|ing)?|tachycardia|asthma|oedema|skin reaction)\b/i
const ALLERGEN =
  /\b(?:pcn|penicillins?|amoxicillin|ampicillin|augmentin|cephalosporins?|cephalexin|keflex|sulfa\w*(?: (?:drugs?|antibiotics?))?|sul(?:f|ph)onamides?(?: antibiotics?)?|bactrim|codeine|morphine|hydrocodone|oxycodone|tramadol|aspirin|asa|nsaids?|ibuprofen|naproxen|latex|nickel|(?:surgical )?adhesives?(?: tape)?|elastoplast|micropore|tape|iodine|iodinated contrast(?: media)?|(?:iv |ct |iodinated )?contrast(?: (?:media|dye|agents?))?|ivp dye|shellfish|peanuts?|tree nuts?|eggs?|soy|gluten|(?:bee|wasp|insect)(?: (?:stings?|venom|bites?))?|strawberr(?:y|ies)|kiwi(?: fruit)?|bananas?|avocados?|seafood|prawns?|nuts|pollens?|house dust(?: mites?)?|dust mites?|plasters?|dressings?|chlorhexidine|povidone|betadine|quinine|opi(?:oids?|ates?)|macrolides?|quinolones?|lisinopril|ace[- ]inhibitors?|statins?|fluoroquinolones?|ciprofloxacin|levofloxacin|erythromycin|azithromycin|clindamycin|tetracyclines?|doxycycline|vancomycin|metronidazole|nitrofurantoin|cremophor|polysorbate 80)\b/i
const NONE =
  /\b(?:NKDA|NKA|no known (?:drug |medication |food )?allerg\w+|no (?:drug |medication )?allerg\w+|(?:drug )?allerg(?:y|ies)\s*[:-]?\s*(?:none|nil|nka|not known)|(?:not )?allergic to (?:nil|nothing|anything|any (?:drugs?|medic\w+)))\b/i
const NONE_LISTED = /^\s*(?:none|nil)(?: known| of note)?\b/i
/** "No known drug allergies except for trimethoprim": there is one. */
const BUT_ONE = /^[^.;]{0,12}\b(?:except(?: for| to)?|apart from|other than|aside from|besides)\s+/i
/** Words behind which a substance stands: a list under its name, or what somebody does not tolerate. */
const INTRODUCED =
  /\b(?:(?:contact )?allerg(?:y|ies|ic|ien?|ias)(?:\s+(?:on file|list|and adverse reactions|intolerances|band|alert))?(?:\s+to)?|alergias?|adverse (?:drug )?reactions?|ADRs?(?=\s*[:-])|(?:drug )?(?:intolerances?|sensitivities|unvertr[a\u00e4]glichkeit(?:en)?)(?=\s*[:-])|(?:intoleran(?:t|ce)|sensitive|hypersensitiv(?:e|ity)) (?:of|to)\b|reactions? to (?=(?:the )?(?:iv |ct |iodinated )?(?:contrast|latex|plasters?|penicillins?|antibiotics?)))\s*[:-]?\s*|\b(?=(?!I\b|we\b|s?he\b|they\b|you\b|it\b|this\b|that\b|which\b)[A-Za-z]+ (?:drugs? )?(?:give|gives|gave|cause[sd]?|makes?|made|upsets?|brings?|brought) (?:me|her|him) )|\b(?:rash(?:es)?|hives|urticaria|anaphyla\w+|angio-?o?edema) (?:with|to|from|after) (?=[a-z])/i
/** A list that its label opens holds more than one. */
const OPENS_LIST = /[:-]\s*$/

function inSentence(reading: Reading, sentence: Sentence, goesOn: boolean): Fact[] {
  const { text, section } = sentence
  const entered = enteredAs(reading, sentence)
  if (entered) return [entered]
  if (section === 'family-history') return []
  const denial = NONE.exec(text) ?? (section === 'allergies' ? NONE_LISTED.exec(text) : null)
  const beyond = denial === null ? null : BUT_ONE.exec(text.slice(denial.index + denial[0].length))
  const none = beyond === null ? denial : null
  const at = (start: number, end: number) => evidenceAt(reading.document, sentence.page, sentence.start + start, sentence.start + end)
  if (none) {
    const date = reading.said
    return [
      factFrom(allergies, reading, 'absence', { name: 'drug allergy', ...(date === undefined ? {} : { date }) }, [
        at(none.index, none.index + none[0].length),
      ]),
    ]
  }
  const listed = section === 'allergies' ? listState(reading, sentence) : 'none'
  const but = denial && beyond ? denial.index + denial[0].length + beyond[0].length : undefined
  const named = listed === 'listed' ? undefined : introduced(sentence)
  const from = but ?? named ?? (listed === 'none' && !goesOn ? undefined : 0)
  if (from === undefined || listed === 'over') return []
  const isList = named !== undefined && OPENS_LIST.test(text.slice(0, named))
  let unbroken = true
  return itemsOf(text, from).flatMap((item, index): Fact[] => {
    const value = allergyIn(item.text, listed !== 'denied' || named !== undefined)
    if (value === undefined || item.text.length > 110) {
      unbroken = false
      return []
    }
    const alsoListed = isList && unbroken && value.name.length >= item.text.length - 8
    if (listed === 'none' && index > 0 && value.reaction === undefined && !item.joined && !alsoListed) return []
    if (listed === 'none' && INTOLERANT.test(text.slice(0, from)) && isTreatment(value.name) && !AS_ALLERGY.test(item.text)) return []
    const context = contextOf(sentence, item.start, item.start + 1)
    if (
      context.family ||
      (context.negated && !/\bnon/i.test(item.text)) ||
      DENIED.test(item.text) ||
      NOT_ALLERGY_NEXT.test(text.slice(item.start + item.text.length))
    )
      return []
    return [factFrom(allergies, reading, 'allergy', value, [at(item.start, item.start + item.text.length)])]
  })
}

/** Who had to stop a treatment for its side effects is "intolerant" of it, and not allergic. */
const INTOLERANT = /\b(?:intoleran\w+|sensitive) (?:of|to)\s*$|\b(?:with|from|after) $/i
const AS_ALLERGY = /\b(?:hypersensitiv\w*|infusion(?:[- ]related)? reaction|anaphyla\w+|hives|urticaria|bronchospasm|angio\w*edema)\b/i
const isTreatment = (name: string): boolean => findDrugs(name).some(({ drug }) => isOncology(drug))

/** "Capecitabine entered as ADR", "oxaliplatin added to allergy list". */
function enteredAs(reading: Reading, sentence: Sentence): Fact | undefined {
  const match = ENTERED.exec(sentence.text)
  const [spot] = match?.[1] === undefined ? [] : [...findDrugs(match[1]), ...findMedicine(match[1])]
  if (match === null || spot === undefined || spot.start > 0) return undefined
  const name = match[1]?.slice(spot.start, spot.end).toLowerCase() ?? ''
  return factFrom(allergies, reading, 'allergy', { name }, [
    evidenceAt(reading.document, sentence.page, sentence.start + match.index, sentence.start + match.index + match[0].length),
  ])
}
const ENTERED =
  /\b([A-Za-z][\w-]{3,30}(?: [a-z-]{4,20})?) (?:was |has been |is |now )?(?:entered|recorded|added|listed|documented|flagged) (?:as (?:an? )?|to (?:the )?|in (?:the )?|on (?:the )?)(?:ADRs?|(?:drug )?allerg(?:y|ies)(?: list)?|adverse (?:drug )?reactions?|intolerances?)\b/i

const NOT_ALLERGY_NEXT = /^,?\s*(?:but |which is |this is )?not (?:an?|a true) (?:true )?allergy\b/i
const DENIED =
  /^\s*(?:no|denies|without|tolerat\w+)\b|\btolerated (?:well|without)\b|\bdid well\b|\bno reaction\b|\bnot (?:an?|a true) allergy\b|\bnot allergic\b/i

/**
 * Where in the list of allergies a sentence stands: in it (`listed`), in it after "none known" (`denied`), or so far after it that the
 * layout only lost the next heading (`over`: an empty line, or much text, lies between).
 */
function listState(reading: Reading, sentence: Sentence): 'listed' | 'denied' | 'over' {
  const section = reading.sections.find((one) => one.page === sentence.page && one.body <= sentence.start && sentence.start < one.end)
  const page = reading.document.pages.find((one) => one.number === sentence.page)
  if (section === undefined || page === undefined) return 'listed'
  const before = page.text.slice(section.body, sentence.start).trimStart()
  if (/\n[ \t]*\n/.test(before) || before.length > 500) return 'over'
  return NONE.test(before) || /\bnone\b/i.test(before) ? 'denied' : 'listed'
}

/** Outside of the section only where the words say allergy, or that a substance gives a reaction: from which place on. */
function introduced(sentence: Sentence): number | undefined {
  const match = INTRODUCED.exec(sentence.text)
  if (match === null) return undefined
  // a symptom of allergy, and what is taken for it
  if (/^allergic (?!to\b|reactions?\b)/i.test(sentence.text.slice(match.index))) return undefined
  if (/\b(?:seasonal|contrast allergy\)|premedicat)/i.test(sentence.text.slice(Math.max(0, match.index - 14), match.index + 20)))
    return undefined
  return match.index + match[0].length
}

const AND_NEXT = /^ and /i
/** A number of a list, a stroke between two names. */
const NEXT_ITEM = /^\s(?:\d{1,2}[.)]\s|\/\s)/
const ALLERGEN_NEXT = new RegExp(`^ and (?:to )?(?:${ALLERGEN.source})`, 'i')

/** A label of something else in the same line ends the list. */
const OTHER_LABEL =
  /(?:\s{2,}|[.;]\s)\s*[A-Za-z][A-Za-z /&]{1,24}:|\b(?:regimen|protocol|plan|meds?|medications|premeds?|diagnosis|dx|height|weight|ht|wt)\b\s*:/i

/** `joined`: by "and" to the item before. */
type Item = { text: string; start: number; joined: boolean }
/** Items between commas and semicolons, brackets kept together; in rows the whole row is one item. */
function itemsOf(text: string, from: number): Item[] {
  const items: Item[] = []
  let start = from
  let depth = 0
  const over = OTHER_LABEL.exec(text.slice(from + 1))
  const end = over === null ? text.length : from + 1 + over.index
  for (let i = from; i <= end; i++) {
    const c = text[i]
    if (c === '(') depth++
    if (c === ')') depth = Math.max(0, depth - 1)
    const stop =
      i === end ||
      (depth === 0 &&
        AND_NEXT.test(text.slice(i, i + 5)) &&
        (ALLERGEN_NEXT.test(text.slice(i, i + 40)) || findMedicine(text.slice(i + 5, i + 40))[0]?.start === 0)) ||
      (depth === 0 && NEXT_ITEM.test(text.slice(i, i + 5))) ||
      (depth === 0 && (c === ';' || c === ',' || (c === '.' && /\s|$/.test(text[i + 1] ?? ' '))))
    if (!stop) continue
    const raw = text.slice(start, i)
    const trimmed = raw.trim().replace(/^(?:[-•*/]|\d{1,2}[.)]|and(?: to)?)\s+/i, '')
    if (trimmed) items.push({ text: trimmed, start: start + raw.indexOf(trimmed), joined: /^\s*and\s/i.test(raw) })
    start = i + 1
  }
  return items
}

/** "substance (reaction)", "substance -> reaction", "substance - reaction", "substance  reaction  severity", "substance reaction". */
function allergyIn(item: string, sure: boolean): FactValue<'allergy'> | undefined {
  if (PRESCRIBED.test(item)) return undefined
  const told = TOLD.exec(item)
  if (told) return allergyIn(item.slice(told[0].length), sure)
  const reaction = REACTION.exec(item) ?? /(?<=(?:->|→)\s?)\b[a-z][a-z ]{2,30}/i.exec(item)
  const known = ALLERGEN.exec(item)
  const drug = findDrugs(item)[0]
  const medicine = findMedicine(item)[0]
  const head = item.split(/\s*(?:\(|->|→|--?\s|:|\s{2,}|\b(?:causes?d?|gives?|gave|with reaction)\b)\s*/)[0]?.trim() ?? ''
  const beforeReaction =
    reaction === null
      ? head
      : item
          .slice(0, reaction.index)
          .replace(/[\s(:>→-]+$/, '')
          .trim()
  const name =
    known?.[0] ??
    (drug ? item.slice(drug.start, drug.end) : undefined) ??
    (medicine ? item.slice(medicine.start, medicine.end) : undefined) ??
    (reaction && sure ? shorter(head, beforeReaction) : undefined)
  if (name === undefined || name === '' || name.length > 48) return undefined
  if (reaction === null && !sure) return undefined
  if (reaction === null && known === null && medicine === undefined && (drug === undefined || isOncology(drug.drug))) return undefined
  return { name: name.toLowerCase(), ...(reaction === null ? {} : { reaction: reaction[0].toLowerCase() }) }
}

/** A whole sentence in the list: "She is truly allergic to co-trimoxazole (rash)". */
const TOLD =
  /^(?:(?:she|he|pt|patient|the patient) (?:is|has|was|reports|had) )(?:\w+ ){0,2}?(?:allerg(?:ic|y) to|an allergy to|intolerant (?:of|to)|sensitive to)\s+/i
/** A prescription that stands in the list by mistake of the layout. */
const PRESCRIBED = /\b\d+(?:\.\d+)?\s*(?:mg|mcg|g|units?)\b|\b(?:tablets?|capsules?|daily|ordered|draft)\b/i

const shorter = (a: string, b: string) => (a.length > 0 && a.length <= b.length ? a : b)
