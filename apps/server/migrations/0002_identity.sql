-- People and how they sign in. These tables belong to no household: their stores ask for one user's rows only.

create table users (
  id uuid primary key,
  email text not null,
  -- The address in lower case, with Gmail's dots and plus-parts folded: for uniqueness and sign-in, never for mail.
  email_key text not null unique,
  username text,
  username_key text unique,
  password_hash text,
  password_changed_at timestamptz,
  first_name text not null default '',
  last_name text not null default '',
  locale text not null default 'en-NZ',
  time_zone text not null default 'Pacific/Auckland',
  email_verified_at timestamptz,
  -- Named in every access token; adding one ends all of them.
  token_version integer not null default 1,
  preferences jsonb not null default '{}',
  is_demo boolean not null default false,
  terms_accepted_at timestamptz,
  privacy_accepted_at timestamptz,
  last_login_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz
);

-- Which version of which document somebody accepted, and when.
create table acceptances (
  user_id uuid not null references users (id),
  document text not null check (document in ('terms', 'privacy')),
  document_version text not null,
  accepted_at timestamptz not null,
  primary key (user_id, document, document_version)
);

-- The last passwords of a user, so that none of them comes back.
create table password_history (
  user_id uuid not null references users (id),
  id uuid not null,
  password_hash text not null,
  created_at timestamptz not null,
  primary key (user_id, id)
);

-- Links in mails and codes in between: kept as hashes, good once, for one purpose and a short while.
create table one_time_tokens (
  id uuid primary key,
  user_id uuid not null references users (id),
  purpose text not null check (purpose in ('verify_email', 'exchange', 'reset_password', 'unlock')),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_tokens_of_user on one_time_tokens (user_id, purpose);
create index one_time_tokens_age on one_time_tokens (expires_at);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id),
  client text not null check (client in ('web', 'native')),
  remembered boolean not null,
  device_name text not null default '',
  agent text not null default '',
  ip inet,
  -- What was shown to get in: password, mail, …; a second factor adds its name.
  factors text[] not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Slides with every refresh, never past the last day.
  expires_at timestamptz not null,
  last_day_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text,
  check ((ended_at is null) = (ended_reason is null))
);
create index sessions_of_user on sessions (user_id, last_seen_at);
create index sessions_age on sessions (expires_at);

-- The chain of refresh tokens of a session: at most one of them is unused.
create table refresh_tokens (
  id uuid primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null,
  used_at timestamptz,
  -- With the token itself and the installation's key this makes the successor again, for tabs that ask together.
  successor_salt text,
  check ((used_at is null) = (successor_salt is null))
);
create unique index refresh_tokens_one_unused on refresh_tokens (session_id) where used_at is null;
create index refresh_tokens_of_session on refresh_tokens (session_id);

-- Keys that sign access tokens, the private half encrypted. The newest signs; the others verify what they signed.
create table signing_keys (
  id text primary key,
  public_key text not null,
  private_cipher text not null,
  created_at timestamptz not null
);

-- Wrong passwords for a name from a network; the network '*' counts all of them. Names that nobody has are counted
-- like any other, so that a lock tells nothing.
create table sign_in_failures (
  name_key text not null,
  network text not null,
  failures integer not null,
  total integer not null,
  locks integer not null,
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (name_key, network)
);
create index sign_in_failures_age on sign_in_failures (last_at);

-- What happened around signing in. Append-only: the application's role may read and insert, and nothing else.
create table security_entries (
  id uuid primary key,
  at timestamptz not null,
  user_id uuid,
  session_id uuid,
  action text not null,
  success boolean not null,
  risk text not null check (risk in ('low', 'medium', 'high', 'critical')),
  details jsonb not null default '{}',
  ip inet,
  agent text,
  request_id text not null
);
create index security_entries_of_user on security_entries (user_id, at desc, id desc);
create index security_entries_newest on security_entries (at desc, id desc);

-- Letters that left, by the id that every try of them shares.
create table sent_letters (
  message_id text primary key,
  kind text not null,
  sent_at timestamptz not null
);
create index sent_letters_age on sent_letters (sent_at);
