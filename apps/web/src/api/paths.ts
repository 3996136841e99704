import type {
  Account,
  Category,
  Dashboard,
  ExchangeRate,
  Household,
  Import,
  ImportRow,
  ImportState,
  ImportTemplate,
  Invitation,
  Me,
  Membership,
  Merchant,
  Preferences,
  Rule,
  Tag,
  Transaction,
} from './types.ts';

/**
 * The routes that screens call directly, in the shape that openapi-typescript writes, so that the generated types can take
 * their place without a change elsewhere. What the local copy keeps is read from there and not listed here.
 */
type Json<Body> = { content: { 'application/json': Body } };

type Operation<Answer, Body = never, Query = never> = {
  parameters: {
    query?: [Query] extends [never] ? never : Query;
    header?: Record<string, string>;
    path?: never;
    cookie?: never;
  };
  requestBody?: [Body] extends [never] ? never : Json<Body>;
  responses: { 200: Json<Answer> };
};

type OnOne<Answer, Body = never, Query = never, Names extends string = 'id'> = Omit<
  Operation<Answer, Body, Query>,
  'parameters'
> & {
  parameters: {
    query?: [Query] extends [never] ? never : Query;
    header?: Record<string, string>;
    path: Record<Names, string>;
    cookie?: never;
  };
};

type List<Row> = {
  results: Row[];
  _meta: {
    next_cursor: string | null;
    previous_cursor: string | null;
    page_size: number;
    count?: number;
    totals?: unknown;
  };
};

export type LoginAnswer = {
  access_token: string;
  expires_in: number;
  csrf_token?: string;
  token_type: 'Bearer';
  user: Me;
  mfa_required: boolean;
};

export type Session = {
  id: string;
  device_name: string | null;
  browser: string | null;
  os: string | null;
  ip: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  current: boolean;
};

export type RegisterBody = {
  email: string;
  username?: string;
  password: string;
  password_confirm: string;
  first_name: string;
  last_name?: string;
  terms_accepted: true;
  privacy_policy_accepted: true;
  locale?: string;
  timezone?: string;
  invitation_token?: string;
};

export type PasswordStrength = {
  score: number;
  acceptable: boolean;
  problems: { code: string; message: string }[];
};

export type InvitationByToken = {
  household_name: string;
  inviter_name: string;
  role: string;
  expires_at: string;
  email_hint: string | null;
  message?: string;
};

export type HouseholdBody = Pick<Household, 'name' | 'type' | 'currency' | 'time_zone' | 'pay_cycle'> & {
  id?: string;
};

type Message = { message: string; email?: string };
type MonthRange = { from?: string; to?: string };
type Breakdown = {
  months: string[];
  rows: { category_id: string | null; kind: string; amounts: string[]; total: string }[];
};

