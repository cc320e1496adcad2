import type { ColumnType, Generated } from 'kysely'

/** All tables, each written by one stage only. Times are read as dates, written as dates or ISO text. */
export type Tables = {
  migration: { number: number; name: string; applied_at: Generated<Date> }
  trial: TrialRow
  trial_version: TrialVersionRow
  trial_alias: { alias: string; trial_id: string }
  compiled_trial: CompiledTrialRow
  trial_sync: { name: string; state: string; updated_at: Time }
  person_key: PersonKeyRow
  original: OriginalRow
  account: AccountRow
  passkey: PasskeyRow
  recovery_code: { account_id: string; hash: string }
  challenge: { challenge: string; use: string; account_id: string | null; expires_at: Time }
  session: SessionRow
  attempt: { subject: string; failures: number; first_at: Time; locked_until: MaybeTime }
  person: PersonRow
  caregiver: CaregiverRow
  access_log: AccessLogRow
  reading: ReadingRow
  read_document: ReadDocumentRow
  person_value: { person_id: string; kind: string; value_id: string; sealed: string; at: Time }
  upload: UploadRow
}

type Time = ColumnType<Date, Date | string, Date | string>
type MaybeTime = ColumnType<Date | null, Date | string | null, Date | string | null>

/** A trial's newest registry record, as text exactly as kept; the other columns are taken from it. */
export type TrialRow = {
  id: string
  record: string
  sha256: string
  title: string
  status: string | null
  last_update: string | null
  /** When it was last fetched and was new or changed. */
  fetched_at: Time
  /** When the registry was last seen to hold it like this. */
  seen_at: Time
  /** The registry's own data version; null for records from a file. */
  data_timestamp: string | null
}

/** A record that was replaced by a newer one. */
export type TrialVersionRow = {
  trial_id: string
  sha256: string
  record: string
  status: string | null
  last_update: string | null
  fetched_at: Time
  replaced_at: Time
}

/** A person's secret, wrapped by the host's master key; without this row everything sealed for the person is noise. */
export type PersonKeyRow = {
  person_id: string
  wrapped: string
  /** Id of the master key that wraps it. */
  master_key: string
  made_at: Time
}

/** A received file; its bytes lie in the byte store as `person_id/object`. */
export type OriginalRow = {
  person_id: string
  /** Keyed hash of the content. */
  id: string
  /** A name that no other file ever had, so that what removes an earlier one cannot meet what was kept since. */
  object: string
  /** Sealed. */
  name: string
  bytes: number
  received_at: Time
  /** Since when it is being removed; from then on it counts as gone. */
  removed_at: MaybeTime
}

/** A trial's criteria as rules understand them: good while the record (`sha256`) and the rules are those of today. */
export type CompiledTrialRow = {
  trial_id: string
  sha256: string
  /** The version of the rules, a hash over their text. */
  rules: string
  /** What `storedForm` wrote, gzipped, in base64. */
  line: string
}

/** Somebody who can sign in. */
export type AccountRow = {
  account_id: string
  /** Keyed hash of the address, to find the account by. */
  email_hash: string
  /** Name and e-mail address, sealed with the host's own key. */
  sealed: string
  /** argon2id; null without a password. */
  password: string | null
  /** Secret of the authenticator app, sealed; `totp_draft` until its first code was right; `totp_last`: the step whose code was used last. */
  totp: string | null
  totp_draft: string | null
  totp_last: Generated<number>
  made_at: Time
}

export type PasskeyRow = {
  passkey_id: string
  account_id: string
  public_key: string
  counter: number
  transports: string
  /** Sealed. */
  name: string
  made_at: Time
  used_at: MaybeTime
}

export type SessionRow = {
  session_id: string
  /** SHA-256 of what the cookie holds. */
  token_hash: string
  account_id: string
  /** Browser and system, in words. */
  device: string
  how: string
  made_at: Time
  /** When the person last proved who they are. */
  signed_in_at: Time
  seen_at: Time
}

/**
 * A person whose records are kept; `account_id` is the owner's. `sealed`: name, birth date, ZIP. `revision` grows with every change of theirs.
 * `read_at`: when a file of theirs was last taken on to be read.
 */
export type PersonRow = {
  person_id: string
  account_id: string
  demo: boolean
  sealed: string
  trials_consent: MaybeTime
  research_consent: MaybeTime
  revision: Generated<number>
  made_at: Time
  read_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** Who else may see a person; without `account_id` an invitation, known by the hash of its code. `hidden`: parts, by commas. */
export type CaregiverRow = {
  caregiver_id: string
  person_id: string
  account_id: string | null
  level: string
  hidden: string
  /** Sealed. */
  name: string
  code_hash: string | null
  expires_at: MaybeTime
  made_at: Time
}

/** Who did what with a person's data; the same within an hour is counted. `who` is sealed. */
export type AccessLogRow = {
  person_id: string
  account_id: string
  level: string
  action: string
  hour: Time
  who: string
  first_at: Time
  last_at: Time
  times: number
}

/**
 * What becomes of an original, and the queue of those to be read: who reads holds it until `held_until`, and is known by `claim`; `lost_claim` is
 * the one it was taken over from. `killed`: how many times the whole program died while it was read. `progress` is sealed.
 */
export type ReadingRow = {
  person_id: string
  original_id: string
  state: string
  code: string | null
  attempts: Generated<number>
  killed: Generated<number>
  claim: ColumnType<string | null, string | null | undefined, string | null>
  lost_claim: ColumnType<string | null, string | null | undefined, string | null>
  wanted_at: Time
  held_until: MaybeTime
  ended_at: MaybeTime
  progress: string | null
}

/** A document found in an original, what it says, and a line about it for lists; all sealed. */
export type ReadDocumentRow = {
  person_id: string
  original_id: string
  place: number
  line: string
  document: string
  facts: string
}

/** A file that comes in pieces: `sealed` is its name, `pieces` where each kept piece begins and ends; `kept` (JSON) the original it became. */
export type UploadRow = {
  person_id: string
  upload_id: string
  sealed: string
  bytes: number
  pieces: string
  kept: ColumnType<string | null, string | null | undefined, string | null>
  at: Time
}
