-- The audit hangs together: each entry carries a link that is made of its content and of the link before it. A day's
-- chain begins with the last link of the day before. Whoever changes, removes, inserts or moves an entry breaks it.

alter table audit_entries
  -- The chain's day, and the entry's place in it from 1.
  add column chained_on date,
  add column chained_no integer,
  add column link bytea,
  -- Two salts of 16 bytes: for where the call came from, and for what was changed.
  add column salt bytea,
  -- What the two were before they were erased for a person's sake: the chain holds without them.
  add column place_digest bytea,
  add column matter_digest bytea,
  -- Of a change of several things: `{id: [before, after]}`.
  add column parts jsonb;

alter table change_counters
  add column chained_on date,
  add column chained_no integer not null default 0,
  add column link bytea;

-- Which entries that tell of several things tell of this one.
create table audit_subjects (
  household_id uuid not null,
  subject_id uuid not null,
  entry_id uuid not null,
  private_to uuid,
  primary key (household_id, subject_id, entry_id),
  foreign key (household_id, entry_id) references audit_entries (household_id, id) on delete cascade
);
create index audit_subjects_of_entry on audit_subjects (household_id, entry_id);
call kinwise.wall('audit_subjects');

-- How far a chain had come, signed with a key that is not in the database. The chain is a household, or all zeros for
-- the security entries. A day that was forgotten when its time was over leaves its seal, so that the next day still has
-- a link to begin with. Nobody but the owner reads or writes here.
create table audit_seals (
  chain uuid not null,
  day date not null,
  entries integer not null,
  link bytea not null,
  signed_at timestamptz not null,
  removed_at timestamptz,
  signature text not null,
  primary key (chain, day)
);
create index audit_seals_kept on audit_seals (day) where removed_at is null;

alter table security_entries
  add column kind text not null default 'event' check (kind in ('event', 'alert')),
  add column salt bytea not null default uuid_send(gen_random_uuid()),
  add column place_digest bytea,
  -- Signing in waits for nobody: these entries get their link a minute later, by a job.
  add column chained_on date,
  add column chained_no integer,
  add column link bytea;
create index security_entries_failures on security_entries (ip, at) where not success and kind = 'event';
create index security_entries_unsealed on security_entries (at, id) where link is null;
create index security_entries_alerts on security_entries (action, at) where kind = 'alert';

-- An alert is raised once for one cause within its window; whoever writes the row raises it.
create table raised_alerts (
  cause text primary key,
  raised_at timestamptz not null
);
create index raised_alerts_age on raised_alerts (raised_at);

create function kinwise.veiled(salt bytea, content jsonb) returns bytea language sql immutable parallel safe
  as $$ select sha256(salt || convert_to(content::text, 'UTF8')) $$;

create function kinwise.place_of(e audit_entries) returns bytea language sql stable parallel safe
  as $$ select coalesce(e.place_digest, kinwise.veiled(substr(e.salt, 1, 16), jsonb_build_array(e.ip, e.agent))) $$;

create function kinwise.matter_of(e audit_entries) returns bytea language sql stable parallel safe
  as $$ select coalesce(e.matter_digest, kinwise.veiled(substr(e.salt, 17, 16), jsonb_build_array(e.before, e.after, e.parts))) $$;

-- The link after another one; the first of all begins with its household.
create function kinwise.link_of(previous bytea, first uuid, core jsonb, place bytea, matter bytea) returns bytea
  language sql immutable parallel safe
  as $$ select sha256(coalesce(previous, sha256(uuid_send(first))) || convert_to(core::text, 'UTF8') || place || matter) $$;

create function kinwise.audit_link(previous bytea, e audit_entries) returns bytea language sql stable parallel safe
  as $$ select kinwise.link_of(previous, e.household_id,
    jsonb_build_array(e.household_id, e.chained_on, e.chained_no, e.id, extract(epoch from e.at), e.actor_id,
      e.actor_kind, e.action, e.entity, e.entity_id, e.count, e.risk, e.success, e.request_id, e.private_to),
    kinwise.place_of(e), kinwise.matter_of(e)) $$;

create function kinwise.security_link(previous bytea, e security_entries) returns bytea language sql stable parallel safe
  as $$ select sha256(
    coalesce(previous, sha256('security'))
    || convert_to(jsonb_build_array(e.chained_on, e.chained_no, e.id, extract(epoch from e.at), e.user_id, e.session_id,
      e.kind, e.action, e.success, e.risk, e.details, e.request_id)::text, 'UTF8')
    || coalesce(e.place_digest, kinwise.veiled(e.salt, jsonb_build_array(e.ip, e.agent)))) $$;

-- Writes the log of one commit. The row of the counter is locked first and until the commit, as it always was: whoever
-- holds it numbers the changes and lengthens the chain.
create function kinwise.log(of_household uuid, told_at timestamptz, lines jsonb, entries jsonb, common jsonb) returns void
language plpgsql as $$
declare
  head change_counters;
  entry audit_entries;
  told_on date := (told_at at time zone 'UTC')::date;
