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
]
