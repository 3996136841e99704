-- Tries of a password that are being looked at, by their id, with the milliseconds since 1970 at which they began; and
-- when the last one turned out wrong. A lock is judged from tries that have ended, and no more are looked at at once than
-- could still be wrong before it.
alter table sign_in_failures
  add column open_tries jsonb not null default '{}',
  add column failed_at timestamptz;

-- How many calls somebody may make: staff gives and takes it.
alter table users
  add column tier text not null default 'standard' check (tier in ('standard', 'premium'));

-- What a key was before it was made anew, for as long as its owner lets it open something still.
alter table api_keys
  add column old_hash text unique,
  add column old_signing_cipher text,
  add column old_until timestamptz,
  add constraint api_keys_old check ((old_hash is null) = (old_until is null));
