-- Where what was merged went: what is on its way to it at that moment follows, and what was merged comes back where the entry
-- that took over goes with its import.
alter table categories add column merged_into uuid,
  add foreign key (household_id, merged_into) references categories (household_id, id);
alter table transactions add column merged_into uuid;
create index transactions_merged on transactions (household_id, merged_into) where merged_into is not null;
