import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { matchTrials } from '@carefolio/core/match/match.ts'
import { compiledOf } from '@carefolio/core/match/stored-form.ts'
import { profileOfAbstract } from '@carefolio/core/profile/profile-of-abstract.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { ProfilesJob } from './profiles.ts'

const { abstract, line, count, seed }: ProfilesJob = workerData
const one = profileOfAbstract(JSON.parse(readFileSync(abstract, 'utf8')))
const trial = compiledOf(line)
const asOf = PartialDate.parse('2026-10-01')
const BATCH = 1000
let taken = 0
for (let done = 0; done < count; done += BATCH) {
  const people = Array.from({ length: Math.min(BATCH, count - done) }, (_, i) => another(one, seed * count + done + i))
  const start = performance.now()
  for (const person of people) matchTrials(person, [trial], { asOf })
  taken += performance.now() - start
}
parentPort?.postMessage(taken)

/** Somebody else of the same kind: other age, blood values, activity, spread and number of treatments. Nothing is shared but evidence. */
function another(profile: Profile, n: number): Profile {
  const keeps = (i: number) => (n + i * 7) % 5 !== 0
  return {
    ...profile,
    person: { ...profile.person, birthDate: PartialDate.parse(`${1935 + (n % 60)}-0${1 + (n % 9)}-15`) },
    labs: profile.labs.map((lab) => ({
      ...lab,
      value: typeof lab.value === 'number' ? lab.value * (0.6 + ((n * 31) % 80) / 100) : lab.value,
    })),
    performance: profile.performance.map((seen, i) => ({ ...seen, value: seen.scale === 'ECOG' ? (n + i) % 4 : seen.value })),
    metastases: profile.metastases.filter((_, i) => keeps(i)),
    treatments: profile.treatments.filter((_, i) => keeps(i)),
    conditions: profile.conditions.filter((_, i) => keeps(i + 1)).map((condition) => ({ ...condition })),
    biomarkers: profile.biomarkers.filter((_, i) => keeps(i + 2)),
  }
}
