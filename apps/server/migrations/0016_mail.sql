-- Mail: what could not be sent, which addresses mail does not reach, and who wants none.

-- Letters that were given up. They stay sealed for a while, so that they can be sent again.
create table dead_letters (
  message_id text primary key,
  kind text not null,
  -- bounced: the address takes no mail; refused: the mail server wants something of us; unreachable: tried too often;
  -- stale: its link is no longer good.
  reason text not null check (reason in ('bounced', 'refused', 'unreachable', 'stale')),
  -- What the other server said, without the address.
  answer text not null,
  tries integer not null check (tries >= 0),
  -- Null where there is nothing left that could be sent.
  sealed text,
  address_hash text not null,
  -- Who had it sent, where the letter names them.
  from_user uuid,
  given_up_at timestamptz not null
);
create index dead_letters_age on dead_letters (given_up_at);
create index dead_letters_of_address on dead_letters (address_hash);
create index dead_letters_from on dead_letters (from_user) where from_user is not null;

-- By a keyed hash of the address, so that nobody reads here who is mailed, or who asked not to be.
create table mail_addresses (
  address_hash text primary key,
  -- Mail came back for good; with the code of RFC 3463 where there was one.
  undeliverable_at timestamptz,
  undeliverable_code text not null default '',
  -- Its owner called our mail unwanted.
  complained_at timestamptz,
  -- Its owner, who may be no user, wants no mail that they did not ask for.
  refused_at timestamptz,
  changed_at timestamptz not null,
  check (undeliverable_at is not null or complained_at is not null or refused_at is not null)
);
create index mail_addresses_age on mail_addresses (changed_at) where refused_at is null;

-- A report names the mail that it is about; this says whose it was. Null where nobody may know any more.
alter table sent_letters add column address_hash text;
create index sent_letters_of_address on sent_letters (address_hash) where address_hash is not null;
