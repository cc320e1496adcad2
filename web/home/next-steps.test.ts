import type { OriginalFile } from '@carefolio/core/api/originals.ts'
import { exampleProfile } from '@carefolio/core/report/example.test-data.ts'
import { describe, expect, it } from 'vitest'
import { type Known, nextStepsOf } from './next-steps.ts'

const file = (reading: OriginalFile['reading']): OriginalFile => ({
  id: reading.state,
  name: 'letter.pdf',
  bytes: 1000,
  receivedAt: '2026-10-01T08:00:00Z',
  reading,
  documents: [],
})
const read = file({ state: 'read', at: '2026-10-01T08:00:10Z', facts: 12, problems: [] })
const locked = file({ state: 'not-read', at: '2026-10-01T08:00:10Z', code: 'password-pdf', message: 'Locked.', wayOut: 'Unlock it.' })
const steps = (known: Partial<Known>) =>
  nextStepsOf({ originals: [], profile: undefined, consents: undefined, trials: undefined, security: undefined, ...known }).map(
    ({ step }) => step,
  )

describe('the next step', () => {
  it('is to add records while there are none', () => {
    expect(steps({})[0]).toBe('add')
  })

  it('is to wait while files are read, then to help with those that could not be', () => {
    expect(steps({ originals: [file({ state: 'waiting', ahead: 2 }), locked] })).toEqual(['wait', 'unread', 'show'])
  })

  it('offers trials only to who has read records and has not chosen', () => {
    const consents = { keep: true, trials: false, research: false }
    expect(steps({ consents })).not.toContain('opt-in')
    expect(steps({ consents, originals: [read] })).toContain('opt-in')
    expect(steps({ consents: { ...consents, trials: true }, originals: [read] })).not.toContain('opt-in')
  })

  it('asks to look where the records disagree', () => {
    const [conflict] = exampleProfile().conflicts
    const conflicts = conflict
      ? [conflict]
      : [{ about: 'ER', chosen: 'positive', reason: 'newer', others: [], evidence: exampleProfile().person.evidence }]
    expect(steps({ originals: [read], profile: { ...exampleProfile(), conflicts } })[0]).toBe('look')
  })

  it('reminds of recovery codes last', () => {
    const security = { password: true, passkeys: 0, totp: false, recoveryCodesLeft: 0 }
    expect(steps({ originals: [read], security }).at(-1)).toBe('codes')
    expect(steps({ originals: [read], security: { ...security, recoveryCodesLeft: 10 } })).not.toContain('codes')
  })
})
