-- Codes in mails, changes of address, and what is known of a password besides its hash. These tables belong to no
-- household: their stores ask for one person's rows only.

-- Codes that sign in. One is made for every address that is asked for, whether somebody has it or not, so that asking
-- is the same work; without a user it opens nothing and leaves nowhere.
create table mail_codes (
  -- What the asker is told, and has to bring back.
  id uuid primary key,
  -- Keyed hashes: neither the address of a stranger nor one of a million codes can be read from the table.
  address_hash text not null,
  code_hash text not null,
  user_id uuid references users (id),
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
-- The newest only: there is never a second one for an address.
create unique index mail_codes_of_address on mail_codes (address_hash);
create index mail_codes_of_user on mail_codes (user_id);
create index mail_codes_age on mail_codes (expires_at);

-- Changes of address: asked for, then confirmed by the link to the new one, then undone for a while by the link to the
-- old one. A row goes when nothing can be done with it any more.
create table email_changes (
  id uuid primary key,
  user_id uuid not null references users (id),
  -- Who asked: this session stays when the others end.
  session_id uuid,
  old_email text not null,
  new_email text not null,
  -- Null when the new address is somebody else's: then nothing was sent that could confirm it.
  confirm_hash text unique,
  undo_hash text not null unique,
  requested_at timestamptz not null,
  confirm_until timestamptz not null,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  undo_until timestamptz not null,
  check (confirmed_at is null or cancelled_at is null)
);
create index email_changes_of_user on email_changes (user_id, requested_at);
create index email_changes_age on email_changes (undo_until);
-- The newest only.
create unique index email_changes_one_pending on email_changes (user_id) where confirmed_at is null and cancelled_at is null;

-- A sign-in waits for a second factor, or, when all was shown, for a new password.
alter table second_steps add column purpose text not null default 'factor' check (purpose in ('factor', 'new_password'));

-- What is known of a password besides its hash: that it has to be changed, because somebody else knows it, or that it
-- stands in a published breach. It holds for the password that was set at that moment, and for no later one.
create table password_marks (
  user_id uuid not null references users (id),
  kind text not null check (kind in ('required', 'breached')),
  password_set_at timestamptz not null,
  marked_at timestamptz not null,
  primary key (user_id, kind)
);
