-- Households and who belongs to them.

create table households (
  id uuid primary key,
  name text not null check (name <> ''),
  type text not null check (type in ('family', 'couple', 'student', 'individual', 'organisation')),
  currency char(3) not null,
  time_zone text not null,
  pay_cycle text not null,
  pay_anchor_on date not null,
  pay_days integer check (pay_days between 1 and 400),
  created_by uuid not null references users (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz
);

create table memberships (
  household_id uuid not null references households (id),
  id uuid not null,
  user_id uuid not null references users (id),
  role text not null check (role in ('admin', 'parent', 'teen', 'child', 'flatmate', 'observer')),
  status text not null default 'active' check (status in ('active', 'cancelled', 'expired')),
  is_primary boolean not null default false,
  joined_at timestamptz not null,
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (household_id, id),
  check ((status = 'active') = (ended_at is null)),
  check (not is_primary or status = 'active')
);
create unique index memberships_one_active on memberships (household_id, user_id) where status = 'active';
-- Invariant 14. This index spans households on purpose; on a sharded database it becomes a check of the job.
create unique index memberships_one_primary on memberships (user_id) where is_primary;
create index memberships_of_user on memberships (user_id, status);
create index memberships_by_user on memberships (household_id, user_id);

alter table memberships enable row level security;
alter table memberships force row level security;
-- Everybody sees where they belong; a place is given and taken within its household only.
create policy own_or_household on memberships
  using (household_id = (select kinwise.household()) or user_id = (select kinwise.actor()))
  with check (household_id = (select kinwise.household()));

alter table households enable row level security;
alter table households force row level security;
create policy of_member on households
  using (id = (select kinwise.household())
    or exists (select from memberships m
      where m.household_id = households.id and m.user_id = (select kinwise.actor()) and m.status = 'active'))
  with check (id = (select kinwise.household()));

do $$ begin
  execute format('create policy keeper on memberships to %I using (true) with check (true)', current_user);
  execute format('create policy keeper on households to %I using (true) with check (true)', current_user);
end $$;

create table invitations (
  household_id uuid not null references households (id),
  id uuid not null,
  email text,
  email_key text,
  role text not null check (role in ('admin', 'parent', 'teen', 'child', 'flatmate', 'observer')),
  message text not null default '',
  token_hash text not null unique,
  invited_by uuid not null references users (id),
  status text not null default 'pending' check (status in ('pending', 'accepted', 'revoked', 'expired')),
  expires_at timestamptz not null,
  accepted_by uuid references users (id),
  accepted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (household_id, id),
  check ((status = 'accepted') = (accepted_by is not null))
);
call kinwise.wall('invitations');
create unique index invitations_one_pending on invitations (household_id, email_key) where status = 'pending';
create index invitations_newest on invitations (household_id, created_at desc);

-- The questions that are asked across households. Each answers only what its caller holds a secret for or belongs to,
-- or ids and time zones.
create function kinwise.invitation_by_token(hash text) returns table (household_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select i.household_id, i.id from invitations i where i.token_hash = hash $$;
create function kinwise.active_households() returns table (id uuid, time_zone text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.id, h.time_zone from households h where h.deleted_at is null $$;
create function kinwise.members_count(home uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::integer from memberships m where m.household_id = home and m.status = 'active'
    and (home = kinwise.household() or exists (select from memberships o
      where o.household_id = home and o.user_id = kinwise.actor() and o.status = 'active')) $$;

-- Whoever chooses a person's primary household takes turns with everybody else who does (invariant 14).
create function kinwise.lock_primary(person uuid) returns void language sql volatile
  as $$ select pg_advisory_xact_lock(hashtextextended('primary household of ' || person, 0)) $$;

-- Gives a person without a primary household the oldest of theirs, and answers which. With one, it changes nothing:
-- so it may be called for anybody, also by an admin who removes a member and does not see their other households.
create function kinwise.settle_primary(person uuid, at timestamptz) returns table (household_id uuid, id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$ begin
    perform kinwise.lock_primary(person);
    return query update memberships m set is_primary = true, updated_at = at, version = m.version + 1
      from (select o.household_id, o.id from memberships o
        where o.user_id = person and o.status = 'active'
          and not exists (select from memberships p where p.user_id = person and p.is_primary)
        order by o.joined_at, o.id limit 1) oldest
      where m.household_id = oldest.household_id and m.id = oldest.id
      returning m.household_id, m.id;
  end $$;
