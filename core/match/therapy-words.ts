import { findDrug, findDrugs, isOncology } from '../codes/drugs.ts'
import { matchesOf } from '../codes/matches-of.ts'
import { conjugatesIn, conjugateTherapies } from './conjugates.ts'
import { guarded } from './guarded.ts'
import { CLASSES, SYSTEMIC } from './therapy-classes.ts'
import { type Therapy, targetedTherapies, targetedTherapiesIn, unlisted } from './therapy-targets.ts'
import type { Given } from './treatment-history.ts'

export type { Therapy } from './therapy-targets.ts'

/** Treatments named together ("taxane, anthracycline or capecitabine") at `[start, end)`. */
export type TherapyList = {
  start: number
  end: number
  therapies: Therapy[]
  join: 'any' | 'all'
  /** Joined by "plus", "in combination with": given together. */
  isCombination?: boolean
  except: Therapy[]
}

/** Any class word; which class it is of is asked where one stands: the first whose words match there. */
const CLASS_WORDS = new RegExp(String.raw`\b(?:${CLASSES.map(([pattern]) => `(?:${pattern})`).join('|')})`, 'g')
const CLASS_HERE = CLASSES.map(([pattern, therapy]) => ({ here: new RegExp(String.raw`\b(?:${pattern})`, 'y'), therapy }))
function classAt(text: string, at: number): Therapy | undefined {
  return CLASS_HERE.find(({ here }) => {
    here.lastIndex = at
    return here.test(text)
  })?.therapy
}
const MAY_NAME = guarded(
  /therap|treatment|chemo|inhibit|cdk|degrader|antagonist|antibod|directed|target|anti-|auristatin|mma[ef]|vedotin|tansin|calichea|pyrrolobenzo|duocarm|alkylat|nitroso|metabolite|radio|car-|vaccin|virus|t-? ?d[mx]|mitomycin|tecan|serd|serm|aromatase|\bai\b|\bet\b|taxane|anthracycl|platin|adc|conjugate|her2|her-2|pd-|immun|parp|pi3k|akt|mtor|agent|drug|mab\b|nib\b|clib|taxel|rubicin|trant|zole|ine\b|fen\b|agonist|topo|\b[a-z]{2,5}-?\d{3}|\b[a-z]-\d{4}|\b[a-z]\d[a-z]-\d\d|sertib|tecan|strant/,
)

/** The therapy that `therapiesIn` found under this name: a class, else the drug of that name, else one that stands in no table. */
export function therapyNamed(name: string): Therapy {
  const others = /^treatment other than (.*)$/.exec(name)?.[1]
  if (name.includes(EITHER)) return eitherOf(name.split(EITHER).map(therapyNamed))
  return NAMED.get(name) ?? (others !== undefined ? otherThan(others.split(' or ').map(therapyNamed)) : drugNamed(name))
}
/** Any of these, as one. */
const eitherOf = (therapies: readonly Therapy[]): Therapy => ({
  name: therapies.map(({ name }) => name).join(EITHER),
  includes: (drug) => therapies.some(({ includes }) => includes(drug)),
})
const EITHER = ', or '
const drugNamed = (name: string): Therapy => (findDrug(name) ? { name, includes: (drug) => drug.name === name } : unlisted(name))

/** "Non-cytotoxic drugs": whatever acts on the cancer and is none of these. */
export function otherThan(therapies: readonly Therapy[]): Therapy {
  return {
    name: `treatment other than ${therapies.map(({ name }) => name).join(' or ')}`,
    includes: (drug) => isOncology(drug) && !therapies.some(({ includes }) => includes(drug)),
  }
}

/** "Small molecule agents", without the antibodies. */
export const SMALL_MOLECULE: Therapy = {
  name: 'a small molecule',
  includes: (drug) => isOncology(drug) && drug.family !== 'ADC' && !/mab\b/.test(drug.name),
}
const NAMED = new Map(
  [...CLASSES.map(([, therapy]) => therapy), ...targetedTherapies(), ...conjugateTherapies(), SMALL_MOLECULE].map((one) => [one.name, one]),
)

/** Every drug and class named in a clause, lists joined: in order, not overlapping. */
export function therapiesIn(text: string): TherapyList[] {
  const known = LAST.get(text)
  if (known) return known
  const lists = MAY_NAME.test(text) || findDrugs(text).length > 0 ? listsIn(text) : []
  if (LAST.size > 50) LAST.clear()
  LAST.set(text, lists)
  return lists
}

