-- From when to when a household was an organisation's, or belonged to one: what its audit has of that time is kept for
-- longer, also when the household left since, or is gone for good.
create table organisation_times (
  household_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  primary key (household_id, since),
  check (until >= since)
);
create unique index organisation_times_one_open on organisation_times (household_id) where until is null;
call kinwise.wall('organisation_times');

-- Writes down that such a time begins or ends, if it does.
create function kinwise.note_organisation(home uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if home is distinct from kinwise.household() then return; end if;
    -- Two that change it at once take turns, so that the second sees what the first one did.
    perform from households h where h.id = home for no key update;
    if exists (select from households h where h.id = home and h.type = 'organisation')
        or exists (select from organisation_homes o where o.household_id = home) then
      if not exists (select from organisation_times t where t.household_id = home and t.until is null) then
        -- Who leaves and joins again in one moment has not been away.
        insert into organisation_times (household_id, since) values (home, moment)
          on conflict (household_id, since) do update set until = null;
      end if;
    else
      update organisation_times t set until = greatest(t.since, moment) where t.household_id = home and t.until is null;
    end if;
  end $$;

-- Those of now; and those that are over, as the audit tells them.
insert into organisation_times (household_id, since)
  select h.id, case when h.type = 'organisation' then h.created_at else o.joined_at end
  from households h left join organisation_homes o on o.household_id = h.id
  where h.type = 'organisation' or o.household_id is not null;
insert into organisation_times (household_id, since, until)
  select e.household_id, coalesce((select max(j.at) from audit_entries j
      where j.household_id = e.household_id and j.action = 'organisation.joined' and j.at <= e.at), e.at), e.at
  from audit_entries e where e.action = 'organisation.left' on conflict do nothing;
-- Where the audit of the past tells that a household left an organisation, and not any more when it joined, it belonged there
-- as far back as the audit reaches, or since it left one before.
update organisation_times t set since = coalesce((select min(e.at) from audit_entries e
    where e.household_id = t.household_id and e.at <= t.until and e.at > coalesce((select max(p.until) from organisation_times p
      where p.household_id = t.household_id and p.until < t.until), '-infinity')), t.since)
  where t.since = t.until and not exists (select from audit_entries j
    where j.household_id = t.household_id and j.action = 'organisation.joined' and j.at = t.since);
