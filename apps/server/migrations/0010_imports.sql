-- A file that overlaps a long history looks up a few days of its import, not all of it.
create index import_rows_day on import_rows (household_id, import_id, on_day);

-- The numbers of the file's statements, for accounts that have none yet. They go when the file goes.
alter table import_files add column numbers jsonb not null default '[]'::jsonb;
