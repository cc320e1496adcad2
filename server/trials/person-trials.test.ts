import { problem } from '@carefolio/core/record/errors.ts'
import { Profile } from '@carefolio/core/record/profile.ts'
import { describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import type { SeenPerson } from '../people/people.ts'
import type { PersonProfiles } from '../profile/person-profiles.ts'
import { personTrials } from './person-trials.ts'

const nothing = Profile.parse({
  asOf: '2026-10-01',
  person: { evidence: [] },
  ...Object.fromEntries(
    [
      ...['cancers', 'stages', 'tumorSizes', 'metastases', 'receptors', 'biomarkers', 'treatments', 'responses', 'performance', 'labs'],
      ...['conditions', 'medications', 'allergies', 'absences', 'historyTaken', 'conflicts', 'documents', 'checks'],
    ].map((list) => [list, []]),
  ),
})
const person = { id: 'p', demo: true, consents: { trials: true }, revision: 1 } as unknown as SeenPerson
const trialsFor = (profile: Profile) =>
  personTrials(
    {} as Pick<Database, 'sql'>,
    {
      of: async () => ({ profile, version: '1' }),
      versionOf: () => '1',
    } as unknown as PersonProfiles,
  ).of(person)

describe('the trials of a person', () => {
  it('are not judged while it is undecided whose records these are', async () => {
    await expect(trialsFor({ ...nothing, problems: [problem('two-people')] })).rejects.toMatchObject({ code: 'two-people' })
  })
  it('are judged for a person of whom nothing is known yet', async () => {
    expect((await trialsFor(nothing)).match.considered).toBeGreaterThan(0)
  })
})
