import type { List, OnOne, Operation } from './path-shapes.ts';
import type { PeoplePaths } from './paths-people.ts';
import type {
  Account,
  Category,
  Dashboard,
  ExchangeRate,
  Merchant,
  RatesRead,
  Rule,
  RuleChanges,
  Tag,
  Transaction,
} from './types.ts';
import type { Import, ImportRow, ImportState, ImportTemplate } from './import-types.ts';

type MonthRange = { from?: string; to?: string };
type Breakdown = {
  months: string[];
  rows: { category_id: string | null; kind: string; amounts: string[]; total: string }[];
};

/**
 * The routes that screens call directly, in the shape that openapi-typescript writes, so that the generated types can take
 * their place without a change elsewhere. What the local copy keeps is read from there and not listed here.
 */
export type paths = PeoplePaths & {
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
      { base?: string; quote?: string; on?: string; page_size?: number; cursor?: string }
    >;
    post: Operation<ExchangeRate, { base: string; quote: string; on: string; rate: string }>;
  };
  '/exchange-rates/upload/': { post: Operation<RatesRead, FormData> };
  '/exchange-rates/{id}/': { patch: OnOne<ExchangeRate, { rate: string }>; delete: OnOne<unknown> };

  '/rules/test/': {
    post: Operation<
      {
        matched: number;
        scanned: number;
        is_complete: boolean;
        sample: { transaction: Transaction; changes: RuleChanges }[];
      },
      { rule: Pick<Rule, 'match' | 'conditions' | 'actions'>; limit?: number }
    >;
  };
  '/rules/{id}/apply/': {
    post: OnOne<
      { matched: number; changed: number; skipped: number; is_complete: boolean; dry_run: boolean },
      { dry_run?: boolean; overwrite?: boolean }
    >;
  };
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
    get: Operation<
      { points: { on: string; amount: string }[] },
      never,
      MonthRange & { step?: 'day' | 'week' | 'month' }
    >;
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
