-- What looks after itself when people go, and the audit taken out piece by piece.

-- What narrows the two logs of the installation: conditions on the entries of households, on those around signing in, and
-- on both. The page and the count ask by the same ones.
create function kinwise.staff_audit_conditions(wanted jsonb, place text, place_at timestamptz, place_id uuid,
  out of_homes text, out of_people text, out shared text)
  language plpgsql immutable set search_path = public, pg_temp
  as $$
  declare
    one text := wanted->>'entity_id';
  begin
    of_homes := 'e.private_to is null';
    of_people := 'true';
    shared := '';
    if wanted ? 'actor_id' then
      of_homes := of_homes || format(' and e.actor_id = %L::uuid', wanted->>'actor_id');
      of_people := of_people || format(' and e.user_id = %L::uuid', wanted->>'actor_id');
    end if;
    if wanted ? 'household_id' then
      of_homes := of_homes || format(' and e.household_id = %L::uuid', wanted->>'household_id');
      of_people := of_people || ' and false';
    end if;
    if wanted ? 'organisation_id' then
      of_homes := of_homes || format(' and e.household_id in (select h.household_id from organisation_homes h
        where h.organisation_id = %L::uuid)', wanted->>'organisation_id');
      of_people := of_people || format(' and e.action = ''organisation.changed'' and e.details->>''organisation'' = %L',
        wanted->>'organisation_id');
    end if;
    if one is not null then
      of_homes := of_homes || case when wanted ? 'household_id'
        then format(' and (e.entity_id = %L::uuid or exists (select from audit_subjects a
          where a.household_id = e.household_id and a.entry_id = e.id and a.subject_id = %L::uuid))', one, one)
        else format(' and e.entity_id = %L::uuid', one) end;
      of_people := of_people || format(' and e.user_id = %L::uuid', one);
    end if;
    if wanted ? 'action' then shared := shared || format(' and starts_with(e.action, %L)', wanted->>'action'); end if;
    if wanted ? 'risks' then
      shared := shared || format(' and e.risk = any(%L::text[])', array(select jsonb_array_elements_text(wanted->'risks')));
    end if;
    if wanted ? 'success' then shared := shared || format(' and e.success = %L::boolean', wanted->>'success'); end if;
    if wanted ? 'from' then shared := shared || format(' and e.at >= %L::timestamptz', wanted->>'from'); end if;
    if wanted ? 'until' then shared := shared || format(' and e.at < %L::timestamptz', wanted->>'until'); end if;
    if wanted ? 'ip' then shared := shared || format(' and e.ip <<= %L::inet', wanted->>'ip'); end if;
    if wanted ? 'request_id' then shared := shared || format(' and e.request_id = %L', wanted->>'request_id'); end if;
    if place_at is not null then
      shared := shared || format(' and (e.at, e.id) %s (%L::timestamptz, %L::uuid)', place, place_at, place_id);
    end if;
  end $$;

