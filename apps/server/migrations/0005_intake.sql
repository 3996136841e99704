-- Files from banks, and rules that sort what they hold.

create table rules (
  household_id uuid not null references households (id),
  id uuid not null,
  name text not null,
  position integer not null,
  is_active boolean not null default true,
  matching text not null default 'all' check (matching in ('all', 'any')),
  conditions jsonb not null,
  actions jsonb not null,
  is_final boolean not null default false,
  hits bigint not null default 0,
  created_by uuid references users (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (household_id, id)
);
call kinwise.wall('rules');

create table imports (
  household_id uuid not null references households (id),
  id uuid not null,
  private_to uuid,
  author_id uuid references users (id),
  file_name text not null,
  file_hash text not null,
  size_bytes bigint not null,
  status text not null check (status in ('reading', 'preview', 'committing', 'committed', 'undone', 'failed')),
  summary jsonb not null default '{}',
  progress_done integer not null default 0,
  progress_total integer not null default 0,
  committed_at timestamptz,
  undone_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (household_id, id)
);
call kinwise.wall('imports');
create index imports_newest on imports (household_id, created_at desc, id desc);

-- The file itself, kept until the import is committed or thrown away, so that a corrected mapping can read it again.
create table import_files (
  household_id uuid not null,
  import_id uuid not null,
  private_to uuid,
  content bytea not null,
  primary key (household_id, import_id),
  foreign key (household_id, import_id) references imports (household_id, id) on delete cascade
);
call kinwise.wall('import_files');

create table import_rows (
  household_id uuid not null,
  import_id uuid not null,
  position integer not null,
  id uuid not null,
  private_to uuid,
  statement integer not null,
  line integer not null,
  state text not null check (state in
    ('new', 'duplicate', 'possible_duplicate', 'transfer', 'replaces_pending', 'rejected')),
  is_included boolean not null,
  on_day date,
  amount_minor bigint,
  currency char(3),
  content jsonb not null,
  category_id uuid,
  matches_id uuid,
  transaction_id uuid,
  primary key (household_id, import_id, position),
  foreign key (household_id, import_id) references imports (household_id, id) on delete cascade
);
call kinwise.wall('import_rows');
create index import_rows_state on import_rows (household_id, import_id, state, position);
create unique index import_rows_id on import_rows (household_id, id);

create table import_templates (
  household_id uuid not null references households (id),
  id uuid not null,
  layout text not null,
  bank text not null default '',
  mapping jsonb not null,
  uses integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (household_id, id),
  unique (household_id, layout)
);
call kinwise.wall('import_templates');
