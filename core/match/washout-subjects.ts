import { ALL_DRUGS, type Drug, isOncology } from '../codes/drugs.ts'
import { matchesOf } from '../codes/matches-of.ts'
import { otherThan, type TherapyList, therapiesIn } from './therapy-words.ts'

/** What a washout is asked of: systemic treatments, radiotherapy, operations. */
export type WashoutSubjects = {
  systemic: Pick<TherapyList, 'therapies' | 'except'>[]
  radiation: boolean
  surgery: boolean
}

/** The treatments named in `text.slice(from, to)`, with the describing words before them; undefined when there is none. */
export function subjectsIn(text: string, from: number, to: number): { start: number; end: number; asked: WashoutSubjects } | undefined {
  const named = therapiesIn(text).filter((list) => list.start >= from && list.end <= to && isAgainstCancer(list))
  // "Systemic therapy with an antibody": what follows "with" says which.
  const narrower = named.filter(
    (list, i) =>
      !isLocal(text, list) &&
      !(
        list.therapies.every(({ name }) => name === 'systemic treatment' || name === 'chemotherapy') &&
        named[i + 1] &&
        /^(?: regimens?| drugs?)? (?:with|containing|that contain(?:s|ed)?|consisting of) (?:an? |any )?$/.test(
          text.slice(list.end, named[i + 1]?.start),
        )
      ),
  )
  const systemic = narrower.map((list) => narrowed(list, text.slice(Math.max(0, list.start - 20), list.start)))
  const segment = text.slice(from, to)
  const last = matchesOf(segment, ANY_LAST)
  const local = MAY_BE_LOCAL.test(segment) ? [...matchesOf(segment, LOCAL), ...last] : last
  if (systemic.length === 0 && local.length === 0) return undefined
  const starts = [...systemic.map(({ start }) => start), ...local.map(({ index }) => from + index)]
  const ends = [...systemic.map(({ end }) => end), ...local.map((match) => from + match.index + match[0].length)]
  const first = Math.min(...starts)
  const which = /\b(?:(?:antibody|biologic(?:al)?|small[- ]molecule)(?:[- ]based)?|non-?)[ -]?$/.exec(
    text.slice(Math.max(from, first - 24), first),
  )
  const start = first - (which?.[0].length ?? 0)
  const lead =
    LEAD.exec(text.slice(Math.max(from, start - 120), start))?.[0].replace(/^(?:(?:or|and|with|to|of)\b[\s,]*|[\s,]+)+/, '') ?? ''
  return {
    start: start - lead.length,
    end: Math.max(...ends),
    asked: {
      systemic: last.length > 0 && systemic.length === 0 ? [ANYTHING] : systemic,
      radiation: local.some(([words]) => /radi|irradiat|\brt\b/.test(words)),
      surgery: local.some(([words]) => /surg|biopsy|injury|trauma|operation/.test(words)),
    },
  }
}

/** "Curative radiation treatment", "radiotherapy as cancer therapy": no systemic treatment is meant. */
const isLocal = (text: string, { start, end }: TherapyList) =>
  /(?:radiation|surgical|radiotherapy|irradiation)[^.;,]{0,10}$|\b(?:radiation|radiotherapy|surgery)\b[^.;,]{0,60} as (?:a |an )?$/.test(
    text.slice(Math.max(0, start - 80), start),
  ) && /^(?:cancer |anti-?cancer )?(?:treatments?|therap(?:y|ies))$/.test(text.slice(start, end))

/** "Antibody-based anticancer therapy", "small molecule agents", "non-cytotoxic drugs": the word before says which. */
function narrowed(list: TherapyList, before: string): TherapyList {
  if (/\bnon-?\s?$/.test(before)) return { ...list, therapies: [otherThan(list.therapies)] }
  const antibodies = /\b(?:antibody|biologic(?:al)?)(?:[- ]based)? $/.test(before)
  if (!antibodies && !/\bsmall[- ]molecule $/.test(before)) return list
  const includes = (drug: Drug) => list.therapies.some((one) => one.includes(drug)) && isAntibody(drug) === antibodies
  return { ...list, therapies: [{ name: antibodies ? 'an antibody' : 'a small molecule', includes }] }
}
const isAntibody = ({ name, family }: Drug) => family === 'ADC' || /mab\b/.test(name)

/** Steroids and other supportive medicines have a kind of their own. */
const isAgainstCancer = ({ therapies }: TherapyList) => therapies.some(({ includes }) => ONCOLOGY.some(includes))
const ONCOLOGY = ALL_DRUGS.filter((drug) => isOncology(drug))

/** "The last dose of such agent": whatever was given. */
const ANY_LAST =
  /(?:the )?last (?:dose|administration|treatment)(?: of)? (?:such|these|those|prior|previous|any|the)? ?(?:prior |previous )?(?:agents?|drugs?|therap(?:y|ies)|treatments?)/g
/** Whatever acts on the cancer. */
export const ANYTHING: Pick<TherapyList, 'therapies' | 'except'> = {
  therapies: [{ name: 'systemic treatment', includes: (drug) => isOncology(drug) && !drug.classes.includes('ovarian suppression') }],
  except: [],
}
const MAY_BE_LOCAL = /radi|surg|operation|biops|injur|trauma|\brt\b/
const LOCAL =
  /(?:(?:prior|previous|any|major|minor|open|extensive|palliative|definitive|focal|stereotactic|thoracic|extracranial|curative|cranial|other|localized|limited|wide[- ]field|whole[- ]brain|non-?cns|external beam|significant|elective|recent) )*(?:radiation(?:[- ]?therapy)?|radio-?therapy|irradiation|\brt\b|radiosurgery|surger(?:y|ies)|surgical procedures?|operations?|open biops(?:y|ies)|(?:significant )?traumatic injur(?:y|ies)|(?:significant|major) trauma)(?: (?:therapy|treatment|procedures?|to [a-z ]{3,30}(?= within| ≤|,)))?(?: ?\((?:excluding|including|other than|except|defined)?[^()]{0,160}\))?/g
const LEAD =
  /(?:\b(?:has|have|had|been|patients?|participants?|subjects?|who|any|prior|previous|previously|receiv\w+|receipt|of|treated|treatment|with|use|used|undergone|undergoing|underwent|has|a|an|the|or|and|other|administration|administered|exposure|to|therapy|taken|anti-?cancer|systemic|last|dose|completed?|is|are|must|not yet|significant|within|initiating|new|investigational|experimental|agents?|drugs?)[\s,/()]+)+$/
