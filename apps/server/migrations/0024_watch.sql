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
