-- Second factors: an authenticator app, backup codes and passkeys, and what waits for one of them to be shown.

-- When the session last showed that its owner sits there: at its beginning, or by confirming.
alter table sessions add column confirmed_at timestamptz;

-- The secret that somebody's authenticator app shares with us, sealed. It counts from its first right code on.
create table totp_devices (
  user_id uuid primary key references users (id),
  secret_cipher text not null,
  -- The step of the last code that was used: neither it nor an earlier one works again.
  last_step bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);

-- Codes on paper for the day when the phone is gone, kept as keyed hashes. A used one is no longer here.
create table backup_codes (
  user_id uuid not null references users (id),
  code_hash text not null,
  created_at timestamptz not null,
  primary key (user_id, code_hash)
);

-- Public halves of keys in somebody's phone, computer or security key. They sign in, alone or after the password.
create table passkeys (
  id uuid primary key,
  user_id uuid not null references users (id),
  -- Of the authenticator, as base64url.
  credential_id text not null unique,
  public_key text not null,
  -- How often the authenticator says it was used; many always say 0. One that goes back was copied.
  counter bigint not null,
  transports text[] not null,
  name text not null check (name <> ''),
  -- Whether it travels between its owner's devices.
  is_synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_of_user on passkeys (user_id, created_at);

-- What a passkey has to sign: kept as hashes, good once, for one purpose, one person and one sign-in or session.
create table passkey_challenges (
  challenge_hash text primary key,
  purpose text not null check (purpose in ('register', 'sign_in', 'second_step', 'confirm')),
  user_id uuid references users (id),
  bound_to uuid,
  expires_at timestamptz not null,
  check ((user_id is null) = (purpose = 'sign_in'))
);
create index passkey_challenges_age on passkey_challenges (expires_at);

-- Sign-ins whose first factor was right and that wait for the second. They are no sessions.
create table second_steps (
  id uuid primary key,
  user_id uuid not null references users (id),
  token_hash text not null unique,
  client text not null check (client in ('web', 'native')),
  remembered boolean not null,
  device_name text not null,
  factors text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index second_steps_of_user on second_steps (user_id);
create index second_steps_age on second_steps (expires_at);
