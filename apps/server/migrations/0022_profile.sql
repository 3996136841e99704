-- What people say of themselves beyond their names.

alter table users
  -- What others of the household call the person; empty where that follows from the names.
  add column chosen_name text not null default '',
  -- E.164, with its plus; nobody but the person is shown it.
  add column phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- ISO 3166-1 alpha-2.
  add column country text check (country ~ '^[A-Z]{2}$'),
  -- Since then the first steps are behind the person, and no screen leads them there by itself.
  add column onboarding_completed_at timestamptz;

-- Photos of people: the file in the store of files, and its name on the wire, which is another one with every picture.
create table photos (
  user_id uuid primary key references users (id),
  photo uuid not null,
  file text not null unique
);

-- Who belonged to a household before has found the way already.
update users u set onboarding_completed_at = (
    select min(m.joined_at) from memberships m where m.user_id = u.id)
  where erased_at is null;

-- How a person is called, in one place for every query: as chosen, else by the names, else by the name to sign in with.
create function kinwise.called(u users, otherwise text) returns text
  language sql immutable
  as $$ select coalesce(nullif(u.chosen_name, ''), nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username, otherwise) $$;

-- The photo of a person, for themself and for whoever shares a household with them now.
create function kinwise.photo_of(person uuid) returns table (photo uuid, file text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select p.photo, p.file from photos p join users u on u.id = p.user_id and u.deleted_at is null
    where p.user_id = person and (person = kinwise.actor() or exists (
      select from memberships mine join memberships theirs on theirs.household_id = mine.household_id
      join households h on h.id = mine.household_id and h.deleted_at is null
      where mine.user_id = kinwise.actor() and mine.status = 'active'
        and theirs.user_id = person and theirs.status = 'active')) $$;
