import type { Tables } from '../db/tables.ts'

/** What a backup holds, each table after those that its rows point at. */
export const TABLES = [
  'trial',
  'trial_version',
  'trial_alias',
  'trial_sync',
  'compiled_trial',
  'person_key',
  'original',
  'account',
  'passkey',
  'recovery_code',
  'person',
  'caregiver',
  'access_log',
  'reading',
  'read_document',
  'person_value',
] as const satisfies readonly (keyof Tables)[]

/** What it leaves out: which migrations there were is told at its start; the others are of the moment, and a session that was ended must not come back. */
export const LEFT_OUT = ['migration', 'challenge', 'session', 'attempt', 'upload'] as const satisfies readonly (keyof Tables)[]
