/** The tables as they came to be: numbered from 1 by their place here, only ever added to. SQL that PostgreSQL 15 knows too. */
export const MIGRATIONS: readonly { name: string; statements: readonly string[] }[] = [
  {
    name: 'trials',
    statements: [
      `create table trial (
        id text primary key,
        record text not null,
        sha256 text not null,
        title text not null,
        status text,
        last_update text,
        fetched_at timestamptz not null,
        seen_at timestamptz not null,
        data_timestamp text
      )`,
      'create index trial_by_status on trial (status)',
      'create index trial_by_fetched on trial (fetched_at)',
      `create table trial_version (
        trial_id text not null references trial (id) on delete cascade,
        sha256 text not null,
        record text not null,
        status text,
        last_update text,
        fetched_at timestamptz not null,
        replaced_at timestamptz not null,
        primary key (trial_id, replaced_at)
      )`,
      'create index trial_version_by_replaced on trial_version (replaced_at)',
      `create table trial_alias (
        alias text primary key,
        trial_id text not null references trial (id) on delete cascade
      )`,
      `create table trial_sync (
        name text primary key,
        state text not null,
        updated_at timestamptz not null
      )`,
    ],
  },
  {
    name: 'vault',
    statements: [
      `create table person_key (
        person_id text primary key,
        wrapped text not null,
        master_key text not null,
        made_at timestamptz not null
      )`,
      `create table original (
        person_id text not null references person_key (person_id) on delete cascade,
        id text not null,
        name text not null,
        bytes bigint not null,
        received_at timestamptz not null,
        removed_at timestamptz,
        primary key (person_id, id)
      )`,
      'create index original_by_removed on original (removed_at) where removed_at is not null',
    ],
  },
  {
    name: 'compiled trials',
    statements: [
      `create table compiled_trial (
        trial_id text primary key references trial (id) on delete cascade,
        sha256 text not null,
        rules text not null,
        line text not null
      )`,
    ],
  },
  {
    name: 'accounts and people',
    statements: [
      `create table account (
        account_id text primary key,
        email_hash text not null unique,
        sealed text not null,
        password text,
        totp text,
        totp_draft text,
        totp_last bigint not null default 0,
        made_at timestamptz not null
      )`,
      `create table passkey (
        passkey_id text primary key,
        account_id text not null references account (account_id) on delete cascade,
        public_key text not null,
        counter bigint not null,
        transports text not null,
        name text not null,
        made_at timestamptz not null,
        used_at timestamptz
      )`,
      'create index passkey_by_account on passkey (account_id)',
      `create table recovery_code (
        account_id text not null references account (account_id) on delete cascade,
        hash text not null,
        primary key (account_id, hash)
      )`,
      `create table challenge (
        challenge text primary key,
        use text not null,
        account_id text,
        expires_at timestamptz not null
      )`,
      `create table session (
        session_id text primary key,
        token_hash text not null unique,
        account_id text not null references account (account_id) on delete cascade,
        device text not null,
        how text not null,
        made_at timestamptz not null,
        signed_in_at timestamptz not null,
        seen_at timestamptz not null
      )`,
      'create index session_by_account on session (account_id)',
      `create table attempt (
        subject text primary key,
        failures integer not null,
        first_at timestamptz not null,
        locked_until timestamptz
      )`,
      `create table person (
        person_id text primary key references person_key (person_id) on delete cascade,
        account_id text not null references account (account_id),
        demo boolean not null,
        sealed text not null,
        trials_consent timestamptz,
        research_consent timestamptz,
        revision bigint not null default 0,
        made_at timestamptz not null
      )`,
      'create index person_by_account on person (account_id)',
      `create table caregiver (
        caregiver_id text primary key,
        person_id text not null references person (person_id) on delete cascade,
        account_id text references account (account_id) on delete cascade,
        level text not null,
        hidden text not null,
        name text not null,
        code_hash text unique,
        expires_at timestamptz,
        made_at timestamptz not null
      )`,
      'create index caregiver_by_person on caregiver (person_id)',
      'create index caregiver_by_account on caregiver (account_id)',
      `create table access_log (
        person_id text not null references person (person_id) on delete cascade,
        account_id text not null,
        level text not null,
        action text not null,
        hour timestamptz not null,
        who text not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        times integer not null,
        primary key (person_id, account_id, level, action, hour)
      )`,
      'create index access_log_by_last on access_log (person_id, last_at)',
    ],
  },
  {
    name: 'readings and what people told',
    statements: [
      `create table reading (
        person_id text not null,
        original_id text not null,
        state text not null,
        code text,
        attempts integer not null default 0,
        wanted_at timestamptz not null,
        held_until timestamptz,
        ended_at timestamptz,
        progress text,
        primary key (person_id, original_id),
        foreign key (person_id, original_id) references original (person_id, id) on delete cascade
      )`,
      "create index reading_by_wanted on reading (wanted_at) where state in ('waiting', 'reading')",
      `create table read_document (
        person_id text not null,
        original_id text not null,
        place integer not null,
        line text not null,
        document text not null,
        facts text not null,
        primary key (person_id, original_id, place),
        foreign key (person_id, original_id) references original (person_id, id) on delete cascade
      )`,
      `create table person_value (
        person_id text not null references person (person_id) on delete cascade,
        kind text not null,
        value_id text not null,
        sealed text not null,
        at timestamptz not null,
        primary key (person_id, kind, value_id)
      )`,
      `create table upload (
        person_id text not null references person (person_id) on delete cascade,
        upload_id text not null,
        sealed text not null,
        bytes bigint not null,
        pieces text not null,
        at timestamptz not null,
        primary key (person_id, upload_id)
      )`,
    ],
  },
  {
    name: 'turns of reading',
    statements: ['alter table reading add column killed integer not null default 0', 'alter table person add column read_at timestamptz'],
  },
  {
    name: 'claims of readings, objects of originals, uploads that are done',
    statements: [
      'alter table reading add column claim text, add column lost_claim text',
      'alter table original add column object text',
      'update original set object = id',
      'alter table original alter column object set not null',
      'alter table upload add column kept text',
    ],
  },
]
