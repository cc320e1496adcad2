import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { criteriaOfText } from '@carefolio/core/trials/criteria-of-text.ts'
import { describe, expect, it } from 'vitest'
import { loadTrials } from './load.ts'

const folder = fileURLToPath(new URL('../../corpus/trials', import.meta.url))
const trials = await loadTrials(folder)

describe('the trials that ship with the product', () => {
  it('are at least 25, each in a file of its name', () => {
    expect(trials.length).toBeGreaterThanOrEqual(25)
    expect(readdirSync(folder).sort()).toEqual(trials.map(({ id }) => `${id}.json`).sort())
  })
  it.each(trials.map((trial) => [trial.id, trial] as const))('%s is invented through and through', (id, trial) => {
    expect(id).toMatch(/^DEMO\d{4}$/)
    const text = readFileSync(join(folder, `${id}.json`), 'utf8')
    expect(text).not.toMatch(/NCT\d/)
    for (const [, mail] of text.matchAll(/"email": "([^"]+)"/g)) expect(mail).toMatch(/@example\.org$/)
    for (const [, phone] of text.matchAll(/"phone": "([^"]+)"/g)) expect(phone).toMatch(/^555-01\d\d$/)
    expect(trial.conditions.length).toBeGreaterThan(0)
  })
  it('hold the awkward ones too: no criteria, no sites, a site without a place, closed ones', () => {
    expect(trials.some((trial) => trial.criteriaText === undefined)).toBe(true)
    expect(trials.some((trial) => trial.sites.length === 0)).toBe(true)
    expect(trials.some((trial) => trial.sites.some((site) => site.point === undefined))).toBe(true)
    expect(trials.some((trial) => trial.status === 'TERMINATED')).toBe(true)
    expect(trials.some((trial) => criteriaOfText(trial.criteriaText ?? '').some((piece) => piece.cohort !== undefined))).toBe(true)
  })
})
