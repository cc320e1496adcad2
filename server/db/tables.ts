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
}

type Time = ColumnType<Date, Date | string, Date | string>

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

/** A received file; its bytes lie in the byte store as `person_id/id`. */
export type OriginalRow = {
  person_id: string
  /** Keyed hash of the content. */
  id: string
  /** Sealed. */
  name: string
  bytes: number
  received_at: Time
  /** Since when it is being removed; from then on it counts as gone. */
  removed_at: ColumnType<Date | null, Date | string | null, Date | string | null>
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
