import type { ConditionAsk } from './condition-words.ts'
import { missing, no, yes } from './findings.ts'
import type { Finding, Subject } from './kind.ts'
import { freshness, labWords, newestLab } from './lab-values.ts'

/** Whether a recorded condition is under control: by blood pressure, by HbA1c, else as the records word it. */
export function judgeControl(
  ask: ConditionAsk,
  recordsSay: string,
  evidence: Finding['evidence'],
  { profile, asOf }: Pick<Subject, 'profile' | 'asOf'>,
): Finding {
  if (ask.condition.includes('diabetes')) {
    const a1c = newestLab(profile, 'HbA1c')
    const limit = Number(/a1c\)?[^.;]{0,30}?(\d{1,2}(?:\.\d)?) ?%/.exec(ask.words)?.[1] ?? 8)
    if (a1c && freshness(a1c, asOf, 120) === 'fresh')
      return a1c.value >= limit
        ? yes(`${recordsSay}; ${labWords(a1c)} is ${limit}% or more.`, [...evidence, ...a1c.evidence], { recoverable: true })
        : no(`${recordsSay}; ${labWords(a1c)} is below ${limit}%.`, [...evidence, ...a1c.evidence])
    return missing(
      `${recordsSay}; no HbA1c of the last four months was found.`,
      'lab:HbA1c',
      'What was your latest HbA1c, and when?',
      evidence,
    )
  }
  if (ask.condition === 'hypertension') {
    const [systolic, diastolic] = [newestLab(profile, 'systolic'), newestLab(profile, 'diastolic')]
    const [, high, low] = LIMITS.exec(ask.words) ?? ['', '160', '100']
    if (systolic && systolic.value >= Number(high))
      return yes(`${recordsSay}; ${labWords(systolic)}.`, [...evidence, ...systolic.evidence], { recoverable: true })
    if (diastolic && diastolic.value >= Number(low))
      return yes(`${recordsSay}; ${labWords(diastolic)}.`, [...evidence, ...diastolic.evidence], { recoverable: true })
  }
  return no(`${recordsSay}; nothing says that it is out of control.`, evidence)
}

/** ">150/>90", "systolic over 150 or diastolic over 90 mmHg" */
const LIMITS = /\b(1[3-9]\d|200)\b[^\d]{1,60}\b([89]\d|1[0-2]\d)\b/
