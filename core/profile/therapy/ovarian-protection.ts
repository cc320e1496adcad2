import { findDrug } from '../../codes/drugs.ts'
import { firstDay, lastDay } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'

type Treatment = Profile['treatments'][number]

/** Ovarian suppression alone that ran with chemotherapy and no endocrine treatment spared the ovaries; it is a medicine, not a treatment of the cancer. */
export function isProtection(one: Treatment, all: readonly Treatment[]): boolean {
  if (one.drugs.length === 0 || !one.drugs.every((drug) => findDrug(drug)?.classes.includes('ovarian suppression'))) return false
  const beside = all.filter((other) => other !== one && overlaps(one, other))
  const withEndocrine = beside.some((other) => other.drugs.some((drug) => ['endocrine', 'CDK4/6'].includes(findDrug(drug)?.family ?? '')))
  return !withEndocrine && beside.some((other) => other.drugs.some((drug) => findDrug(drug)?.family === 'chemo'))
}

const overlaps = (a: Treatment, b: Treatment) =>
  a.start !== undefined &&
  b.start !== undefined &&
  (a.end === undefined || lastDay(a.end) >= firstDay(b.start)) &&
  (b.end === undefined || lastDay(b.end) >= firstDay(a.start))
