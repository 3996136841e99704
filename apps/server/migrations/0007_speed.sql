-- What the measurements asked for.

-- A search reads notes and memos out of the index alone; for that the index has to know who may see them.
drop index transactions_texts;
create index transactions_texts on transactions (household_id, occurred_on desc, id desc) include (memo, notes, private_to)
  where deleted_at is null and (memo <> '' or notes <> '');

-- Every row of an import is written once and noted twice: room on its page, and no index of what is noted, make
-- that cheap. An import's rows are few enough to be gone through by their key.
drop index import_rows_state;
alter table import_rows set (fillfactor = 60);
