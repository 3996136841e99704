-- Sessions of browsers end when their person has gone away.

-- When the person last did something in the session. What the app asks by itself does not count. Sessions that are open
-- now begin their quarter of an hour now.
alter table sessions add column active_at timestamptz not null default date_trunc('milliseconds', now());
create index sessions_left on sessions (active_at) where ended_at is null and client = 'web';