export type paths = {
  '/auth/register/': { post: Operation<Message, RegisterBody> };
  '/auth/login/': {
    post: Operation<
      LoginAnswer,
      { email_or_username: string; password: string; remember_me?: boolean; device_name?: string }
    >;
  };
  '/auth/email/verify/': { post: Operation<{ exchange_token: string }, { token: string }> };
  '/auth/email/resend/': { post: Operation<Message, { email: string }> };
  '/auth/exchange-token/': { post: Operation<LoginAnswer, { exchange_token: string }> };
  '/auth/password/reset/': { post: Operation<Message, { email: string }> };
  '/auth/password/reset/confirm/': {
    post: Operation<Message, { token: string; new_password: string; new_password_confirm: string }>;
  };
  '/auth/password/change/': {
    post: Operation<unknown, { old_password: string; new_password: string; new_password_confirm: string }>;
  };
  '/auth/password/strength/': {
    post: Operation<PasswordStrength, { password: string; email?: string; first_name?: string }>;
  };
  '/auth/sessions/': { get: Operation<{ results: Session[] }> };
  '/auth/sessions/{id}/': { delete: OnOne<unknown> };
  '/auth/sessions/terminate-all/': { post: Operation<unknown> };
  '/users/me/': { get: Operation<Me>; patch: Operation<Me, Partial<Me>> };
  '/users/me/preferences/': {
    get: Operation<Preferences>;
    patch: Operation<Preferences, Partial<Preferences>>;
  };
  '/dev/status/': { get: Operation<{ demo: boolean; dev_login: boolean; mailbox: boolean }> };
  '/dev/demo-login/': { post: Operation<LoginAnswer, { member: string }> };

  '/households/': { get: Operation<List<Household>>; post: Operation<Household, HouseholdBody> };
  '/households/{id}/': {
    get: OnOne<Household>;
    patch: OnOne<Household, Partial<HouseholdBody>>;
    delete: OnOne<unknown>;
  };
  '/households/{id}/members/': { get: OnOne<{ results: Membership[] }> };
  '/households/{id}/invitations/': {
    get: OnOne<{ results: Invitation[] }>;
    post: OnOne<Invitation, { email?: string; role: string; expires_in_days?: number; message?: string }>;
  };
  '/households/{id}/set-primary/': { post: OnOne<unknown> };
  '/households/{id}/leave/': { post: OnOne<unknown> };
  '/households/{id}/transfer-ownership/': {
    post: OnOne<Household, { membership_id: string; my_role?: string }>;
  };
  '/memberships/{id}/': { patch: OnOne<Membership, { role: string }> };
  '/memberships/{id}/deactivate/': { post: OnOne<unknown> };
  '/invitations/{id}/resend/': { post: OnOne<Invitation, { expires_in_days?: number }> };
  '/invitations/{id}/revoke/': { post: OnOne<unknown> };
  '/invitations/by-token/{token}/': { get: OnOne<InvitationByToken, never, never, 'token'> };
  '/invitations/by-token/{token}/accept/': { post: OnOne<Household, never, never, 'token'> };

  '/accounts/': {
    post: Operation<Account, Partial<Account> & { name: string; kind: string; number?: string | null }>;
  };
  '/accounts/{id}/close/': { post: OnOne<Account, { closed_on?: string }> };
  '/accounts/{id}/reopen/': { post: OnOne<Account> };
  '/accounts/{id}/reconcile/': {
    post: OnOne<
      { difference: string; adjustment_id?: string | null; reconciled: boolean },
      { statement_balance: string; as_of: string; adjust?: boolean }
    >;
  };
  '/accounts/{id}/balance-history/': {
    get: OnOne<
      { points: { on: string; balance: string }[] },
      never,
      { from?: string; to?: string; step?: 'day' | 'week' | 'month' }
    >;
  };
  '/accounts/summary/': {
    get: Operation<{
      net_worth: { amount: string; currency: string };
      by_kind: { kind: string; amount: string }[];
      by_currency: { currency: string; amount: string; converted: string; rate: string; rate_on: string }[];
      private_others: { currency: string; amount: string }[];
      history: { on: string; net_worth: string }[];
    }>;
  };
  '/categories/': { get: Operation<List<Category>, never, { deleted?: boolean }> };
  '/categories/{id}/': { delete: OnOne<unknown, never, { reassign_to?: string }> };
  '/categories/{id}/merge/': { post: OnOne<Category, { into_id: string }> };
  '/categories/{id}/restore/': { post: OnOne<Category> };
  '/categories/usage/': {
    get: Operation<{
      results: { category_id: string; count: number; total: string; last_used_on: string | null }[];
    }>;
  };
  '/categories/reorder/': { post: Operation<unknown, { ids: string[] }> };
  '/merchants/{id}/merge/': { post: OnOne<Merchant, { into_id: string }> };
  '/tags/': { get: Operation<List<Tag>> };
  '/transactions/': { get: Operation<List<Transaction>, never, Record<string, string>> };
  '/transactions/{id}/': { get: OnOne<Transaction> };
  '/transactions/bulk/': {
    post: Operation<
      { results: unknown[] },
      {
        operations: {
          op: 'create' | 'update' | 'delete' | 'restore';
          id: string;
          data?: Record<string, unknown>;
        }[];
      },
      { atomic?: boolean }
    >;
  };
  '/transactions/{id}/categorise/': {
    post: OnOne<Transaction, { category_id: string; also?: 'same_payee' }>;
  };
  '/transactions/merge/': { post: Operation<Transaction, { keep_id: string; drop_id: string }> };
  '/transactions/link-transfer/': { post: Operation<unknown, { from_id: string; to_id: string }> };
  '/transactions/unlink-transfer/': { post: Operation<unknown, { id: string }> };
  '/transactions/suggest-transfers/': {
    get: Operation<{ results: { from: Transaction; to: Transaction; score: number; reason: string }[] }>;
  };
  '/currencies/': {
    get: Operation<{ results: { code: string; exponent: number; symbol: string; name: string }[] }>;
  };

  '/exchange-rates/': {
    get: Operation<
      List<ExchangeRate>,
      never,
      { base?: string; quote?: string; on?: string; page_size?: number }
    >;
    post: Operation<ExchangeRate, { base: string; quote: string; on: string; rate: string }>;
  };
  '/exchange-rates/{id}/': { delete: OnOne<unknown> };

  '/rules/test/': {
    post: Operation<
      { matched: number; sample: { transaction: Transaction; changes: Record<string, unknown> }[] },
      { rule: Partial<Rule>; limit?: number }
    >;
  };
  '/rules/{id}/apply/': { post: OnOne<{ matched: number; changed: number }, { dry_run?: boolean }> };
  '/rules/reorder/': { post: Operation<unknown, { ids: string[] }> };
  '/imports/': { get: Operation<List<Import>>; post: Operation<Import, FormData> };
  '/imports/{id}/': {
    get: OnOne<Import>;
    patch: OnOne<
      Import,
      {
        mapping?: unknown;
        account_id?: string;
        statements?: { index: number; account_id?: string | null; skip?: boolean }[];
      }
    >;
    delete: OnOne<unknown>;
  };
  '/imports/{id}/rows/': {
    get: OnOne<
      List<ImportRow>,
      never,
      { state?: ImportState; statement?: number; cursor?: string; page_size?: number }
    >;
    patch: OnOne<
      unknown,
      | { rows: { id: string; include?: boolean; category_id?: string | null }[] }
      | { all: { state: ImportState; include: boolean } }
    >;
  };
  '/imports/{id}/commit/': { post: OnOne<Import, { adjust_opening?: boolean }> };
  '/imports/{id}/undo/': { post: OnOne<Import> };
  '/imports/templates/': { get: Operation<{ results: ImportTemplate[] }> };
  '/imports/templates/{id}/': { delete: OnOne<unknown> };

  '/analytics/dashboard/': { get: Operation<Dashboard> };
  '/analytics/category-breakdown/': { get: Operation<Breakdown, never, MonthRange> };
  '/analytics/cash-flow/': {
    get: Operation<{ months: { month: string; income: string; expense: string }[] }, never, MonthRange>;
  };
  '/analytics/net-worth/': {
    get: Operation<{ points: { on: string; amount: string }[] }, never, MonthRange>;
  };
  '/audit/': {
    get: Operation<
      List<{
        id: string;
        at: string;
        actor: string;
        action: string;
        entity: string;
        entity_id: string;
        before: unknown;
        after: unknown;
        risk: string;
      }>
    >;
  };
};
