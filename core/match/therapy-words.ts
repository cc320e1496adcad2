import { findDrug, findDrugs, isOncology } from '../codes/drugs.ts'
import { ofClass, SORTS_OF_DRUGS, type Therapy, targetedTherapies, targetedTherapiesIn, unlisted } from './therapy-targets.ts'
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

const SYSTEMIC: Therapy = {
  name: 'systemic treatment',
  includes: (drug) => isOncology(drug) && !drug.classes.includes('ovarian suppression'),
}
const ENDOCRINE: Therapy = {
  name: 'endocrine therapy',
  includes: (drug) => drug.family === 'endocrine' && !drug.classes.includes('ovarian suppression'),
}
/** An antibody that carries a cytotoxic drug is counted as chemotherapy, as most protocols do. */
const CHEMOTHERAPY: Therapy = { name: 'chemotherapy', includes: (drug) => drug.family === 'chemo' || drug.family === 'ADC' }

const RX = String.raw`(?:[- ](?:based|containing|targeted|directed|type))*(?: (?:anti-?cancer|antineoplastic))?(?: ?(?:therap(?:y|ies)|treatments?|agents?|drugs?|regimens?|inhibitors?|inhibition|combinations?|medications?|based|antibod(?:y|ies)|chemotherap(?:y|ies)|compounds?|molecules?))*`
const INHIBITOR = String.raw`[- ]?(?:inhibitors?|inhibition|i\b|pathway inhibitors?|targeted (?:agents?|therapy)|antagonists?|blockade|antibod(?:y|ies)|agents?|blockers?)`
const HER2 = String.raw`(?:her[- ]?2(?:[/-]neu)?|human epidermal growth factor receptor[- ]?2|erbb2)`

