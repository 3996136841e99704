-- Keys with which programs call the API in somebody's name, and the marks of requests that were signed.

create table api_keys (
  id uuid primary key,
  user_id uuid not null references users (id),
  name text not null check (name <> ''),
  -- SHA-256 of the whole key, which has 256 bits of chance; the key itself is shown once and kept nowhere.
  key_hash text not null unique,
  last_four text not null check (length(last_four) = 4),
  scopes text[] not null check (cardinality(scopes) > 0),
  -- The one household that it may speak of; any of its owner's when there is none. It goes with the household.
  only_household uuid references households (id) on delete cascade,
  -- What requests have to be signed with, sealed; null where they need no signature.
  signing_cipher text,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  -- Written once a minute at most.
  last_used_at timestamptz,
  last_used_ip inet
);
create index api_keys_of_user on api_keys (user_id, created_at);
create index api_keys_age on api_keys (expires_at);
create index api_keys_of_household on api_keys (only_household) where only_household is not null;

-- Each nonce of a signed request counts once; it is kept for as long as its timestamp would be taken.
create table api_key_nonces (
  key_id uuid not null references api_keys (id) on delete cascade,
  nonce text not null,
  expires_at timestamptz not null,
  primary key (key_id, nonce)
);
create index api_key_nonces_age on api_key_nonces (expires_at);
