import type { Capability, Role } from '@kinwise/core/capabilities';
import type { Day, Month } from '@kinwise/core/days';
import type { PayCycle } from '@kinwise/core/pay-periods';

/** The wire's shapes as the web app reads them. Money is a decimal string, days are `YYYY-MM-DD`, instants RFC 3339. */

export type Stamped = {
  id: string;
  version: number;
  created_at?: string;
  updated_at?: string;
  available_actions?: string[];
};

export type HouseholdType = 'family' | 'couple' | 'student' | 'individual' | 'organisation';

export type Household = Stamped & {
  name: string;
  type: HouseholdType;
  currency: string;
  time_zone: string;
  pay_cycle: PayCycle;
  role: Role;
  is_primary: boolean;
  capabilities: Capability[];
  members_count: number;
};

export type Membership = Stamped & {
  user_id: string;
  display_name: string;
  email?: string;
  role: Role;
  status: 'active' | 'cancelled' | 'expired';
  is_primary: boolean;
  is_me: boolean;
  joined_at: string;
  ended_at?: string | null;
};

export type Invitation = Stamped & {
  email?: string | null;
  role: Role;
  status: 'pending' | 'accepted' | 'revoked' | 'expired';
  message?: string;
  /** Only in the answer that made or renewed it. */
  link?: string;
  inviter_name?: string;
  expires_at: string;
};

export type AccountKind =
  | 'checking'
  | 'savings'
  | 'credit'
  | 'cash'
  | 'investment'
  | 'loan'
  | 'kiwisaver'
  | 'mortgage'
  | 'other';

export type Account = Stamped & {
  name: string;
  kind: AccountKind;
  currency: string;
  opening_balance: string;
  opened_on: Day;
  balance: string;
  pending: string;
  available: string;
  credit_limit?: string | null;
  overdraft_limit?: string | null;
  allow_overdraft: boolean;
  visibility: 'shared' | 'private';
  owner_user_id?: string | null;
  count_in_totals: boolean;
  include_in_totals: boolean;
  institution?: string | null;
  number_masked?: string | null;
  colour?: string | null;
  icon?: string | null;
  order: number;
  status: 'open' | 'closed';
  closed_on?: Day | null;
  last_reconciled_on?: Day | null;
  notes?: string | null;
};

export type Category = Stamped & {
  parent_id: string | null;
  name: string;
  name_mi?: string | null;
  kind: 'income' | 'expense' | 'both';
  icon: string;
  colour: string;
  order: number;
  depth: number;
  path: string;
  is_default: boolean;
  is_archived: boolean;
  transactions_count?: number;
};

export type Merchant = Stamped & {
  name: string;
  aliases: { id: string; name: string }[];
  default_category_id?: string | null;
  colour?: string | null;
  transactions_count: number;
  last_used_on?: Day | null;
};

export type Tag = Stamped & { name: string; colour?: string | null; transactions_count?: number };

export type TransactionSplit = {
  id: string;
  category_id?: string | null;
  member_id?: string | null;
  amount: string;
  note?: string | null;
};

export type Proposal = { category_id: string; confidence: number; reason: string };

export type Transaction = Stamped & {
  account_id: string;
  occurred_on: Day;
  booked_on?: Day | null;
  /** Signed: spending is negative. */
  amount: string;
  currency: string;
  type: 'income' | 'expense' | 'transfer';
  status: 'pending' | 'completed' | 'failed' | 'cancelled';
  source: 'manual' | 'import' | 'voice' | 'receipt' | 'feed' | 'system';
  payee: string | null;
  merchant_id?: string | null;
  memo?: string | null;
  reference?: string | null;
  notes?: string | null;
  category_id?: string | null;
  tags: string[];
  splits: TransactionSplit[];
  payer_id?: string | null;
  beneficiary_id?: string | null;
  author_id?: string | null;
  transfer_id?: string | null;
  transfer_account_id?: string | null;
  household_amount?: string | null;
  rate?: string | null;
  needs_review: boolean;
  proposed?: Proposal | null;
  import_id?: string | null;
  deleted_at?: string | null;
};

export type RuleCondition = { field: string; op: string; value: unknown };
export type RuleAction = { kind: string; value?: unknown };

export type Rule = Stamped & {
  name: string;
  order: number;
  is_active: boolean;
  match: 'all' | 'any';
  conditions: RuleCondition[];
  actions: RuleAction[];
  stop: boolean;
  hits: number;
};

/** What a rule would do to one entry. */
export type RuleChanges = {
  category_id?: string;
  payee?: string;
  notes?: string;
  payer_id?: string;
  add_tags?: string[];
  split?: { category_id: string | null; member_id: string | null; amount: string }[];
  transfer_account_id?: string | null;
  ignore?: true;
};

/** Filters of the transactions list under a name, as its address holds them. */
export type SavedSearch = Stamped & { name: string; filters: Readonly<Record<string, unknown>> };

export type ExchangeRate = Stamped & {
  base: string;
  quote: string;
  on: Day;
  rate: string;
  source?: 'manual' | 'file';
};

/** What came of a file of rates. */
export type RatesRead = {
  read: number;
  kept: number;
  changed: number;
  skipped: number;
  warnings: { code: string; message: string; line: number }[];
  first_on: Day | null;
  last_on: Day | null;
  currencies: string[];
};

export type Dashboard = {
  today: Day;
  currency: string;
  net_worth: string;
  balances: { everyday: string; savings: string; debt: string };
  pay: {
    period: { starts_on: Day; ends_on: Day };
    next_pay_on: Day;
    days_left: number;
    spent: string;
    income: string;
    left_a_day: string;
  };
  month: {
    month: Month;
    income: string;
    expense: string;
    net: string;
    by_category: { category_id: string | null; amount: string; share: number }[];
  };
  cash_flow: { month: Month; income: string; expense: string; net: string }[];
  needs_you: { kind: string; count: number; link: string }[];
  recent: Transaction[];
};
