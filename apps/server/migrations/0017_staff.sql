-- The people who run this KinWise: what they may do, what they did, and looking into a household with a reason.

-- Locked by staff: nobody signs in, and API keys rest, until staff unlocks it. Locks after wrong passwords are another
-- thing, and end by themselves.
create table account_locks (
  user_id uuid primary key references users (id),
  locked_at timestamptz not null
);
create index users_newest on users (created_at desc, id desc);

-- Who is staff. Asked at every request that needs it, so that a role which was taken is gone at once on every node.
create table staff_members (
  user_id uuid primary key references users (id),
  role text not null check (role in ('viewer', 'editor', 'manager', 'superadmin')),
  since timestamptz not null,
  given_by uuid references users (id)
);

-- What staff did. Append-only: the application's role may read and insert, and nothing else. That something was done
-- also stands in the security entries, which are chained; what was written by hand stands here alone, where it can be
-- erased with whom it tells of.
create table staff_acts (
  id uuid primary key,
  at timestamptz not null,
  -- Null where somebody with the command line of the server did it.
  staff_id uuid references users (id),
  staff_role text,
  action text not null,
  on_user uuid,
  on_household uuid,
  reason text not null default '',
  ticket text not null default '',
  details jsonb not null default '{}',
  ip inet,
  agent text,
  request_id text not null
);
create index staff_acts_newest on staff_acts (at desc, id desc);
create index staff_acts_of_staff on staff_acts (staff_id, at desc, id desc);
create index staff_acts_on_user on staff_acts (on_user, at desc, id desc);
create index staff_acts_on_household on staff_acts (on_household, at desc, id desc);

-- Somebody of the staff may read one household for a while. Rows of the household: its admins see and end them.
create table staff_grants (
  household_id uuid not null references households (id),
  id uuid not null,
  staff_id uuid not null references users (id),
  staff_role text not null,
  reason text not null check (reason <> ''),
  ticket text not null default '',
  opened_at timestamptz not null,
  until_at timestamptz not null check (until_at > opened_at),
  ended_at timestamptz,
  ended_by text check (ended_by in ('staff', 'household', 'time')),
  reads integer not null default 0,
  last_read_at timestamptz,
  primary key (household_id, id),
  check ((ended_at is null) = (ended_by is null))
);
call kinwise.wall('staff_grants');
create unique index staff_grants_one_open on staff_grants (household_id, staff_id) where ended_at is null;
create index staff_grants_newest on staff_grants (household_id, opened_at desc, id desc);
create index staff_grants_open on staff_grants (until_at) where ended_at is null;

-- The grant by which the actor may look into the household of the transaction at a moment, if there is one. It counts
-- only as long as the actor is staff with a role that may have one.
create function kinwise.open_grant(moment timestamptz) returns uuid language sql stable parallel safe
  as $$ select g.id from staff_grants g
    join staff_members s on s.user_id = g.staff_id and s.role in ('manager', 'superadmin')
    join users u on u.id = g.staff_id and u.deleted_at is null
    where not exists (select from account_locks l where l.user_id = g.staff_id) and g.household_id = kinwise.household() and g.staff_id = kinwise.actor() and g.ended_at is null
      and g.until_at > moment and g.opened_at <= moment + interval '1 minute'
    order by g.until_at desc limit 1 $$;

-- A second wall around what a household's money is told by: whoever acts is a member, or the household itself, or reads
-- with a grant that has not ended. Staff are no members: whatever the program forgets, they find no row, and write none.
create function kinwise.is_inside() returns boolean language sql stable parallel safe
  as $$ select kinwise.is_system() or exists (select from memberships m
    where m.household_id = kinwise.household() and m.user_id = kinwise.actor() and m.status = 'active') $$;
create function kinwise.may_look() returns boolean language sql stable parallel safe
  as $$ select kinwise.is_inside() or exists (select from staff_grants g
    join staff_members s on s.user_id = g.staff_id and s.role in ('manager', 'superadmin')
    where g.household_id = kinwise.household() and g.staff_id = kinwise.actor() and g.ended_at is null
      and g.id = nullif(current_setting('app.staff_grant', true), '')::uuid) $$;

do $$
declare
  target text;