function listsIn(text: string): TherapyList[] {
  const spots: { start: number; end: number; therapy: Therapy }[] = []
  for (const match of matchesOf(text, CLASS_WORDS)) {
    const therapy = classAt(text, match.index)
    if (
      therapy &&
      match[0].trim() !== '' &&
      !(
        therapy === SYSTEMIC &&
        /(?:investigational|experimental|unapproved|unlicensed)[\s,]*(?:\w+[\s,]+)?$/.test(
          text.slice(Math.max(0, match.index - 40), match.index),
        )
      )
    )
      spots.push({
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        therapy: INVESTIGATIONAL.test(text.slice(Math.max(0, match.index - 24), match.index)) ? NOT_APPROVED : therapy,
      })
  }
  for (const spot of [...conjugatesIn(text), ...targetedTherapiesIn(text)]) {
    // "Another investigational SERD or ER antagonist": neither is one that is prescribed.
    const isNew =
      INVESTIGATIONAL.test(text.slice(Math.max(0, spot.start - 24), spot.start)) ||
      spots.some(({ therapy, end }) => therapy === NOT_APPROVED && end < spot.start && OR_ONLY.test(text.slice(end, spot.start)))
    spots.push(isNew ? { ...spot, therapy: NOT_APPROVED } : spot)
  }
  for (const match of matchesOf(text, UNLISTED))
    if (
      !findDrug(match[0]) &&
      !OF_A_STUDY.test(text.slice(Math.max(0, match.index - 40), match.index)) &&
      !/^(?:-\d|,? (?:study|trial|protocol|registry)\b| \([a-z]+ trial\))/.test(text.slice(match.index + match[0].length)) &&
      !/^(?:eay|nct|kras|braf|egfr|cyp|ver|cd|part)-?\d/.test(match[0])
    )
      spots.push({
        start: match.index,
        end: match.index + match[0].length,
        therapy: unlisted(match[0]),
      })
  for (const { start, end, drug } of findDrugs(text))
    if (!spots.some((one) => one.start <= start && end <= one.end))
      spots.push({ start, end, therapy: { name: drug.name, includes: (one) => one.name === drug.name } })
  return joined(
    text,
    spots.toSorted((a, b) => a.start - b.start || b.end - a.end),
  )
}
/** "Study 971-ONC-0028", "clinical trial IBCSG-2402": the code of a study, no drug. */
const OF_A_STUDY = /(?:\b(?:study|studies|trials?|protocols?|registry|cohort|nct|number|no\.?) (?:[a-z0-9]+-)?|\d-)$/
/** "An investigational cytotoxic drug" is none that is prescribed. */
const INVESTIGATIONAL = /(?<!\b(?:or|and|approved)[ /]|\/ ?)\b(?:investigational|experimental|unapproved|unlicensed)\s$/
const OR_ONLY = /^(?: ?\([^()]{1,20}\))?,? (?:an? )?(?:or|and\/or) $/
const NOT_APPROVED = unlisted('an investigational drug')
/** Names that are drugs by their form and stand in no table: new drugs and their codes. */
const UNLISTED =
  /\b[a-z]{4,}(?:zumab|ximab|limab|tuzumab|nib|ciclib|sertib|parib|taxel|rubicin|platin|tecan|vedotin|limus|lisib|strant)\b|\b[a-z]{2,5}-?\d{3,6}[a-z]?\b|\b(?:[a-z]-\d{4}|[a-z]\d[a-z]-\d{2,5}|(?!pd-|co-|ca-|er-|pr-|hr-)[a-z]{2}-[a-z]\d{1,3})\b/g
/** Several kinds read the same clause one after the other. */
const LAST = new Map<string, TherapyList[]>()

