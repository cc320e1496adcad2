import type { Criterion } from '../record/criterion.ts'
import type { Trial } from '../record/trial.ts'
import { type Cohort, cohortsOf } from '../trials/cohorts-of.ts'
import { criteriaOfText } from '../trials/criteria-of-text.ts'
import { plainText, unwrapped } from './clause.ts'
import { compileAnyCriterion } from './compile-any-criterion.ts'
import { type CompiledCriterion, kindsOf, testsIn } from './compile-criterion.ts'
import { hasCancerOfAnotherOrgan } from './criteria/has-cancer-of-another-organ.ts'
import { allOf, anyOf, type Predicate } from './predicate.ts'

export type CompiledTrial = {
  trial: Trial
  criteria: CompiledCriterion[]
  /** `ofOtherCancer`: its heading names a cancer of another organ, and not of the breast. `ofSubtype`: it is named for a kind of breast cancer. */
  cohorts: (Cohort & { ofOtherCancer?: boolean; ofSubtype?: boolean })[]
}

/** Reads the criteria of a trial once, for any number of people. */
export function compileTrial(trial: Trial, criteria: readonly Criterion[] = criteriaOfText(trial.criteriaText ?? '')): CompiledTrial {
  const byIndex = new Map(criteria.map((criterion) => [criterion.index, criterion]))
  const children = new Map<number, number[]>()
  criteria.forEach((criterion, place) => {
    if (criterion.parent !== undefined && !criterion.header)
      children.set(criterion.parent, [...(children.get(criterion.parent) ?? []), place])
  })
  const parts = new Map<number, string>()
  const named = criteria.map((criterion) => (criterion.cohort === undefined ? ofPart(criterion) : criterion))
  for (const [place, criterion] of named.entries()) {
    const part = ADDITIONAL.exec(criterion.text)?.[1] ?? (criterion.parent === undefined ? undefined : parts.get(criterion.parent))
    if (part === undefined || (criterion.cohort !== undefined && !ADDITIONAL.test(criterion.text))) continue
    if (ADDITIONAL.test(criterion.text)) parts.set(criterion.index, part)
    named[place] = { ...criterion, cohort: part, header: criterion.header || ADDITIONAL.test(criterion.text) }
  }
  const compiled = named.map((criterion) =>
    compileAnyCriterion(criterion, leadIn(criterion, byIndex), children.get(criterion.index) ?? [], isTurnedAlready(criterion, byIndex)),
  )
  if (namesBreast(trial)) for (const piece of compiled) askOnlyOfThem(piece)
  foldDefinitions(compiled, children)
  foldExceptions(compiled, children)
  foldConditions(compiled, children)
  const cohorts = (named.some(({ cohort }) => cohort !== undefined) ? cohortsOf(named) : []).map((cohort) =>
    isOfOtherCancer(cohort, named)
      ? { ...cohort, ofOtherCancer: true }
      : SUBTYPE.test(cohort.name)
        ? { ...cohort, ofSubtype: true }
        : cohort,
  )
  return { trial, criteria: compiled, cohorts }
}

const SUBTYPE =
  /^(?:for )?(?:tnbc|triple[- ]negative|(?:hormone[- ]receptor|hr|er|her-?2)[- ]?(?:positive|negative|low|\+|-))(?!.*(?:cohort|arm|part|group))/i

/** "Cohort B1 (Biliary tract cancer)" */
function isOfOtherCancer({ name, pieces }: Cohort, criteria: readonly Criterion[]): boolean {
  const own = new Set(pieces)
  const headings = criteria.filter(({ index, header, cohort }) => header && cohort === name && own.has(index))
  const words = plainText([name, ...headings.map(({ text }) => text)].join(' . '))
  return hasCancerOfAnotherOrgan.find({ text: words, start: 0, section: 'inclusion' }).length > 0 && !/breast|tnbc|solid/.test(words)
}

/**
 * "Brain metastases unless both of the following: …": the points listed are the exception of the piece they stand under,
 * and ask nothing on their own.
 */
