-- Children without an address of their own, whom guardians sign in, and sessions that look as if somebody else had them.

-- Accounts that guardians look after: they have no address and no password, and what is dangerous is done for them.
create table guarded_accounts (
  user_id uuid primary key references users (id),
  -- Only where it is needed: from sixteen on a person decides for themself what their data may be used for.
  birth_year smallint check (birth_year between 1900 and 2200),
  made_by uuid not null references users (id),
  made_at timestamptz not null,
  -- Since then the account is its owner's, with an address and a password.
  released_at timestamptz
);

-- Whether guardians look after somebody.
create function kinwise.is_guarded(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from guarded_accounts g where g.user_id = person and g.released_at is null) $$;

-- Whether a guardian says what somebody's data may be used for: of children, of those who are guarded, and of whoever may
-- be younger than sixteen. A year of birth counts from the day on which it is certain.
create function kinwise.guardian_decides(person uuid, this_year integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select kinwise.is_child(person) or exists (select from guarded_accounts g
    where g.user_id = person and case when g.birth_year is null then g.released_at is null
      else this_year - g.birth_year <= 16 end) $$;

-- How many households somebody is active in, for who must not take the last one away from a child.
create function kinwise.count_homes(person uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::integer from memberships m join households h on h.id = m.household_id and h.deleted_at is null
    where m.user_id = person and m.status = 'active' $$;

-- Holds the households of who asks, so that two guardians do not go at once and leave a child alone.
create function kinwise.lock_own_homes() returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$ select 1 from households h where h.id in (
    select m.household_id from memberships m where m.user_id = kinwise.actor() and m.status = 'active')
    order by h.id for update $$;

-- Besides what it told before: how many children nobody else could look after.
drop function kinwise.own_homes();
create function kinwise.own_homes()
  returns table (id uuid, name text, role text, others integer, other_admins integer, children integer, other_guardians integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.id, h.name, mine.role,
      count(o.id)::integer, count(o.id) filter (where o.role = 'admin' and g.user_id is null)::integer,
      count(o.id) filter (where g.user_id is not null)::integer,
      count(o.id) filter (where o.role in ('admin', 'parent') and g.user_id is null and u.deletion_due_at is null)::integer
    from memberships mine
    join households h on h.id = mine.household_id and h.deleted_at is null
    left join memberships o on o.household_id = h.id and o.status = 'active' and o.user_id <> mine.user_id
    left join users u on u.id = o.user_id
    left join guarded_accounts g on g.user_id = o.user_id and g.released_at is null
    where mine.user_id = kinwise.actor() and mine.status = 'active'
    group by h.id, h.name, mine.role order by h.name, h.id $$;

-- Links that sign a child in on a device: good once and for minutes, the newest only.
create table child_links (
  household_id uuid not null references households (id),
  id uuid not null,
  membership_id uuid not null,
  token_hash text not null unique,
  remembered boolean not null,
  device_name text not null,
  made_by uuid not null references users (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (household_id, id),
  foreign key (household_id, membership_id) references memberships (household_id, id)
);
call kinwise.wall('child_links');
create unique index child_links_one_waiting on child_links (household_id, membership_id) where used_at is null;
create index child_links_age on child_links (expires_at);

create function kinwise.child_link_by_token(hash text) returns table (household_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select l.household_id, l.id from child_links l where l.token_hash = hash $$;

create function kinwise.forget_child_links(before timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$ delete from child_links l where l.expires_at < before $$;

-- Devices on which the children of a household sign in by PIN. Each has a secret of its own, kept as a hash.
create table family_devices (
  household_id uuid not null references households (id),
  id uuid not null,
  name text not null check (name <> ''),
  secret_hash text not null unique,
  agent text not null default '',
  made_by uuid not null references users (id),
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz not null,
  -- Wrong PINs since the last right one, whoever's.
  failures integer not null default 0,
  primary key (household_id, id)
);
call kinwise.wall('family_devices');

create function kinwise.family_device_by_secret(hash text) returns table (household_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select d.household_id, d.id from family_devices d where d.secret_hash = hash $$;

create function kinwise.forget_family_devices(before timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$ delete from family_devices d where d.expires_at < before $$;

-- PINs of children: worth nothing but on a device of the family.
create table child_pins (
  household_id uuid not null references households (id),
  membership_id uuid not null,
  pin_hash text not null,
  set_by uuid not null references users (id),
  set_at timestamptz not null,
  -- Wrong PINs since the last right one, on whichever device.
  failures integer not null default 0,
  primary key (household_id, membership_id),
  foreign key (household_id, membership_id) references memberships (household_id, id)
);
call kinwise.wall('child_pins');

-- PINs and links of somebody, in whichever household: they have an account of their own from now on.
create function kinwise.forget_child_ways(person uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    delete from child_links l using memberships m
      where m.user_id = person and l.household_id = m.household_id and l.membership_id = m.id;
    delete from child_pins p using memberships m
      where m.user_id = person and p.household_id = m.household_id and p.membership_id = m.id $$;

-- Children who are about to get an account of their own: the address is theirs once the link in the mail was opened.
create table growing_ups (
  user_id uuid primary key references users (id),
  email text not null,
  token_hash text not null unique,
  asked_by uuid not null references users (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index growing_ups_age on growing_ups (expires_at);

-- What a session looks like, and how much it looks as if somebody else had it. A fresh proof takes that back.
create table session_risks (
  session_id uuid primary key references sessions (id) on delete cascade,
  -- The browser and the network that the session was last vouched for from.
  agent text not null,
  ip inet,
  score smallint not null default 0 check (score between 0 and 100),
  reason text,
  raised_at timestamptz,
  -- Refreshed since: nothing but confirming goes on from here.
  held boolean not null default false,
  check ((score = 0) = (raised_at is null)),
  check ((raised_at is null) = (reason is null))
);
