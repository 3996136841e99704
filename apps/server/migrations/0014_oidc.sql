-- Signing in with Google or another provider that speaks OpenID Connect. These tables belong to no household.

-- Who somebody is at a provider. Known by issuer and subject alone: an address there can pass to somebody else.
create table oidc_identities (
  id uuid primary key,
  user_id uuid not null references users (id),
  provider text not null,
  issuer text not null,
  subject text not null,
  -- The address there when it was linked, for its owner to tell two apart. Nobody is found by it.
  email text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index oidc_identities_of_user on oidc_identities (user_id, created_at);

-- Ways to a provider that are under way: good once, for a few minutes, in the browser that began, for one purpose.
create table oidc_flows (
  state_hash text primary key,
  browser_hash text not null,
  provider text not null,
  purpose text not null check (purpose in ('sign_in', 'link')),
  user_id uuid references users (id),
  bound_to uuid,
  -- The nonce and the verifier, sealed.
  secrets_cipher text not null,
  expires_at timestamptz not null,
  check ((user_id is null) = (purpose = 'sign_in'))
);
create index oidc_flows_of_user on oidc_flows (user_id);
create index oidc_flows_age on oidc_flows (expires_at);

-- People whom a provider has vouched for and who have no account before they accept the terms: what it said, sealed.
create table oidc_arrivals (
  token_hash text primary key,
  browser_hash text not null,
  provider text not null,
  person_cipher text not null,
  expires_at timestamptz not null
);
create index oidc_arrivals_age on oidc_arrivals (expires_at);