function foldExceptions(compiled: CompiledCriterion[], children: ReadonlyMap<number, number[]>): void {
  for (const piece of compiled) {
    const points = children.get(piece.criterion.index)
    const last = piece.statements.at(-1)
    if (!points || !last || !EXCEPTION.test(plainText(piece.criterion.text).trimEnd())) continue
    const conditions = points.flatMap((place) => {
      const { criterion } = compiled[place] ?? piece
      return compileAnyCriterion({ ...criterion, section: 'inclusion' }, '').statements.map(
        ({ does, predicate }): Predicate => (does === 'requires' ? predicate : { is: 'not', of: predicate }),
      )
    })
    const opened = piece.criterion.joins === 'any' ? anyOf(conditions) : allOf(conditions)
    if (!opened) continue
    last.predicate =
      last.does === 'excludes'
        ? { is: 'all', of: [last.predicate, { is: 'not', of: opened }] }
        : { is: 'any', of: [last.predicate, opened] }
    const fold = (place: number) => {
      const point = compiled[place]
      if (!point) return
      compiled[place] = { ...point, statements: [], asks: 'allows' }
      children.get(point.criterion.index)?.forEach(fold)
    }
    points.forEach(fold)
  }
}
const EXCEPTION =
  /\b(?:unless|except(?:ions?)?|however|(?:are|is|be) (?:eligible|allowed|permitted)|may (?:be|enroll|participate))\b[^.;]{0,160}(?:following|criteria|conditions|below|apply|:)[^.;]{0,30}:?$|\b(?:if|when|who|fulfill?ing|meet(?:ing)?)\b[^.;]{0,60}\b(?:following|criteria|conditions)\b[^.;]{0,60}\b(?:eligible|allowed|permitted|enroll(?:ed)?|included)\b[^.;]{0,40}[.:]?$/

/** True when the list this piece stands in was already read as one of exclusions. */
const isTurnedAlready = (criterion: Criterion, byIndex: ReadonlyMap<number, Criterion>): boolean =>
  criterion.parent !== undefined && byIndex.get(criterion.parent)?.section !== criterion.section

/** Words of the piece this one is listed under, which it continues: "Prior treatment with any of the following: • taxanes". */
function leadIn(criterion: Criterion, byIndex: ReadonlyMap<number, Criterion>): string {
  const parent = criterion.parent === undefined ? undefined : byIndex.get(criterion.parent)
  if (!parent || criterion.header) return ''
  const words = plainText(unwrapped(parent.text))
    .trimEnd()
    .replace(/\b(?:but )?(?:is|are)? ?not limited to\b/g, '')
  if (SECTION.test(words)) return ''
  return /:$|\b(?:the|of) following\b[^.]*$|\bfollowing$/.test(words) ? `${words.slice(-LEAD)} ` : ''
}
const LEAD = 300
const SECTION = /^[^a-z]*(?:(?:the|key|main|major|general) )*(?:inclusion|exclusion|eligibility) criteri/

/** "If the tumour is ER-positive: …", "Female participants must be either: …": the points listed are asked only of those. */
function foldConditions(compiled: CompiledCriterion[], children: ReadonlyMap<number, number[]>): void {
  for (const piece of compiled) {
    const points = children.get(piece.criterion.index)
    const words = plainText(piece.criterion.text).trimEnd()
    const isOfCancer = points !== undefined && isOfOtherCancerOnly(piece)
    // "Patients treated for new lesions may be eligible if all of the following are met": of whom, its own words say to a doctor only.
    const isWayIn =
      !isOfCancer &&
      !piece.criterion.header &&
      piece.statements.length === 0 &&
      piece.criterion.section === 'inclusion' &&
      WAY_IN.test(words)
    if (!points || !(isOfCancer || isWayIn || CONDITION.test(words))) continue
    const when = isWayIn
      ? OF_THEM
      : allOf(piece.statements.map(({ does, predicate }): Predicate => (does === 'requires' ? predicate : { is: 'not', of: predicate })))
    if (!when) continue
    if (!isOfCancer) {
      piece.statements = []
      piece.asks = 'allows'
    }
    for (const place of points) {
      const point = compiled[place]
      if (!point) continue
      point.statements = point.statements.map(({ does, predicate }) => ({
        does,
        predicate: does === 'requires' ? { is: 'implies', when, asks: predicate } : { is: 'all', of: [when, predicate] },
      }))
    }
  }
}
const OF_THEM: Predicate = { is: 'unread', words: 'if it applies' }
const WAY_IN =
  /\b(?:patients|participants|subjects|women|men|those|individuals|persons?)\b[^.;]*\b(?:may|can)(?: also| still)? (?:be )?(?:considered )?(?:eligible|enrolled|included|allowed|permitted|participate|enroll?)\b[^.;]*\b(?:if|provided|when|who meet)\b[^.;]*:?$/