begin
  select * into head from change_counters where household_id = of_household for no key update;
  if not found then
    insert into change_counters as c (household_id) values (of_household)
      on conflict (household_id) do update set last_seq = c.last_seq returning * into head;
  end if;
  for entry in
    select r.* from jsonb_array_elements(entries) with ordinality as one,
      jsonb_populate_record(null::audit_entries, common || one.value) as r
    order by one.ordinality
  loop
    if head.chained_on is null or head.chained_on < told_on then
      head.chained_on := told_on;
      head.chained_no := 0;
    end if;
    head.chained_no := head.chained_no + 1;
    entry.household_id := of_household;
    entry.at := told_at;
    entry.chained_on := head.chained_on;
    entry.chained_no := head.chained_no;
    entry.salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    entry.link := kinwise.audit_link(head.link, entry);
    head.link := entry.link;
    insert into audit_entries values (entry.*);
    if entry.parts is not null then
      insert into audit_subjects (household_id, subject_id, entry_id, private_to)
        select of_household, key::uuid, entry.id, entry.private_to from jsonb_object_keys(entry.parts) as key;
    end if;
  end loop;
  if jsonb_array_length(lines) > 0 then
    insert into changes (household_id, seq, at, event, entity, op, ids, private_to)
      select of_household, head.last_seq + line.ordinality, told_at, line.value->>'event', line.value->>'entity',
        line.value->>'op', array(select jsonb_array_elements_text(line.value->'ids'))::uuid[],
        (line.value->>'private_to')::uuid
      from jsonb_array_elements(lines) with ordinality as line;
  end if;
  update change_counters
    set last_seq = head.last_seq + jsonb_array_length(lines), chained_on = head.chained_on, chained_no = head.chained_no,
      link = head.link
    where household_id = of_household;
end $$;

-- Lengthens the chain of the security entries by what waits, in the order of time; answers how far each day has come.
-- Runs as the owner.
create function kinwise.seal_security(after_on date, after_no integer, after_link bytea)
returns table (day date, entries integer, last_link bytea) language plpgsql as $$
declare
  entry security_entries;
begin
  day := after_on;
  entries := coalesce(after_no, 0);
  last_link := after_link;
  for entry in select * from security_entries where link is null order by at, id limit 50000 for update loop
    if day is null or day < (entry.at at time zone 'UTC')::date then
      if entries > 0 then return next; end if;
      day := (entry.at at time zone 'UTC')::date;
      entries := 0;
    end if;
    entries := entries + 1;
    entry.chained_on := day;
    entry.chained_no := entries;
    last_link := kinwise.security_link(last_link, entry);
    update security_entries as s set chained_on = entry.chained_on, chained_no = entry.chained_no, link = last_link
      where s.id = entry.id;
  end loop;
  if entries > 0 then return next; end if;
end $$;

-- Takes out of the audit what tells of a person: from where they called, and what was changed on private accounts of
-- theirs or names their address. What they did to shared money stays, by their id alone, and the chain holds. Runs as
-- the owner.
create function kinwise.forget_in_audit(person uuid) returns void language plpgsql as $$
declare
  address text;
  address_key text;
begin
  select u.email, u.email_key into address, address_key from users u where u.id = person;
  update audit_entries e
    set place_digest = kinwise.place_of(e), ip = null, agent = null,
      salt = decode(repeat('00', 16), 'hex') || substr(e.salt, 17, 16)
    where e.actor_id = person and (e.ip is not null or e.agent is not null);
  update audit_entries e
    set matter_digest = kinwise.matter_of(e), before = null, after = null, parts = null,
      salt = substr(e.salt, 1, 16) || decode(repeat('00', 16), 'hex')
    where e.matter_digest is null
      and (e.private_to = person
        or e.household_id in (select m.household_id from memberships m where m.user_id = person
            union select i.household_id from invitations i where i.email_key = address_key)
          and strpos(lower(concat(e.before, e.after, e.parts)), lower(address)) > 0);
  update security_entries e
    set place_digest = kinwise.veiled(e.salt, jsonb_build_array(e.ip, e.agent)), ip = null, agent = null,
      salt = decode(repeat('00', 16), 'hex')
    where e.user_id = person and (e.ip is not null or e.agent is not null);
end $$;

-- Takes out of the audit everything that it tells of a household which is gone for good; that something happened, and
-- when, stays, and the chain holds. Runs as the owner.
create function kinwise.empty_audit(home uuid) returns void language sql as $$
  update audit_entries e
    set place_digest = kinwise.place_of(e), matter_digest = kinwise.matter_of(e), ip = null, agent = null, before = null,
      after = null, parts = null, salt = decode(repeat('00', 32), 'hex')
    where e.household_id = home and (e.place_digest is null or e.matter_digest is null) $$;

-- What was written before hangs together from now on.
do $$
declare
  entry audit_entries;
  head change_counters;
begin
  insert into change_counters (household_id) select distinct household_id from audit_entries on conflict do nothing;
  for head in select * from change_counters loop
    for entry in select * from audit_entries where household_id = head.household_id order by at, id loop
      if head.chained_on is null or head.chained_on < (entry.at at time zone 'UTC')::date then
        head.chained_on := (entry.at at time zone 'UTC')::date;
        head.chained_no := 0;
      end if;
      head.chained_no := head.chained_no + 1;
      entry.chained_on := head.chained_on;
      entry.chained_no := head.chained_no;
      entry.salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
      entry.link := kinwise.audit_link(head.link, entry);
      head.link := entry.link;
      update audit_entries set chained_on = entry.chained_on, chained_no = entry.chained_no, salt = entry.salt,
        link = entry.link where household_id = entry.household_id and id = entry.id;
    end loop;
    update change_counters set chained_on = head.chained_on, chained_no = head.chained_no, link = head.link
      where household_id = head.household_id;
  end loop;
end $$;

alter table audit_entries
  alter column chained_on set not null,
  alter column chained_no set not null,
  alter column salt set not null,
  alter column link set not null;
