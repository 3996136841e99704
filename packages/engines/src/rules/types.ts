/** What a household's own rules are made of: conditions on an entry, and what to do with it when they hold. */
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';

export const TEXT_FIELDS = ['payee', 'memo', 'text'] as const;
export const ID_FIELDS = ['merchant_id', 'account_id', 'member_id'] as const;
export const FIELDS = [...TEXT_FIELDS, ...ID_FIELDS, 'amount', 'occurred_day', 'type', 'currency'] as const;

export const OPS = [
  'is',
  'in',
  'contains',
  'starts_with',
  'ends_with',
  'matches',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
] as const;

export const ACTION_KINDS = [
  'set_category',
  'add_tag',
  'set_payee',
  'set_member',
  'set_notes',
  'mark_transfer',
  'ignore',
  'split',
] as const;

export type Field = (typeof FIELDS)[number];
export type Op = (typeof OPS)[number];
export type ActionKind = (typeof ACTION_KINDS)[number];

/**
 * `value` by field: a text; an id; `amount` a decimal without sign, compared with the size of the amount; `occurred_day`
 * a day of the month (1 to 31) or a day (`2026-11-22`). A list for `in`, a pair for `between`.
 */
export type Condition = { readonly field: Field; readonly op: Op; readonly value: unknown };

/**
 * `value` by kind: an id for set_category, add_tag and set_member; a text for set_payee and set_notes; the other account
 * or null for mark_transfer; nothing for ignore; shares for split.
 */
export type Action = { readonly kind: ActionKind; readonly value?: unknown };

/** A part of a split: its weight among all parts, such as 50 and 50, or 1 and 2. */
export type Share = {
  readonly category_id: Id | null;
  readonly member_id: Id | null;
  readonly share: number;
};

export type Rule = {
  readonly id: Id;
  /** Whether all conditions have to hold, or any of them. */
  readonly match: 'all' | 'any';
  readonly conditions: readonly Condition[];
  readonly actions: readonly Action[];
  /** Whether the rules after this one are left out for an entry that it caught. */
  readonly stop: boolean;
};

/** An entry as rules see it. */
export type RuleEntry = {
  readonly payee: string;
  readonly merchant_id: Id | null;
  readonly memo: string;
  readonly reference: string;
  readonly notes: string;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly account_id: Id;
  readonly occurred_on: Day;
  readonly type: 'income' | 'expense' | 'transfer';
  readonly member_id: Id | null;
};

/** What the rules want done with an entry. What is absent, no rule spoke about. */
export type Outcome = {
  /** The rules that caught it, in their order. */
  readonly rules: readonly Id[];
  /** The rule that decided about category, split or transfer. */
  readonly sorted_by?: Id;
  readonly category_id?: Id;
  readonly tags: readonly Id[];
  readonly payee?: string;
  readonly member_id?: Id;
  readonly notes?: string;
  /** The other side is in this account, or in one that nobody named. */
  readonly transfer?: { readonly account_id: Id | null };
  readonly ignore: boolean;
  readonly split?: readonly Share[];
};