/** "The result must be HER2-0 or HER2-low: • HER2-0: IHC 0 • HER2-low: …": points that begin with a name their list or the point before it gives say what it means. */
function foldDefinitions(compiled: CompiledCriterion[], children: ReadonlyMap<number, number[]>): void {
  // "Postmenopausal women: • aged 55 or more • younger, and without menses …": the points say what the word means.
  for (const piece of compiled) {
    const points = children.get(piece.criterion.index) ?? []
    const kinds = piece.statements.flatMap(({ predicate }) => [...kindsOf(predicate)])
    if (points.length < 2 || kinds.length === 0 || !kinds.every((kind) => OF_MENOPAUSE.test(kind)) || piece.criterion.text.length > 140)
      continue
    for (const place of points) {
      const point = compiled[place]
      if (point?.criterion.section === piece.criterion.section && MENOPAUSAL.test(plainText(point.criterion.text)))
        compiled[place] = { ...point, statements: [], asks: 'allows' }
    }
  }
  for (const points of children.values()) {
    const texts = points.map((place) => plainText(compiled[place]?.criterion.text ?? ''))
    const labels = texts.map((text) => DEFINED.exec(text)?.[1])
    labels.forEach((label, i) => {
      const place = points[i] ?? -1
      const point = compiled[place]
      const before = texts.slice(0, i).findLast((_, j) => labels[j] === undefined) ?? ''
      const others = labels.filter((one) => one !== undefined)
      if (!point || label === undefined || others.length < 2 || !others.every((one) => before.includes(one))) return
      compiled[place] = { ...point, statements: [], asks: 'allows' }
    })
  }
}
const OF_MENOPAUSE = /^(?:has-menopausal-status|is-surgically-sterile|is-of-sex)$/
const MENOPAUSAL = /^[^a-z]*(?:age[d ]|≥|>)|menses|menstr|amenorr|oophorect|ovar|fsh|follicle|estradiol|hysterect|postmenopausal range/
const DEFINED =
  /^[^a-z]*(her-?2[- ]?(?:0|zero|null|low|ultra-?low|negative|positive)|(?:hr|er|hormone receptor)[- ]?(?:low|negative|positive))(?: status)? ?:/
const namesBreast = ({ title, officialTitle, conditions }: Trial): boolean =>
  /\bbreast|\btnbc\b/i.test([title, officialTitle ?? '', ...conditions].join(' | '))

/** In a trial that names breast cancer, what is asked about a cancer of another organ is asked of people with that cancer. */
function askOnlyOfThem(piece: CompiledCriterion): void {
  if (piece.criterion.section !== 'inclusion') return
  piece.statements = piece.statements.map((statement) => {
    const kinds = kindsOf(statement.predicate)
    const { is } = statement.predicate
    if (
      statement.does !== 'requires' ||
      // What one group asks outright is its own cancer: "Cohort D: ovarian cancer".
      (piece.criterion.cohort !== undefined && (is === 'test' || is === 'all')) ||
      !kinds.has('has-cancer-of-another-organ') ||
      kinds.has('has-breast-cancer') ||
      kinds.has('is-triple-negative') ||
      /\bbreast\b/i.test(piece.criterion.text)
    )
      return statement
    const when = anyOf(testsIn(statement.predicate).filter(({ kind }) => kind === 'has-cancer-of-another-organ'))
    return when ? { ...statement, predicate: { is: 'implies', when, asks: statement.predicate } } : statement
  })
}

/** "• Pancreatic cancer", with what is asked of people with it listed under it. */
function isOfOtherCancerOnly({ criterion, statements }: CompiledCriterion): boolean {
  const kinds = statements.flatMap(({ does, predicate }) => (does === 'requires' ? [...kindsOf(predicate)] : ['']))
  return (
    criterion.section === 'inclusion' &&
    criterion.text.length < 90 &&
    kinds.length > 0 &&
    kinds.every((kind) => kind === 'has-cancer-of-another-organ' || kind === 'is-triple-negative')
  )
}
const CONDITION =
  /^[^a-z]*(?:if|for (?:(?:the|any|all|potential|eligible) )*(?:patients|participants|subjects|those|women|men|females?|males?)|(?:(?:fe)?males?|women|men)(?: (?:participants|patients|subjects))?(?: must(?: be)?)?(?=:$)|(?:fe)?male (?:participants|patients|subjects) must be|women must be|men must be)\b[^.;]*:$/
/** A piece that says in its first words which part of the trial it is for: "[For Part 2]: …". */
function ofPart(criterion: Criterion): Criterion {
  const [, bracketed, named] = BRACKETED.exec(criterion.text) ?? []
  const cohort = bracketed ?? named
  return cohort === undefined || /^(?:all|any|both|each|every)\b/i.test(cohort) ? criterion : { ...criterion, cohort }
}
const BRACKETED = /^[^A-Za-z[]*(?:\\?\[for ([^\]\\]{3,80})\\?\]|additional criteria for (?:the )?([^:]{3,260}):(?= ?\S))/i
/** "Additional Criteria for the Palbociclib Combination (Arm D):" heads what is asked of that part alone. */
const ADDITIONAL =
  /^\W*additional (?:inclusion |exclusion )?criteria for (?:the )?([^:]{3,120}(?:combination|arm|cohort|phase|part)[^:]{0,60}):\s*$/i
