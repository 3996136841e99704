-- What people decide about themselves: consents, copies of everything that is kept about them, and leaving for good.

alter table users
  -- Asked to be erased, and the moment from which there is no way back.
  add column deletion_requested_at timestamptz,
  add column deletion_due_at timestamptz,
  -- Nothing is left but the id, by which the history that others share hangs together.
  add column erased_at timestamptz,
  add check ((deletion_requested_at is null) = (deletion_due_at is null)),
  add check (erased_at is null or deleted_at is not null);
create index users_deletion_due on users (deletion_due_at) where deletion_due_at is not null and deleted_at is null;
create index users_to_erase on users (deleted_at) where deleted_at is not null and erased_at is null;
create index users_unverified on users (updated_at) where email_verified_at is null and deleted_at is null;

-- What somebody said about a purpose; the newest counts, the others are its history. Of a child a guardian says it.
create table consents (
  id uuid primary key,
  user_id uuid not null references users (id),
  purpose text not null,
  -- Of the words that were agreed to.
  purpose_version text not null,
  granted boolean not null,
  given_by uuid not null references users (id),
  given_at timestamptz not null
);
create index consents_of_user on consents (user_id, purpose, given_at desc, id desc);

-- Copies of everything that is kept about a person, as files that live for a day.
create table data_exports (
  id uuid primary key,
  user_id uuid not null references users (id),
  status text not null check (status in ('waiting', 'working', 'ready', 'failed', 'removed')),
  parts_done integer not null default 0,
  parts_total integer not null default 0,
  rows_done integer not null default 0,
  -- The name that the store of files gave.
  file_name text,
  size_bytes bigint,
  requested_at timestamptz not null,
  ready_at timestamptz,
  expires_at timestamptz,
  check ((status = 'ready') = (file_name is not null)),
  check ((ready_at is null) = (expires_at is null))
);
create index data_exports_of_user on data_exports (user_id, requested_at desc);
create index data_exports_expiring on data_exports (expires_at) where status = 'ready';

-- Whether somebody is a child in a household: then a guardian decides for them.
create function kinwise.is_child(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from memberships m join households h on h.id = m.household_id
    where m.user_id = person and m.role = 'child' and m.status = 'active' and h.deleted_at is null) $$;

-- The households that hang on who asks: how many others there are, and how many of those are in charge.
create function kinwise.own_homes() returns table (id uuid, name text, role text, others integer, other_admins integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.id, h.name, mine.role,
      count(o.id)::integer, count(o.id) filter (where o.role = 'admin')::integer
    from memberships mine
    join households h on h.id = mine.household_id and h.deleted_at is null
    left join memberships o on o.household_id = h.id and o.status = 'active' and o.user_id <> mine.user_id
    where mine.user_id = kinwise.actor() and mine.status = 'active'
    group by h.id, h.name, mine.role order by h.name, h.id $$;

-- Accounts whose address was not confirmed since some moment, and that no household knows.
create function kinwise.unverified_before(moment timestamptz) returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.id from users u where u.updated_at < moment and u.email_verified_at is null and u.deleted_at is null
    and not u.is_demo and not exists (select from memberships m where m.user_id = u.id) $$;

-- Households that were deleted before some moment. Their rows are behind the wall, and nobody is in them any more.
create function kinwise.deleted_before(moment timestamptz) returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.id from households h where h.deleted_at < moment $$;

-- Takes out of the audit what somebody's files were called. The chain holds, by the digest of what was there. Like its
-- neighbours it runs as the owner.
create function kinwise.forget_files_in_audit(person uuid) returns void language sql as $$
  update audit_entries e
    set matter_digest = kinwise.matter_of(e), before = null, after = null, parts = null,
      salt = substr(e.salt, 1, 16) || decode(repeat('00', 16), 'hex')
    where e.matter_digest is null and e.actor_id = person
      and (e.entity = 'import' or e.before ? 'file' or e.after ? 'file') $$;
