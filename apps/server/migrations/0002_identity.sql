-- People and how they sign in.

create table users (
  id uuid primary key,
  email text not null,
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
  token_version integer not null default 1,
  preferences jsonb not null default '{}',
  terms_accepted_at timestamptz,
  privacy_accepted_at timestamptz,
  last_login_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz
);