-- As before, by those conditions.
create or replace function kinwise.staff_audit(wanted jsonb, place_at timestamptz, place_id uuid, upward boolean, most integer)
returns table (id uuid, at timestamptz, source text, actor_id uuid, actor_kind text, actor_name text, household_id uuid,
  household_name text, action text, entity text, entity_id uuid, count integer, risk text, success boolean, ip text,
  request_id text)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare
    way text := case when upward then 'asc' else 'desc' end;
    narrowed record;
  begin
    if not exists (select from staff_members s where s.user_id = kinwise.actor()) then return; end if;
    narrowed := kinwise.staff_audit_conditions(wanted, case when upward then '>' else '<' end, place_at, place_id);
    return query execute format('
      with found as (
        (select e.id, e.at, ''household'' as source, e.actor_id, e.actor_kind, e.household_id, e.action, e.entity,
            e.entity_id, e.count, e.risk, e.success, e.ip, e.request_id
          from audit_entries e where %1$s %3$s order by e.at %4$s, e.id %4$s limit %5$s)
        union all
        (select e.id, e.at, ''security'', e.user_id, ''user'', null::uuid, e.action, e.kind, null::uuid, 1, e.risk,
            e.success, e.ip, e.request_id
          from security_entries e where %2$s %3$s order by e.at %4$s, e.id %4$s limit %5$s)
        order by at %4$s, id %4$s limit %5$s)
      select f.id, f.at, f.source, f.actor_id, f.actor_kind,
        coalesce(nullif(trim(u.first_name || '' '' || u.last_name), ''''), u.username, nullif(u.email, '''')),
        f.household_id, h.name, f.action, f.entity, f.entity_id, f.count, f.risk, f.success, host(f.ip), f.request_id
      from found f left join users u on u.id = f.actor_id left join households h on h.id = f.household_id
      order by f.at %4$s, f.id %4$s', narrowed.of_homes, narrowed.of_people, narrowed.shared, way, most);
  end $$;

-- How many entries that is up to a place, itself included: without their order and the names that go with them.
create function kinwise.staff_audit_count(wanted jsonb, place_at timestamptz, place_id uuid) returns bigint
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare
    narrowed record;
    found bigint;
  begin
    if not exists (select from staff_members s where s.user_id = kinwise.actor()) then return 0; end if;
    narrowed := kinwise.staff_audit_conditions(wanted, '<=', place_at, place_id);
    execute format('select (select count(*) from audit_entries e where %1$s %3$s)
      + (select count(*) from security_entries e where %2$s %3$s)',
      narrowed.of_homes, narrowed.of_people, narrowed.shared) into found;
    return found;
  end $$;

-- Who has asked to be erased is in charge of nothing any more: of two admins who ask, the second is the last one. It is so
-- for guardians already.
create or replace function kinwise.own_homes()
  returns table (id uuid, name text, role text, others integer, other_admins integer, children integer, other_guardians integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.id, h.name, mine.role,
      count(o.id)::integer,
      count(o.id) filter (where o.role = 'admin' and g.user_id is null and u.deletion_due_at is null)::integer,
      count(o.id) filter (where g.user_id is not null)::integer,
      count(o.id) filter (where o.role in ('admin', 'parent') and g.user_id is null and u.deletion_due_at is null)::integer
    from memberships mine
    join households h on h.id = mine.household_id and h.deleted_at is null
    left join memberships o on o.household_id = h.id and o.status = 'active' and o.user_id <> mine.user_id
    left join users u on u.id = o.user_id
    left join guarded_accounts g on g.user_id = o.user_id and g.released_at is null
    where mine.user_id = kinwise.actor() and mine.status = 'active'
    group by h.id, h.name, mine.role order by h.name, h.id $$;

-- An invitation is worth as much as the word of who sent it: nothing, once they administer the organisation no more.
create function kinwise.still_administers(one uuid, person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from organisation_members m where m.organisation_id = one and m.user_id = person) $$;

create or replace function kinwise.is_asked_by(one uuid, what text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from organisation_invitations i
    join users u on u.email_key = i.email_key and u.email_verified_at is not null
    where i.organisation_id = one and u.id = kinwise.actor() and (what is null or i.kind = what)
      and kinwise.still_administers(i.organisation_id, i.invited_by)) $$;

create or replace function kinwise.organisation_invitation_by_token(hash text, moment timestamptz)
  returns table (id uuid, organisation_id uuid, kind text, email text, email_key text, invited_by uuid,
    expires_at timestamptz)
  language sql volatile security definer set search_path = public, pg_temp
  as $$ select i.id, i.organisation_id, i.kind, i.email, i.email_key, i.invited_by, i.expires_at
    from organisation_invitations i where i.token_hash = hash and i.expires_at > moment
      and kinwise.still_administers(i.organisation_id, i.invited_by) for update $$;

-- Those of households that are gone end with them: nobody can step into one to write that down, and whoever tried would
-- never come to the others.
create or replace function kinwise.grants_over(moment timestamptz) returns table (household_id uuid, id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select g.household_id, g.id from staff_grants g
    join households h on h.id = g.household_id and h.deleted_at is null
    where g.ended_at is null and g.until_at <= moment $$;
update staff_grants g set ended_at = greatest(g.opened_at, h.deleted_at), ended_by = 'household'
  from households h where h.id = g.household_id and h.deleted_at is not null and g.ended_at is null;

-- Households that were deleted belong to nobody's organisation any more.
delete from organisation_homes o using households h where h.id = o.household_id and h.deleted_at is not null;
