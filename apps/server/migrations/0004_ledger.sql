-- Accounts, what they are sorted by, and what happens on them.

create table accounts (
  household_id uuid not null references households (id),
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in
    ('checking', 'savings', 'credit', 'cash', 'investment', 'loan', 'mortgage', 'kiwisaver', 'other')),
  currency char(3) not null,
  opening_minor bigint not null default 0,
  opened_on date not null,
  balance_minor bigint not null default 0,
  pending_minor bigint not null default 0,
  credit_limit_minor bigint check (credit_limit_minor >= 0),
  overdraft_limit_minor bigint not null default 0 check (overdraft_limit_minor >= 0),
  allow_overdraft boolean not null default false,
  owner_id uuid not null references users (id),
  private_to uuid references users (id),
  include_in_totals boolean not null default true,
  count_in_totals boolean not null default false,
  institution text not null default '',
  number_cipher text,
  number_last4 text,
  number_hash text,
  colour text not null default '',
  icon text not null default '',
  position integer not null default 0,
  status text not null default 'open' check (status in ('open', 'closed')),
  closed_on date,
  reconciled_on date,
  notes text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (household_id, id),
  check ((status = 'closed') = (closed_on is not null)),
  check (private_to is null or private_to = owner_id),
  check (kind <> 'credit' or credit_limit_minor is not null)
);
call kinwise.wall('accounts');

create table categories (
  household_id uuid not null references households (id),
  id uuid not null,
  parent_id uuid,
  name text not null check (name <> ''),
  name_mi text,
  name_key text not null,
  kind text not null check (kind in ('income', 'expense', 'both')),
  icon text not null default '',
  colour text not null default '',
  position integer not null default 0,
  depth integer not null check (depth between 1 and 3),
  default_key text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (household_id, id),
  foreign key (household_id, parent_id) references categories (household_id, id),
  check (parent_id <> id)
);
call kinwise.wall('categories');
create unique index categories_name on categories (household_id, parent_id, name_key) nulls not distinct
  where deleted_at is null;
create unique index categories_default on categories (household_id, default_key);

create table tags (
  household_id uuid not null references households (id),
  id uuid not null,
  name text not null check (name <> ''),
  name_key text not null,
  colour text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (household_id, id)
);
call kinwise.wall('tags');
create unique index tags_name on tags (household_id, name_key) where deleted_at is null;

create table merchants (
  household_id uuid not null references households (id),
  id uuid not null,
  name text not null check (name <> ''),
  name_key text not null,
  default_category_id uuid,
  colour text not null default '',
  private_to uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (household_id, id),
  foreign key (household_id, default_category_id) references categories (household_id, id)
);
call kinwise.wall('merchants');
create unique index merchants_name on merchants (household_id, private_to, name_key) nulls not distinct
  where deleted_at is null;

-- The texts that banks and people write for a merchant, each once. Search goes through this small table.
create table payees (
  household_id uuid not null references households (id),
  id uuid not null,
  name text not null,
  name_key text not null,
  merchant_id uuid,
  private_to uuid,
  created_at timestamptz not null,
  primary key (household_id, id),
  foreign key (household_id, merchant_id) references merchants (household_id, id)
);
call kinwise.wall('payees');
create unique index payees_name on payees (household_id, private_to, name_key) nulls not distinct;
create index payees_of_merchant on payees (household_id, merchant_id);

-- Two sides of one movement between accounts (invariant 3). Another currency carries its rate on the entries.
create table transfers (
  household_id uuid not null references households (id),
  id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  private_to uuid,
  primary key (household_id, id)
);
call kinwise.wall('transfers');

create table transactions (
  household_id uuid not null references households (id),
  id uuid not null,
  account_id uuid not null,
  private_to uuid,
  occurred_on date not null check (occurred_on between '1970-01-01' and '2200-12-31'),
  booked_on date,
  amount_minor bigint not null check (amount_minor <> 0),
  currency char(3) not null,
  household_minor bigint not null,
  rate numeric(22, 10),
  type text not null check (type in ('income', 'expense', 'transfer')),
  status text not null check (status in ('pending', 'completed', 'failed', 'cancelled')),
  source text not null check (source in ('manual', 'import', 'voice', 'receipt', 'feed', 'system')),
  payee_id uuid,
  memo text not null default '',
  reference text not null default '',
  notes text not null default '',
  category_id uuid,
  payer_id uuid references users (id),
  beneficiary_id uuid references users (id),
  author_id uuid references users (id),
  transfer_id uuid,
  import_id uuid,
  import_line integer,
  bank_id text,
  balance_after_minor bigint,
  is_split boolean not null default false,
  needs_review boolean not null default false,
  proposed_category_id uuid,
  proposed_confidence smallint,
  proposed_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (household_id, id),
  foreign key (household_id, account_id) references accounts (household_id, id),
  foreign key (household_id, payee_id) references payees (household_id, id),
  foreign key (household_id, category_id) references categories (household_id, id),
  foreign key (household_id, proposed_category_id) references categories (household_id, id),
  foreign key (household_id, transfer_id) references transfers (household_id, id),
  -- Invariant 4.
  check (type = 'transfer' or (type = 'expense') = (amount_minor < 0)),
  check ((type = 'transfer') = (transfer_id is not null)),
  check (type <> 'transfer' or category_id is null)
);
call kinwise.wall('transactions');
create index transactions_newest on transactions (household_id, occurred_on desc, id desc)
  where deleted_at is null;
