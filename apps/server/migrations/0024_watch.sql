-- What whoever runs this KinWise watches over: how much room an organisation has bought.

-- The owner of an organisation asks for another tier; staff set it.
alter table organisations
  add column asked_tier text check (asked_tier in ('small', 'medium', 'large')),
  add column asked_at timestamptz,
  add constraint organisations_asked_together check ((asked_tier is null) = (asked_at is null));
create index organisations_newest on organisations (created_at desc, id desc);

-- Capacity is something bought: whatever the program forgets, its role neither makes a large organisation nor enlarges one.
create function kinwise.tier_is_staffs() returns trigger language plpgsql set search_path = public, pg_temp
  as $$ begin
    if current_user = (select c.relowner::regrole::text from pg_class c where c.oid = tg_relid) then return new; end if;
    if tg_op = 'INSERT' and new.tier <> 'small' then raise 'an organisation begins small'; end if;
    if tg_op = 'UPDATE' and new.tier <> old.tier then raise 'only staff set the tier of an organisation'; end if;
    return new;
  end $$;
create trigger tier_is_staffs before insert or update on organisations
  for each row execute function kinwise.tier_is_staffs();

-- Sets the tier; what was asked for is answered by it, whichever it was. Managers and above, nobody else.
create function kinwise.staff_set_tier(one uuid, given text, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    if not exists (select from staff_members s
      where s.user_id = kinwise.actor() and s.role in ('manager', 'superadmin')) then return false; end if;
    update organisations o set tier = given, asked_tier = null, asked_at = null, updated_at = moment,
      version = o.version + 1 where o.id = one and o.closed_at is null;
    return found;
  end $$;

-- What staff may know of organisations, and nobody else. Who asked for room comes first where only they are wanted.
create function kinwise.staff_organisations(words text, one uuid, asking boolean, place_at timestamptz, place_id uuid,
  back boolean, most integer)
returns table (id uuid, name text, tier text, asked_tier text, asked_at timestamptz, owner_id uuid, owner_name text,
  owner_email text, households integer, created_at timestamptz, version integer)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin
    if not exists (select from staff_members s where s.user_id = kinwise.actor()) then return; end if;
    return query select o.id, o.name, o.tier, o.asked_tier, o.asked_at, o.owner_id,
        coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username, u.email, ''), u.email,
        kinwise.organisation_size(o.id), o.created_at, o.version
      from organisations o join users u on u.id = o.owner_id
      where o.closed_at is null and (one is null or o.id = one)
        and (words is null or o.name ilike '%' || words || '%') and (not asking or o.asked_tier is not null)
        and (place_at is null or (not back and (o.created_at, o.id) < (place_at, place_id))
          or (back and (o.created_at, o.id) > (place_at, place_id)))
      order by case when back then o.created_at end asc, case when back then o.id end asc,
        o.created_at desc, o.id desc
      limit most;
  end $$;

-- The audit of the whole installation, for staff: what happened, who, when, from where, and nothing of what was in it.
-- What hangs on somebody's private account is left out as a whole, as it is wherever staff look.
create index audit_entries_all on audit_entries (at desc, id desc) where private_to is null;
create index audit_entries_of_actor on audit_entries (actor_id, at desc, id desc) where private_to is null;
create index audit_entries_from on audit_entries (ip, at desc) where private_to is null;
create index audit_entries_of_request on audit_entries (request_id) where private_to is null;
create index audit_entries_about on audit_entries (entity_id, at desc) where private_to is null;
create index security_entries_from on security_entries (ip, at desc);
create index security_entries_of_request on security_entries (request_id);
create index security_entries_of_organisation on security_entries ((details->>'organisation'), at desc)
  where action = 'organisation.changed';

-- The two logs as one, a page of it. Only the conditions that are asked for stand in the query, so that each finds its index.
create function kinwise.staff_audit(wanted jsonb, place_at timestamptz, place_id uuid, upward boolean, most integer)
returns table (id uuid, at timestamptz, source text, actor_id uuid, actor_kind text, actor_name text, household_id uuid,
  household_name text, action text, entity text, entity_id uuid, count integer, risk text, success boolean, ip text,
  request_id text)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare
    way text := case when upward then 'asc' else 'desc' end;
    of_homes text := 'e.private_to is null';
    of_people text := 'true';
    shared text := '';
    one text := wanted->>'entity_id';
  begin
    if not exists (select from staff_members s where s.user_id = kinwise.actor()) then return; end if;
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
      shared := shared || format(' and (e.at, e.id) %s (%L::timestamptz, %L::uuid)',
        case when upward then '>' else '<' end, place_at, place_id);
    end if;
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
      order by f.at %4$s, f.id %4$s', of_homes, of_people, shared, way, most);
  end $$;
