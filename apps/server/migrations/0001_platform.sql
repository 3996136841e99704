-- What every feature stands on: the wall between households, the log of changes, the audit, the keys of repeated calls.

create schema if not exists kinwise;

-- The household, the user and the kind of actor of this transaction, as set by the one opener (SET LOCAL).
create function kinwise.household() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.household_id', true), '')::uuid $$;
create function kinwise.actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function kinwise.is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.system', true), '') = 'on' $$;

-- Puts the wall around a tenant table: its rows are seen and written only within their household and, where the table
-- has a column private_to, only by the member whose private account they hang on (or by the system, for the household).
create procedure kinwise.wall(target regclass) language plpgsql as $$
declare
  rule text := 'household_id = (select kinwise.household())';
begin
  if exists (select from pg_attribute where attrelid = target and attname = 'private_to' and not attisdropped) then
    rule := rule || ' and (private_to is null or private_to = (select kinwise.actor()) or (select kinwise.is_system()))';
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy wall on %s using (%s) with check (%s)', target, rule, rule);
  -- The owner migrates, restores and answers the few questions across households; nobody serves requests as the owner.
  execute format('create policy keeper on %s to %I using (true) with check (true)', target, current_user);
end $$;

-- Numbers come from a row per household, not from a sequence: a reader that saw 8 must be able to rely on 7.
create table change_counters (
  household_id uuid primary key,
  last_seq bigint not null default 0,
  forgotten_seq bigint not null default 0
);
call kinwise.wall('change_counters');

create table changes (
  household_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  event text not null,
  entity text not null,
  op text not null check (op in ('put', 'delete')),
  ids uuid[] not null,
  private_to uuid,
  primary key (household_id, seq)
);
call kinwise.wall('changes');

-- Append-only: the application's role may read and insert, and nothing else (see grants in the runner).
create table audit_entries (
  household_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_kind text not null,
  action text not null,
  entity text not null,
  entity_id uuid,
  count integer not null default 1,
  before jsonb,
  after jsonb,
  risk text not null default 'low' check (risk in ('low', 'medium', 'high', 'critical')),
  success boolean not null default true,
  ip inet,
  agent text,
  request_id text,
  private_to uuid,
  primary key (household_id, id)
);
call kinwise.wall('audit_entries');
create index audit_entries_newest on audit_entries (household_id, at desc, id desc);
create index audit_entries_of on audit_entries (household_id, entity, entity_id);

-- What was answered to a call with an Idempotency-Key. The scope is the household, or the user outside of one.
create table idempotency_keys (
  scope_id uuid not null,
  user_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  primary key (scope_id, user_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- A job writes its key here in the transaction of its effect: there already means done (invariant 13).
create table done_jobs (
  key text primary key,
  done_at timestamptz not null
);
create index done_jobs_age on done_jobs (done_at);

create table rate_limits (
  key text not null,
  window_start bigint not null,
  hits integer not null,
  primary key (key, window_start)
);
create index rate_limits_age on rate_limits (window_start);
