-- Tries of a password that are being looked at, by their id, with the milliseconds since 1970 at which they began; and
-- when the last one turned out wrong. A lock is judged from tries that have ended, and no more are looked at at once than
-- could still be wrong before it.
alter table sign_in_failures
  add column open_tries jsonb not null default '{}',
  add column failed_at timestamptz;

-- How many calls somebody may make: staff gives and takes it.
alter table users
  add column tier text not null default 'standard' check (tier in ('standard', 'premium'));