create index transactions_of_account on transactions (household_id, account_id, occurred_on desc, id desc);
create index transactions_of_payee on transactions (household_id, payee_id, occurred_on desc, id desc);
create index transactions_of_category on transactions (household_id, category_id, occurred_on desc, id desc);
create index transactions_of_transfer on transactions (household_id, transfer_id) where transfer_id is not null;
create index transactions_of_import on transactions (household_id, import_id) where import_id is not null;
create index transactions_trash on transactions (household_id, deleted_at) where deleted_at is not null;
create index transactions_review on transactions (household_id, occurred_on desc, id desc)
  where needs_review and deleted_at is null;
create index transactions_texts on transactions (household_id, occurred_on desc, id desc) include (memo, notes)
  where deleted_at is null and (memo <> '' or notes <> '');
create index transactions_pending on transactions (household_id, account_id)
  where status = 'pending' and deleted_at is null;
-- De-duplication: a bank's own id stands once in an account.
create unique index transactions_bank_id on transactions (household_id, account_id, bank_id)
  where bank_id is not null and deleted_at is null;

create table transaction_splits (
  household_id uuid not null,
  id uuid not null,
  transaction_id uuid not null,
  position integer not null,
  category_id uuid,
  member_id uuid references users (id),
  amount_minor bigint not null check (amount_minor <> 0),
  household_minor bigint not null,
  note text not null default '',
  private_to uuid,
  primary key (household_id, id),
  foreign key (household_id, transaction_id) references transactions (household_id, id) on delete cascade,
  foreign key (household_id, category_id) references categories (household_id, id)
);
call kinwise.wall('transaction_splits');
create index transaction_splits_of on transaction_splits (household_id, transaction_id, position);
create index transaction_splits_category on transaction_splits (household_id, category_id);

create table transaction_tags (
  household_id uuid not null,
  transaction_id uuid not null,
  tag_id uuid not null,
  private_to uuid,
  primary key (household_id, transaction_id, tag_id),
  foreign key (household_id, transaction_id) references transactions (household_id, id) on delete cascade,
  foreign key (household_id, tag_id) references tags (household_id, id)
);
call kinwise.wall('transaction_tags');
create index transaction_tags_of on transaction_tags (household_id, tag_id, transaction_id);

-- Rollups, kept by the store that writes, in the same transaction. Only completed, undeleted entries count.
create table account_days (
  household_id uuid not null,
  account_id uuid not null,
  on_day date not null,
  private_to uuid,
  delta_minor bigint not null,
  entries integer not null,
  primary key (household_id, account_id, on_day),
  foreign key (household_id, account_id) references accounts (household_id, id)
);
call kinwise.wall('account_days');

-- Amounts are in the household's currency, by each entry's frozen rate; transfers are in neither table.
-- The zero UUID stands for «no category» and for «shared» in the keys.
create table category_days (
  household_id uuid not null,
  on_day date not null,
  category_key uuid not null,
  private_key uuid not null,
  private_to uuid,
  income_minor bigint not null,
  expense_minor bigint not null,
  entries integer not null,
  primary key (household_id, on_day, category_key, private_key)
);
call kinwise.wall('category_days');

create table category_months (
  household_id uuid not null,
  month date not null,
  category_key uuid not null,
  private_key uuid not null,
  private_to uuid,
  income_minor bigint not null,
  expense_minor bigint not null,
  entries integer not null,
  primary key (household_id, month, category_key, private_key)
);
call kinwise.wall('category_months');

create table exchange_rates (
  household_id uuid not null references households (id),
  id uuid not null,
  base char(3) not null,
  quote char(3) not null,
  on_day date not null,
  rate numeric(22, 10) not null check (rate > 0),
  source text not null default 'manual',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (household_id, id),
  unique (household_id, base, quote, on_day),
  check (base <> quote)
);
call kinwise.wall('exchange_rates');

-- What others' private accounts add to the household, as a sum and only where their owners say so.
create function kinwise.private_balances_of_others() returns table (currency char(3), balance_minor bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select a.currency, sum(a.balance_minor)::bigint from accounts a
    where a.household_id = kinwise.household() and a.private_to is not null and a.private_to is distinct from kinwise.actor()
      and a.count_in_totals and a.include_in_totals and a.deleted_at is null
    group by a.currency $$;
