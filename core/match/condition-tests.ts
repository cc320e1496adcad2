import type { Profile } from '../record/profile.ts'
import { missing, no, onDay, yes } from './findings.ts'
import type { Finding, Subject } from './kind.ts'
import { freshness, labWords, newestLab } from './lab-values.ts'

/** A history does not tell of an ECG; one of the last weeks that names no abnormality does. */
export function judgeEcg({ profile, asOf }: Subject): Finding {
  const ecg = newestLab(profile, 'QTcF')
  if (ecg && freshness(ecg, asOf) === 'fresh') return no(`${labWords(ecg)}; no abnormality of that ECG is recorded.`, ecg.evidence)
  return missing('No recent ECG was found in the records.', 'ecg', 'What did your last ECG show, and when was it?')
}

/** HIV and hepatitis are settled by their tests. */
export function byTest(condition: string, profile: Profile): Finding | undefined {
  const tests = { HIV: ['HIV'], 'hepatitis B': ['HBsAg', 'HBV DNA'], 'hepatitis C': ['anti-HCV', 'HCV RNA'] }[condition]
  const lab = profile.labs.find(({ test }) => tests?.some((one) => one.toLowerCase() === test.toLowerCase()))
  if (!lab || typeof lab.value !== 'string') return undefined
  const said = `${lab.test} ${lab.value}${lab.date ? ` ${onDay(lab.date)}` : ''}.`
  if (/neg|non-?reactive|not detected|undetect/i.test(lab.value)) return no(said, lab.evidence)
  return /pos|reactive|detected/i.test(lab.value) ? yes(said, lab.evidence) : undefined
}
