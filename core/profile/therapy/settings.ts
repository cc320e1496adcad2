import { findDrug } from '../../codes/drugs.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import type { DiseaseCourse } from '../treatments.ts'

type Treatment = Profile['treatments'][number]

/**
 * The setting of each treatment: after metastasis was found it is metastatic, whatever an older note says; before it what the words say,
 * else before the operation on the breast (within a year) neoadjuvant and after it adjuvant. Without dates or words it stays open.
 */
export function withSettings(treatments: readonly Treatment[], course: DiseaseCourse): Treatment[] {
  const operation = treatments.filter((one) => one.type === 'surgery' && isBreastOperation(one)).map((one) => one.start)[0]
  return treatments.map((one) => {
    const setting = settingOf(one, course, operation)
    const { setting: _said, ...rest } = one
    return setting === undefined ? rest : { ...rest, setting }
  })
}

/**
 * The course of the disease that the treatments confirm. Treatment called adjuvant or neoadjuvant after the day metastasis is said to have been
 * found shows that day to be wrong: then the first treatment called metastatic, or counted as a line, after it is what remains.
 */
export function confirmedCourse(treatments: readonly Treatment[], course: DiseaseCourse): DiseaseCourse {
  const since = course.metastaticSince
  if (since === undefined) return course
  const curative = treatments.filter(
    (one) =>
      (one.setting === 'adjuvant' || one.setting === 'neoadjuvant') &&
      one.start !== undefined &&
      firstDay(one.start) > lastDay(since) + BEFORE_PROOF_DAYS,
  )
  const last = curative.flatMap(({ start }) => start ?? []).sort((a, b) => firstDay(b) - firstDay(a))[0]
  if (last === undefined) return { ...course, metastaticSince: earlierWord(treatments, since) ?? since }
  const next = treatments.find(
    (one) => (one.setting === 'metastatic' || one.line !== undefined) && one.start !== undefined && firstDay(one.start) > lastDay(last),
  )?.start
  return { ...course, metastaticSince: next, deNovo: undefined }
}

/** Treatment called metastatic, or counted as a line, that began before that day. */
const earlierWord = (treatments: readonly Treatment[], since: PartialDate): PartialDate | undefined =>
  treatments
    .filter((one) => one.type === 'systemic' && (one.setting === 'metastatic' || one.line !== undefined) && one.start !== undefined)
    .flatMap(({ start }) => start ?? [])
    .filter((start) => lastDay(start) < firstDay(since) - BEFORE_PROOF_DAYS)
    .sort((a, b) => firstDay(a) - firstDay(b))[0]

export const isBreastOperation = (treatment: Treatment): boolean =>
  /breast|axill|mastectomy|lumpectomy|segmentectomy|quadrantectomy/i.test(`${treatment.name} ${treatment.site ?? ''}`)

/** A metastasis is often treated in the weeks between its first sight and its proof. */
const BEFORE_PROOF_DAYS = 31
const YEAR_DAYS = 366

function settingOf(one: Treatment, course: DiseaseCourse, operation: PartialDate | undefined): Treatment['setting'] {
  const since = course.metastaticSince
  const start = one.start ?? one.end
  if (
    one.type === 'surgery' &&
    !isBreastOperation(one) &&
    !/ovar|oophor|brain|crani|liver|lung|bone|metast|vertebro|kypho|spin/i.test(`${one.name} ${one.site ?? ''}`)
  )
    return undefined
  if (start !== undefined && since !== undefined) {
    const after = firstDay(start) >= firstDay(since) - BEFORE_PROOF_DAYS
    const before = lastDay(start) < firstDay(since)
    if (after && !before) return 'metastatic'
    if (after && one.setting !== 'adjuvant' && one.setting !== 'neoadjuvant') return 'metastatic'
  }
  if (course.deNovo === true && one.setting === undefined) return 'metastatic'
  if (one.setting !== undefined && !(one.setting === 'metastatic' && since !== undefined && start !== undefined && one.line === undefined))
    return one.setting
  if (one.line !== undefined) return 'metastatic'
  if (start === undefined) return undefined
  if (one.type === 'surgery') return 'adjuvant'
  if (
    one.type === 'systemic' &&
    operation !== undefined &&
    lastDay(start) < firstDay(operation) &&
    firstDay(operation) - lastDay(start) <= YEAR_DAYS
  )
    return 'neoadjuvant'
  if (operation !== undefined && lastDay(start) >= firstDay(operation)) return 'adjuvant'
  if (one.type === 'radiation' && since !== undefined) return 'adjuvant'
  return one.type === 'systemic' && since !== undefined && isCurativeKind(one) ? 'adjuvant' : undefined
}

/** Given before metastasis and with no operation on record: treatment of the early disease. */
const isCurativeKind = (one: Treatment) =>
  one.drugs.some((drug) => ['chemo', 'endocrine', 'anti-HER2'].includes(findDrug(drug)?.family ?? ''))
