-- Where the audit of the past tells that a household left an organisation, and not any more when it joined, it belonged there
-- as far back as the audit reaches, or since it left one before.
update organisation_times t set since = coalesce((select min(e.at) from audit_entries e
    where e.household_id = t.household_id and e.at <= t.until and e.at > coalesce((select max(p.until) from organisation_times p
      where p.household_id = t.household_id and p.until < t.until), '-infinity')), t.since)
  where t.since = t.until and not exists (select from audit_entries j
    where j.household_id = t.household_id and j.action = 'organisation.joined' and j.at = t.since);