/** Class words, the narrower before the wider that they contain. */
const CLASSES: readonly [pattern: string, therapy: Therapy][] = [
  [
    String.raw`cdk ?4 ?(?:\/|and|&) ?(?:cdk ?)?6${INHIBITOR}?|cyclin[- ]dependent kinases? ?(?:\(cdk\) ?)?4 ?(?:\/|and) ?6(?: ?\(cdk4\/6i?\))?${INHIBITOR}?|cdk4\/6i`,
    ofClass('a CDK4/6 inhibitor', 'CDK4/6 inhibitor'),
  ],
  [
    String.raw`cdk ?2${INHIBITOR}|(?:therap(?:y|ies)|agents?|drugs?|treatment) (?:selectively )?targeting cdk ?2(?: or selectively targeting cdk ?4)?`,
    ofClass('a CDK2 inhibitor', 'CDK2 inhibitor'),
  ],
  [
    String.raw`(?:oral|novel|next-generation) (?:selective (?:o?estrogen) receptor degraders?|serds?)(?: ?\(serds?\))?|elacestrant-like`,
    ofClass('an oral SERD', 'oral SERD'),
  ],
  [
    String.raw`selective (?:o?estrogen)[- ]receptor (?:degraders?|down-?regulators?)(?: ?\(serds?\))?|serds?\b`,
    ofClass('a SERD', 'SERD', 'oral SERD'),
  ],
  [String.raw`selective (?:o?estrogen)[- ]receptor modulators?(?: ?\(serms?\))?|serms?\b`, ofClass('a SERM', 'SERM')],
  [
    String.raw`proteolysis[- ]?targeting chimeras?(?: ?\(protacs?\))?(?: er degraders?)?|protacs?\b`,
    ofClass('a PROTAC', 'PROTAC ER degrader'),
  ],
  [String.raw`complete (?:o?estrogen) receptor antagonists?(?: ?\(cerans?\))?|cerans?\b`, ofClass('a CERAN', 'CERAN')],
  [String.raw`selective (?:o?estrogen) receptor covalent antagonists?(?: ?\(sercan?s?\))?|serca?n?s\b`, ofClass('a SERCA', 'SERCA')],
  [
    String.raw`(?:new|novel|investigational|experimental) (?:o?estrogen)[- ]receptor[- ](?:directed|targeted|targeting|antagonist)${RX}`,
    ofClass('a new estrogen-receptor drug', 'oral SERD', 'PROTAC ER degrader', 'CERAN', 'SERCA'),
  ],
  [
    String.raw`non-?steroidal (?:aromatase inhibitors?|ais?)(?: ?\((?:ns)?ais?\))?|nsais?\b`,
    ofClass('a non-steroidal aromatase inhibitor', 'non-steroidal aromatase inhibitor'),
  ],
  [
    String.raw`(?<!non-?)steroidal (?:aromatase inhibitors?|ais?)`,
    ofClass('a steroidal aromatase inhibitor', 'steroidal aromatase inhibitor'),
  ],
  [
    String.raw`aromatase[- ]inhibitors?(?: ?\(ais?\))?${RX}|\bais?\b(?= ?\/ ?(?:cdk|fulv|serd)| (?:therapy|treatment|in|for|as|or|and|plus|with))`,
    ofClass('an aromatase inhibitor', 'aromatase inhibitor'),
  ],
  [
    String.raw`(?:lhrh|gnrh|luteinizing hormone[- ]releasing hormone|gonadotropin[- ]releasing hormone)(?: ?\([a-z/]+\))?[- ]?(?:agonists?|analog(?:ue)?s?|antagonists?)`,
    ofClass('ovarian suppression', 'ovarian suppression'),
  ],
  [
    String.raw`(?:systemic )?non-?(?:hormon(?:e|al)|endocrine)(?: systemic)?(?: anti-?cancer)? (?:therap(?:y|ies)|treatments?|agents?)`,
    { name: 'treatment other than endocrine therapy', includes: (drug) => SYSTEMIC.includes(drug) && drug.family !== 'endocrine' },
  ],
  [
    String.raw`(?:anti-?(?:o?estrogens?)|endocrine|hormon(?:e|al)|antihormonal|anti-hormonal)(?:[- ]based)?(?: ?\(?et\)?)? (?:anti-?cancer |manipulation|systemic )?(?:therap(?:y|ies)|treatments?|agents?|drugs?|regimens?|monotherapy|manipulation)(?: ?\(et\))?|\bets?\b(?= (?:in|for|as|with|regimens?|monotherapy|must|plus|or|and)|\))|anti-?(?:o?estrogens?)\b`,
    ENDOCRINE,
  ],
  [
    String.raw`pi3k ?\/ ?akt ?\/ ?mtor${INHIBITOR}?(?: pathway${RX})?|(?:pi3k|akt|mtor)(?: ?(?:,|\/|or|and\/or|and) ?(?:pi3k|akt|mtor))+${INHIBITOR}?|phosphatidylinositol 3-kinase pathway${RX}|pi3k ?[-\/] ?akt ?[-\/] ?mtor pathway`,
    ofClass('a PI3K, AKT or mTOR inhibitor', 'PI3K/AKT/mTOR inhibitor'),
  ],
  [
    String.raw`(?:pi3kα?|phosph(?:o|atidyl)-?inositide[- ]?3[- ]?kinases?|phosphatidylinositol[- ]?3[- ]?kinases?)(?: ?\(pi3k\))?(?:[- ]?alpha)?${INHIBITOR}`,
    ofClass('a PI3K inhibitor', 'PI3K inhibitor'),
  ],
  [String.raw`(?:akt|protein kinase b)(?: ?\(akt\))?${INHIBITOR}`, ofClass('an AKT inhibitor', 'AKT inhibitor')],
  [
    String.raw`(?:mtor|mechanistic target of rapamycin|mammalian target of rapamycin)(?: ?\(?\[?mtor\]?\)?)?${INHIBITOR}`,
    ofClass('an mTOR inhibitor', 'mTOR inhibitor'),
  ],
  [
    String.raw`(?:parp[12]?|poly[- ]?\(?(?:adp|adenosine diphosphate)[- ]ribose\)?[- ]polymerase)(?: ?\(parp[12]?\))?${INHIBITOR}`,
    ofClass('a PARP inhibitor', 'PARP inhibitor'),
  ],
  [
    String.raw`(?:anti-?)?(?:pd-?\(?l?\)?-?1|programmed (?:cell )?death(?: receptor| protein)?[- ]?(?:ligand)?[- ]?1?)(?: ?\(pd-?l?1\))?(?: ?(?:\/|,|or|and|and\/or) ?(?:anti-?)?(?:pd-?\(?l?\)?-?[12]|programmed (?:cell )?death[- ]ligand[- ]?[12]|ctla-?4|lag-?3)(?: ?\(pd-?l?[12]\))?)*${INHIBITOR}?(?=.{0,40}(?:antibod|inhibit|agent|therap|blockade|treat))|(?:immune )?checkpoint(?: pathway)?(?: ?\(?cpi\)?)?${INHIBITOR}|immuno-?therap(?:y|ies)(?: agents?)?|immuno-?oncology${RX}`,
    ofClass('immunotherapy', 'immunotherapy'),
  ],
  [String.raw`trop-?2(?:[- ](?:directed|targeted|targeting|adc))${RX}(?: ?adcs?)?`, ofClass('a TROP2 drug', 'TROP2 ADC')],
  [
    String.raw`(?:antibody[- ]?drug[- ]?conjugates?|adcs?)\b(?: ?\(adcs?\))?(?: ?(?:with|containing|that (?:contains?|comprise[sd]?|consists? of)|consisting of|comprising|which consists? of|using|based on|carrying)(?: an?)? (?:(?:exatecan|deruxtecan|derivative|topoisomerase(?:[- ](?:i|1))?|topo[- ]?(?:i|1)|inhibitors?|payload|that|is|an?|of|or|dxd|camptothecin|i|1)[ ,-]*){1,9})`,
    {
      name: 'an antibody-drug conjugate with a topoisomerase I payload',
      includes: (drug) => drug.classes.includes('topoisomerase I payload'),
    },
  ],
  [
    String.raw`(?:(?:therap(?:y|ies)|treatments?|agents?|drugs?) (?:that contains?|containing|with) an? )?\btop(?:o|oisomerase)?[- ]?1i(?:nhibitors?)?\b|(?:topoisomerase[- ](?:i|1)|topo[- ]?(?:i|1))(?:[- ](?:inhibitors?|payloads?|based|targeted|adcs?|containing))+(?: (?:antibody[- ]drug conjugates?|adcs?))?(?: ?\(adcs?\))?`,
    ofClass('a topoisomerase I drug', 'topoisomerase I payload', 'topoisomerase I inhibitor'),
  ],
  [
    String.raw`${HER2}[- ](?:directed|targeted|targeting)? ?(?:antibody[- ]drug conjugates?|adcs?)`,
    ofClass('a HER2 antibody-drug conjugate', 'HER2 ADC'),
  ],
  [
    String.raw`(?:antibody[- ]?drug[- ]?conjugates?|adcs?)\b(?: ?\(adcs?\))?(?: therap(?:y|ies))?`,
    ofClass('an antibody-drug conjugate', 'antibody-drug conjugate'),
  ],
  [
    String.raw`${HER2}(?:[- ](?:specific|selective))?(?: ?tyrosine kinase inhibitors?| ?tkis?)(?: ?\(tkis?\))?|egfr\/her2 tkis?`,
    ofClass('a HER2 tyrosine kinase inhibitor', 'HER2 TKI'),
  ],
  [
    String.raw`(?:anti-?${HER2}|${HER2}[- ](?:directed|targeted|targeting|blocking|based|blockade))${RX}`,
    ofClass('anti-HER2 treatment', 'anti-HER2 therapy'),
  ],
  [String.raw`anthracycl[a-z]+${RX}`, ofClass('an anthracycline', 'anthracycline')],
  [String.raw`taxanes?${RX}`, ofClass('a taxane', 'taxane')],
  [String.raw`platinums?(?: salts?)?${RX}`, ofClass('a platinum drug', 'platinum')],
  [String.raw`fluoropyrimidines?${RX}|5-fu derivatives?`, ofClass('a fluoropyrimidine', 'fluoropyrimidine')],
  [String.raw`vinca[- ]alkaloids?${RX}`, ofClass('a vinca alkaloid', 'vinca alkaloid')],
  [String.raw`anti-?angiogenic${RX}|(?:anti-?)?vegfr?${INHIBITOR}`, ofClass('an anti-angiogenic drug', 'VEGF inhibitor')],
  [String.raw`egfr${INHIBITOR}`, ofClass('an EGFR inhibitor', 'EGFR inhibitor')],
  [String.raw`(?:anti-?androgens?|androgen receptor${INHIBITOR})(?: therapy)?`, ofClass('an antiandrogen', 'antiandrogen')],
  [
    String.raw`(?:bisphosphonates?|denosumab|bone[- ](?:modifying|targeted|resorptive|protective) (?:agents?|therapy)|rankl inhibitors?|osteoclast inhibitors?)(?: (?:therapy|treatment))?`,
    ofClass('a bone-protecting drug', 'bone-modifying agent'),
  ],
  ...SORTS_OF_DRUGS,
  [
    String.raw`cytotoxic(?: (?:anti-?cancer|systemic))?(?: (?:chemo-?)?(?:therap(?:y|ies)|agents?|treatments?|drugs?|regimens?))|(?:systemic |cytotoxic |palliative |combination |anti-?cancer )*chemo-?therap(?:y|ies|eutics?|eutic (?:agents?|regimens?|drugs?))(?: (?:regimens?|agents?|drugs?|treatments?))?|\bchemo\b`,
    CHEMOTHERAPY,
  ],
  [
    String.raw`(?:systemic |anti-?cancer |anti-?neoplastic |cancer-directed |antitumou?r |cancer |oncolog(?:ic|y) |breast cancer )+(?:drug )?(?:therap(?:y|ies)|treatments?|agents?|regimens?|medications?|drugs?)`,
    SYSTEMIC,
  ],
]
const CLASS_PATTERN = new RegExp(CLASSES.map(([pattern], i) => `(?<c${i}>\\b(?:${pattern}))`).join('|'), 'g')
const MAY_NAME =
  /therap|treatment|chemo|inhibit|cdk|degrader|antagonist|antibod|directed|target|anti-|auristatin|mmae|alkylat|nitroso|metabolite|radio|car-|vaccin|virus|t-? ?d[mx]|mitomycin|tecan|serd|serm|aromatase|\bai\b|\bet\b|taxane|anthracycl|platin|adc|conjugate|her2|her-2|pd-|immun|parp|pi3k|akt|mtor|agent|drug|mab\b|nib\b|clib|taxel|rubicin|trant|zole|ine\b|fen\b|agonist|topo|\b[a-z]{2,5}-?\d{3}|sertib|tecan|strant/

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
const NAMED = new Map([...CLASSES.map(([, therapy]) => therapy), ...targetedTherapies(), SMALL_MOLECULE].map((one) => [one.name, one]))