function joined(text: string, spots: readonly { start: number; end: number; therapy: Therapy }[]): TherapyList[] {
  const lists: TherapyList[] = []
  /** Lists in which "or" was said. */
  const divided = new Set<TherapyList>()
  let inBrackets: TherapyList | undefined
  for (const { start, end, therapy } of spots) {
    const last = lists.at(-1)
    if (last && start < last.end) continue
    const gap = last ? text.slice(last.end, start) : ''
    // "A CDK4/6 inhibitor (palbociclib, abemaciclib or ribociclib)": brackets that name drugs of the class.
    const drug = last && findDrug(therapy.name)
    const isNamed = drug !== undefined && last?.therapies.at(-1)?.includes(drug) === true && last.therapies.at(-1)?.name !== drug.name
    const opens = isNamed && /^\s*\(\s*$/.test(gap)
    if (last && (opens || (isNamed && inBrackets === last && JOINS.test(gap) && !gap.includes(')')))) {
      inBrackets = last
      last.end = closing(text, start, end)
      continue
    }
    if (last && EXAMPLES.test(gap)) {
      last.end = closing(text, start, end)
      continue
    }
    if (last && EXCEPT.test(gap)) {
      last.except.push(therapy)
      last.end = closing(text, start, end)
      continue
    }
    if (last && JOINS.test(gap) && !isOtherJoin(last, gap)) {
      if (SAYS_OR.test(gap)) divided.add(last)
      if (last.except.length > 0) last.except.push(therapy)
      // "Systemic treatment with radionuclides": what follows "with" says which.
      else if (/^ with (?:an? |any )?$/.test(gap) && last.therapies.length === 1 && last.therapies[0] === SYSTEMIC)
        last.therapies = [therapy]
      else {
        // "A CDK4/6 inhibitor with an aromatase inhibitor or fulvestrant": one of the two with the first.
        const partner = last.therapies.at(-1)
        if (last.isCombination && partner && /\bor\b|\//.test(gap) && !/\band\b|\+|\bplus\b|combin/.test(gap)) {
          last.therapies[last.therapies.length - 1] = eitherOf([partner, therapy])
          last.end = closing(text, start, end)
          continue
        }
        if (/\bplus\b|\+|combin/.test(gap)) {
          if (last.therapies.length > 1 && last.join === 'any') last.therapies = [eitherOf(last.therapies)]
          last.isCombination = true
        }
        last.therapies.push(therapy)
        if (/\band\b(?!\/)|\bplus\b|\+|combin/.test(gap) || (/\bwith\b/.test(gap) && !SAYS_OR.test(gap))) last.join = 'all'
      }
      last.end = closing(text, start, end)
      continue
    }
    lists.push({ start, end, therapies: [therapy], join: 'any', except: [] })
  }
  return lists

  /** "A and B, and C or D", "A and B or C": one list ends where the joining word changes. */
  function isOtherJoin(last: TherapyList, gap: string): boolean {
    if (last.isCombination || last.except.length > 0) return false
    if (SAYS_OR.test(gap)) return last.join === 'all'
    return /\band\b/.test(gap) && (divided.has(last) || (last.join === 'all' && /,\s*and\b/.test(gap)))
  }
}
const SAYS_OR = /\b(?:or|nor)\b/

const closing = (text: string, start: number, end: number) =>
  text[end] === ')' && text.slice(Math.max(0, start - 160), end).includes('(') ? end + 1 : end
const JOINS =
  /^[\s,()-]*(?:(?:and\/or|or|and|plus|nor|\/|\+|in combination with|combined with|with|an?|any|other|prior|previous|the|also|rescue|salvage|palliative)[\s,()/+]*){0,5}$/
const EXAMPLES =
  /^[\s,]*[([]?[\s,]*(?:e\.g\.|eg|i\.e\.|such as|including(?: but not limited to)?|for example|like|include|:)[\s,:]*(?:an?|the)?\s*$/
const EXCEPT =
  /^(?:[\s,]+for [a-z0-9+ -]{3,40})?[\s,]*\(?(?:other than|aside from|except(?: for)?|excluding|not including|with the exception of|apart from|but not)\s+(?:an?|the|prior|single-agent|first-line)?\s*$/

/** Whether a given treatment has a drug of the list; with "and", all of them in what was given. */
export function matchesList(given: Given, { therapies, except }: Pick<TherapyList, 'therapies' | 'except'>): boolean {
  return given.drugs.some((drug) => therapies.some((one) => one.includes(drug)) && !except.some((one) => one.includes(drug)))
}

/** As `matchesList`, but treatments joined by "and" must all be in this one course. */
export function isCourseOf(given: Given, list: Pick<TherapyList, 'therapies' | 'except' | 'join'>): boolean {
  return list.join === 'all'
    ? list.therapies.every((therapy) => matchesList(given, { therapies: [therapy], except: list.except }))
    : matchesList(given, list)
}

export const listWords = ({ therapies, join }: Pick<TherapyList, 'therapies' | 'join'>) =>
  [...new Set(therapies.map(({ name }) => name))].join(join === 'all' ? ' and ' : ' or ')
