import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectGolden } from '../../tools/golden.ts'
import { profileOfAbstract } from '../profile/profile-of-abstract.ts'
import type { TrialMatch } from '../record/match.ts'
import { trialOfRecord } from '../trials/trial-of-record.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'

const corpus = new URL('../../corpus/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, corpus), 'utf8'))
const trials = readdirSync(new URL('trials/', corpus))
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => compileTrial(trialOfRecord(read(`trials/${file}`))))

describe('the trials of the corpus', () => {
  it.each(['maria', 'ruth', 'amara'])('fit %s as expected', (id) => {
    const path = `patients/${id}/expected/abstract.json`
    if (!existsSync(new URL(path, corpus))) expect.fail(`${path} is missing: npm run golden writes it`)
    const profile = profileOfAbstract(read(path))
    const { funnel, trials: matches } = matchTrials(profile, trials, { asOf: profile.asOf })
    const lines = [
      ...funnel.map(({ reason, count }) => `not listed: ${count} ${reason}`),
      ...matches.toSorted((a, b) => a.trial.id.localeCompare(b.trial.id)).flatMap(linesOf),
    ]
    expectGolden(`corpus/patients/${id}/expected/verdicts.txt`, `${lines.join('\n')}\n`)
  })
})

/** A trial with its outcome, then each criterion with its label; of an unknown one also why it is. */
const linesOf = ({ trial, outcome, cohort, criteria }: TrialMatch): string[] => [
  `${trial.id} ${outcome}${cohort === undefined ? '' : ` (${cohort})`}`,
  ...criteria
    .filter(({ criterion }) => !criterion.header)
    .map(
      ({ criterion, verdict }) =>
        `  ${verdict.label}${verdict.unknown === undefined ? '' : ` ${verdict.unknown}`}: ${criterion.text.replace(/\s+/g, ' ').slice(0, 90)}`,
    ),
]
