-- Filters of the transactions list under a name. They belong to one member, whom private_to names.
create table saved_searches (
  household_id uuid not null references households (id),
  id uuid not null,
  private_to uuid not null references users (id),
  name text not null check (name <> ''),
  name_key text not null,
  filters jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (household_id, id)
);
call kinwise.wall('saved_searches');
create unique index saved_searches_name on saved_searches (household_id, private_to, name_key);
