-- Walls around organisations: who administers one, whom it asked, and the households that belong to it see of it what
-- concerns them, and nobody else finds a row, whatever the program forgets. Policies that asked each other's tables would
-- go in circles, so that what they ask is asked by functions of the owner.

create function kinwise.administers(one uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from organisation_members m
    where m.organisation_id = one and m.user_id = kinwise.actor()) $$;

create function kinwise.owner_of_organisation(one uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.owner_id from organisations o where o.id = one $$;

-- Whether an invitation of an organisation, of one kind or any, waits for the confirmed address of who acts.
create function kinwise.is_asked_by(one uuid, what text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from organisation_invitations i
    join users u on u.email_key = i.email_key and u.email_verified_at is not null
    where i.organisation_id = one and u.id = kinwise.actor() and (what is null or i.kind = what)) $$;

do $$
declare
  target text;
begin
  foreach target in array array['organisations', 'organisation_members', 'organisation_invitations'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy keeper on %I to %I using (true) with check (true)', target, current_user);
  end loop;
end $$;

create policy seen on organisations for select
  using (owner_id = (select kinwise.actor()) or kinwise.administers(id) or kinwise.is_asked_by(id, null)
    or exists (select from organisation_homes h
      where h.organisation_id = organisations.id and h.household_id = (select kinwise.household())));
create policy made on organisations for insert with check (owner_id = (select kinwise.actor()));
-- Its owner changes it, and hands it to somebody who administers it and to nobody else.
create policy changed on organisations for update
  using (owner_id = (select kinwise.actor()))
  with check (exists (select from organisation_members m
    where m.organisation_id = organisations.id and m.user_id = organisations.owner_id));

create policy seen on organisation_members for select
  using (user_id = (select kinwise.actor()) or kinwise.administers(organisation_id));
-- Everybody joins by themselves: who made it, and whom it asked.
create policy joined on organisation_members for insert
  with check (user_id = (select kinwise.actor()) and (kinwise.owner_of_organisation(organisation_id) = user_id
    or kinwise.is_asked_by(organisation_id, 'administrator')));
-- One leaves, or is led out by the owner; the owner stays.
create policy gone on organisation_members for delete
  using ((select kinwise.actor()) in (user_id, kinwise.owner_of_organisation(organisation_id))
    and user_id is distinct from kinwise.owner_of_organisation(organisation_id));

create policy seen on organisation_invitations for select
  using (kinwise.administers(organisation_id) or email_key = (select u.email_key from users u
    where u.id = kinwise.actor() and u.email_verified_at is not null));
create policy sent on organisation_invitations for insert
  with check (invited_by = (select kinwise.actor()) and kinwise.administers(organisation_id));
create policy sent_again on organisation_invitations for update
  using (kinwise.administers(organisation_id))
  with check (invited_by = (select kinwise.actor()) and kinwise.administers(organisation_id));
create policy used on organisation_invitations for delete
  using (kinwise.administers(organisation_id) or email_key = (select u.email_key from users u
    where u.id = kinwise.actor() and u.email_verified_at is not null));

-- The invitation of a link, for whoever holds the link: only then can they be told that it went to another address. It is
-- held until the commit, so that of two who use it, one does.
create function kinwise.organisation_invitation_by_token(hash text, moment timestamptz)
  returns table (id uuid, organisation_id uuid, kind text, email text, email_key text, invited_by uuid,
    expires_at timestamptz)
  language sql volatile security definer set search_path = public, pg_temp
  as $$ select i.id, i.organisation_id, i.kind, i.email, i.email_key, i.invited_by, i.expires_at
    from organisation_invitations i where i.token_hash = hash and i.expires_at > moment for update $$;

-- Whoever adds a household, or changes who is in charge, takes turns; also who is not to change the row.
create function kinwise.lock_organisation(one uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$ select 1 from organisations o where o.id = one for update $$;

create function kinwise.forget_organisation_invitations(before timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp
  as $$ delete from organisation_invitations i where i.expires_at < before $$;

-- The households in which guardians look after somebody, for what has to be told to them whoever is acting.
create function kinwise.homes_of_ward(person uuid) returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.id from memberships m join households h on h.id = m.household_id and h.deleted_at is null
    where m.user_id = person and m.status = 'active' and kinwise.is_guarded(person) order by m.joined_at, h.id $$;