/** Every drug and class named in a clause, lists joined: in order, not overlapping. */
export function therapiesIn(text: string): TherapyList[] {
  if (!MAY_NAME.test(text) && findDrugs(text).length === 0) return []
  const known = LAST.get(text)
  if (known) return known
  const spots: { start: number; end: number; therapy: Therapy }[] = []
  for (const match of text.matchAll(CLASS_PATTERN)) {
    const at = Object.keys(match.groups ?? {}).find((key) => match.groups?.[key] !== undefined)
    const entry = at === undefined ? undefined : CLASSES[Number(at.slice(1))]
    if (
      entry &&
      match[0].trim() !== '' &&
      !(
        entry[1] === SYSTEMIC &&
        /(?:investigational|experimental|unapproved|unlicensed)[\s,]*(?:\w+[\s,]+)?$/.test(
          text.slice(Math.max(0, match.index - 40), match.index),
        )
      )
    )
      spots.push({ start: match.index, end: match.index + match[0].trimEnd().length, therapy: entry[1] })
  }
  spots.push(...targetedTherapiesIn(text))
  for (const match of text.matchAll(UNLISTED))
    if (!findDrug(match[0]) && !/^(?:eay|nct|kras|braf|egfr|cyp|ver|cd|part)-?\d/.test(match[0]))
      spots.push({
        start: match.index,
        end: match.index + match[0].length,
        therapy: unlisted(match[0]),
      })
  for (const { start, end, drug } of findDrugs(text))
    if (!spots.some((one) => one.start <= start && end <= one.end))
      spots.push({ start, end, therapy: { name: drug.name, includes: (one) => one.name === drug.name } })
  const lists = joined(
    text,
    spots.toSorted((a, b) => a.start - b.start || b.end - a.end),
  )
  if (LAST.size > 50) LAST.clear()
  LAST.set(text, lists)
  return lists
}
/** Names that are drugs by their form and stand in no table: new drugs and their codes. */
const UNLISTED =
  /\b[a-z]{4,}(?:zumab|ximab|limab|tuzumab|nib|ciclib|sertib|parib|taxel|rubicin|platin|tecan|vedotin|limus|lisib|strant)\b|\b[a-z]{2,5}-?\d{3,6}[a-z]?\b/g
/** Several kinds read the same clause one after the other. */
const LAST = new Map<string, TherapyList[]>()

function joined(text: string, spots: readonly { start: number; end: number; therapy: Therapy }[]): TherapyList[] {
  const lists: TherapyList[] = []
  /** Lists in which "or" was said. */
  const divided = new Set<TherapyList>()
  for (const { start, end, therapy } of spots) {
    const last = lists.at(-1)
    if (last && start < last.end) continue
    const gap = last ? text.slice(last.end, start) : ''
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
        if (/\band\b(?!\/)|\bplus\b|\+|combin|with/.test(gap)) last.join = 'all'
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
  /^[\s,()]*(?:(?:and\/or|or|and|plus|nor|\/|\+|in combination with|combined with|with|an?|any|other|prior|previous|the|also)[\s,()/+]*){0,5}$/
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
