import type { Criterion } from '../record/criterion.ts'
import type { Trial } from '../record/trial.ts'
import { type Cohort, cohortsOf } from '../trials/cohorts-of.ts'
import { criteriaOfText } from '../trials/criteria-of-text.ts'
import { plainText, unwrapped } from './clause.ts'
import { compileAnyCriterion } from './compile-any-criterion.ts'
import type { CompiledCriterion } from './compile-criterion.ts'
import { hasBoneOnlyDisease } from './criteria/has-bone-only-disease.ts'
import { hasCancerOfAnotherOrgan } from './criteria/has-cancer-of-another-organ.ts'
import { hasStageOrSetting } from './criteria/has-stage-or-setting.ts'
import { foldExceptions } from './exception-folds.ts'
import { foldConditions, foldDefinitions, foldOpenExclusions } from './list-folds.ts'
import { anyOf, kindsOf, type Test, testsIn, withTests } from './predicate.ts'

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
  if (!namesBrain(trial)) for (const piece of compiled) askOfNobody(piece, ({ kind }) => OF_BRAIN.test(kind))
  if (!namesBone(trial)) for (const piece of compiled) askOfNobody(piece, isBoneOnly)
  if (namesSpread(trial)) for (const piece of compiled) askOfNobody(piece, isLocallyAdvanced)
  foldDefinitions(compiled, children)
  foldExceptions(compiled, children)
  foldConditions(compiled, children)
  foldOpenExclusions(compiled, children)
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

const namesBreast = ({ title, officialTitle, conditions }: Trial): boolean =>
  /\bbreast|\btnbc\b/i.test([title, officialTitle ?? '', ...conditions].join(' | '))

const namesBrain = ({ title, officialTitle, conditions }: Trial): boolean =>
  /^NCT\d+$/.test(title.trim()) ||
  /brain|\bcns\b|central nervous|leptomening|mening|intracranial|cerebr|glio|neuro/i.test(
    [title, officialTitle ?? '', ...conditions].join(' | '),
  )

/**
 * In a trial that is not about the brain nobody is asked to have metastases there, and in one for metastatic disease nobody is asked to have
 * locally advanced disease alone: it is one way in, or said of some. Who lacks it is not kept out by that.
 */
function askOfNobody(piece: CompiledCriterion, isSuch: (test: Test) => boolean): void {
  const { section, cohort, text } = piece.criterion
  if (section !== 'inclusion' || cohort !== undefined) return
  piece.statements = piece.statements.map((statement) =>
    statement.does === 'requires'
      ? {
          ...statement,
          predicate: withTests(statement.predicate, (test) => (isSuch(test) ? { ...test, loosenedBy: text.slice(0, SHOWN) } : test)),
        }
      : statement,
  )
}
const namesBone = ({ title, officialTitle, conditions }: Trial): boolean =>
  /^NCT\d+$/.test(title.trim()) || /\bbone|osseous|skelet/i.test([title, officialTitle ?? '', ...conditions].join(' | '))
const OF_BRAIN = /^has-(?:brain-metastases|leptomeningeal-disease)$/
const isBoneOnly = ({ kind, params }: Test): boolean =>
  kind === hasBoneOnlyDisease.name && typeof params === 'object' && params !== null && 'lesion' in params && params.lesion === false
const isLocallyAdvanced = ({ kind, params }: Test): boolean =>
  kind === hasStageOrSetting.name &&
  typeof params === 'object' &&
  params !== null &&
  'any' in params &&
  Array.isArray(params.any) &&
  params.any.every((one) => one === 'locally-advanced')
const namesSpread = ({ title, officialTitle, conditions }: Trial): boolean =>
  /metasta|(?<!locally[- ])advanced|solid tumou?r/i.test([title, officialTitle ?? '', ...conditions].join(' | '))
/** So many characters of a piece are shown where it stays open. */
const SHOWN = 120

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