begin
  foreach target in array array['accounts', 'transactions', 'transaction_splits'] loop
    execute format('create policy looks_in on %I as restrictive for select
      using (current_user = %L or (select kinwise.may_look()))', target, current_user);
    execute format('create policy adds_inside on %I as restrictive for insert
      with check (current_user = %L or (select kinwise.is_inside()))', target, current_user);
    execute format('create policy changes_inside on %I as restrictive for update
      using (current_user = %L or (select kinwise.is_inside()))', target, current_user);
    execute format('create policy deletes_inside on %I as restrictive for delete
      using (current_user = %L or (select kinwise.is_inside()))', target, current_user);
  end loop;
end $$;

-- Grants whose time is over and that nobody has ended.
create function kinwise.grants_over(moment timestamptz) returns table (household_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select g.household_id, g.id from staff_grants g where g.ended_at is null and g.until_at <= moment $$;

-- The household of a grant, for the staff member whose grant it is.
create function kinwise.home_of_grant(grant_id uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select g.household_id from staff_grants g where g.id = grant_id
    and (g.staff_id = kinwise.actor() or exists (select from staff_members s
      where s.user_id = kinwise.actor() and s.role = 'superadmin')) $$;

-- What staff may know of households, and nobody else: no money, and nothing that members wrote.
create function kinwise.staff_households(words text, person uuid, one uuid, place_at timestamptz, place_id uuid,
  back boolean, most integer)
returns table (id uuid, name text, type text, currency char(3), members integer, created_at timestamptz,
  deleted_at timestamptz, role text)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin
    if not exists (select from staff_members s where s.user_id = kinwise.actor()) then return; end if;
    return query select h.id, h.name, h.type, h.currency,
        (select count(*)::integer from memberships m where m.household_id = h.id and m.status = 'active'),
        h.created_at, h.deleted_at,
        (select m.role from memberships m where m.household_id = h.id and m.user_id = person and m.status = 'active')
      from households h
      where (words is null or h.name ilike '%' || words || '%')
        and (one is null or h.id = one)
        and (person is null or exists (select from memberships m
          where m.household_id = h.id and m.user_id = person and m.status = 'active'))
        and (place_at is null or (not back and (h.created_at, h.id) < (place_at, place_id))
          or (back and (h.created_at, h.id) > (place_at, place_id)))
      order by case when back then h.created_at end asc, case when back then h.id end asc,
        h.created_at desc, h.id desc
      limit most;
  end $$;
create index households_newest on households (created_at desc, id desc);

-- Who belongs to a household, by id and role, for staff.
create function kinwise.staff_members_of(home uuid) returns table (user_id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select m.user_id, m.role from memberships m where m.household_id = home and m.status = 'active'
    and exists (select from staff_members s where s.user_id = kinwise.actor()) order by m.joined_at, m.id $$;

-- The grants of a household, for staff.
create function kinwise.staff_grants_of(home uuid) returns setof staff_grants
  language sql stable security definer set search_path = public, pg_temp
  as $$ select g.* from staff_grants g where g.household_id = home
    and exists (select from staff_members s where s.user_id = kinwise.actor())
    order by g.opened_at desc, g.id desc limit 100 $$;

-- Organisations that several households belong to: a budgeting service, a hostel, a trust. They see what each household
-- shares with them, never an entry.
create table organisations (
  id uuid primary key,
  name text not null check (name <> ''),
  tier text not null check (tier in ('small', 'medium', 'large')),
  -- The first day of the financial year, as `MM-DD`.
  financial_year_start text not null check (financial_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  currency char(3) not null,
  pay_cycle text not null,
  owner_id uuid not null references users (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  closed_at timestamptz
);
create index organisations_of_owner on organisations (owner_id) where closed_at is null;

-- Its administrators; the owner is one of them.
create table organisation_members (
  organisation_id uuid not null references organisations (id),
  user_id uuid not null references users (id),
  joined_at timestamptz not null,
  primary key (organisation_id, user_id)
);
create index organisation_members_of_user on organisation_members (user_id);

-- For an administrator, or for a household: by mail, once, as a hash.
create table organisation_invitations (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('administrator', 'household')),
  email text not null,
  email_key text not null,
  token_hash text not null unique,
  invited_by uuid not null references users (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index organisation_invitations_one on organisation_invitations (organisation_id, kind, email_key);

-- A household belongs to one organisation at most, and says what it shares.
create table organisation_homes (
  household_id uuid primary key references households (id),
  organisation_id uuid not null references organisations (id),
  shares text not null check (shares in ('nothing', 'totals', 'categories')),
  joined_at timestamptz not null
);
create index organisation_homes_of on organisation_homes (organisation_id, joined_at, household_id);
alter table organisation_homes enable row level security;
alter table organisation_homes force row level security;
-- The household sees and writes its own; administrators see those of their organisation.
create policy own_or_organisation on organisation_homes
  using (household_id = (select kinwise.household()) or exists (select from organisation_members m
    where m.organisation_id = organisation_homes.organisation_id and m.user_id = (select kinwise.actor())))
  with check (household_id = (select kinwise.household()));
do $$ begin
  execute format('create policy keeper on organisation_homes to %I using (true) with check (true)', current_user);
end $$;

-- How many households an organisation has, for whoever counts whether there is room.
create function kinwise.organisation_size(one uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::integer from organisation_homes h where h.organisation_id = one $$;
