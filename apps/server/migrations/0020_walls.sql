-- Access tokens that ended before their time, because confirming put another in their place.
create table denied_tokens (
  id uuid primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  expires_at timestamptz not null
);
create index denied_tokens_of_session on denied_tokens (session_id);
create index denied_tokens_age on denied_tokens (expires_at);

-- Mailed codes: the newest for an address and the network that asked, so that a stranger elsewhere replaces nobody's code.
alter table mail_codes add column network text not null default '';
drop index mail_codes_of_address;
create unique index mail_codes_of_address on mail_codes (address_hash, network);

-- Wrong passwords count for whoever has the name, and besides for the name as it was typed.
update sign_in_failures set name_key = 'who:' || name_key where name_key in (select id::text from users);
