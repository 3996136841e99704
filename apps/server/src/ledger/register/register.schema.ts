import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import { z } from 'zod';
import { amountField, day, dayField, decimal, id, idList, instant } from '../../platform/fields.ts';
import { LIST_QUERY, summedListOf } from '../../platform/lists.ts';
import type { RegisterRow, Totals } from './register.store.ts';

export const TYPES = ['income', 'expense', 'transfer'] as const;
export const STATUSES = ['pending', 'completed', 'failed', 'cancelled'] as const;
export const SOURCES = ['manual', 'import', 'voice', 'receipt', 'feed', 'system'] as const;
export const SORTS = ['-occurred_on', 'occurred_on', '-amount', 'amount', '-created_at'] as const;

const splitSchema = z
  .object({
    id,
    category_id: id.nullable(),
    member_id: id.nullable(),
    amount: decimal,
    note: z.string(),
  })
  .meta({ id: 'TransactionSplit' });

export const proposalSchema = z
  .object({ category_id: id, confidence: z.number().describe('0 to 1'), reason: z.string() })
  .meta({ id: 'Proposal' });

export const transactionSchema = z
  .object({
    id,
    account_id: id,
    occurred_on: day,
    booked_on: day.nullable(),
    amount: decimal.describe('Signed: money out is negative'),
    currency: z.string(),
    household_amount: decimal.describe('In the household’s currency, by the rate frozen on the entry'),
    rate: decimal.nullable(),
    type: z.enum(TYPES),
    status: z.enum(STATUSES),
    source: z.enum(SOURCES),
    payee: z.string(),
    merchant_id: id.nullable(),
    memo: z.string(),
    reference: z.string(),
    notes: z.string(),
    category_id: id.nullable(),
    tags: z.array(id),
    splits: z.array(splitSchema),
    payer_id: id.nullable(),
    beneficiary_id: id.nullable(),
    author_id: id.nullable(),
    transfer_id: id.nullable(),
    transfer_account_id: id.nullable(),
    needs_review: z.boolean(),
    proposed: proposalSchema.nullable(),
    import_id: id.nullable(),
    deleted_at: instant.nullable(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()).optional(),
  })
  .meta({ id: 'Transaction' });

const totalsSchema = z
  .object({
    count: z.number().int().describe('Everything that the filters find, booked or not'),
    income: decimal.describe(
      'Of what is booked alone, as in the figures of the month; transfers are neither. With a filter by category, of split ' +
        'entries only the parts that are in it',
    ),
    expense: decimal.describe('As income'),
    pending: z
      .object({ count: z.number().int(), income: decimal, expense: decimal })
      .meta({ id: 'PendingTotals' })
      .describe('What waits to be booked, apart. What failed or was cancelled is in no sum'),
    currency: z.string().describe('The household’s'),
  })
  .meta({ id: 'TransactionTotals' });

export const transactionsSchema = summedListOf(transactionSchema, totalsSchema);

const yes = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Every filter of the list. Lists of ids are separated by commas. */
export const FILTERS = {
  account_id: id.optional(),
  account_id__in: idList.optional(),
  category_id: id.optional().describe('With everything below it'),
  category_id__in: idList.optional(),
  uncategorised: yes.optional(),
  type: z.enum(TYPES).optional(),
  status: z.enum(STATUSES).optional(),
  source: z.enum(SOURCES).optional(),
  occurred_on: dayField.optional(),
  occurred_on__gte: dayField.optional(),
  occurred_on__lte: dayField.optional(),
  amount__gte: amountField.optional(),
  amount__lte: amountField.optional(),
  payee__contains: z.string().trim().min(1).max(100).optional(),
  memo__contains: z.string().trim().min(1).max(100).optional(),
  merchant_id: id.optional(),
  tag_id: id.optional(),
  tag_id__in: idList.optional(),
  member_id: id.optional().describe('Who paid'),
  beneficiary_id: id.optional(),
  author_id: id.optional(),
  import_id: id.optional(),
  currency: z.string().length(3).optional(),
  needs_review: yes.optional(),
  has_splits: yes.optional(),
  has_transfer: yes.optional(),
  deleted: yes.optional().describe('The trash instead of the entries'),
  q: z.string().trim().min(1).max(100).optional().describe('Payee, merchant, notes, memo or an exact amount'),
};

export const listQuerySchema = z.strictObject({
  ...LIST_QUERY,
  ...FILTERS,
  sort: z.enum(SORTS).default('-occurred_on'),
  totals: yes
    .optional()
    .describe(
      'Count of everything that the filters find, and sums of what of it is booked, and of what is pending',
    ),
});

export type ListQuery = z.infer<typeof listQuerySchema>;
export type WireTransaction = z.infer<typeof transactionSchema>;
export type WireTotals = z.infer<typeof totalsSchema>;

export function totalsOnTheWire(found: Totals, currency: string): WireTotals {
  const money = (minor: bigint): string => formatMinor(minor, exponentOf(currency));
  return {
    count: found.count,
    income: money(found.income_minor),
    expense: money(found.expense_minor),
    pending: {
      count: found.pending,
      income: money(found.pending_income_minor),
      expense: money(found.pending_expense_minor),
    },
    currency,
  };
}

/** `actions` absent: for the thousands of rows of a sync, where the device derives them from the capabilities. */
export function transactionOnTheWire(
  row: RegisterRow,
  household: string,
  actions?: readonly string[],
): WireTransaction {
  const exponent = exponentOf(row.currency);
  return {
    id: row.id,
    account_id: row.account_id,
    occurred_on: row.occurred_on,
    booked_on: row.booked_on,
    amount: formatMinor(row.amount_minor, exponent),
    currency: row.currency,
    household_amount: formatMinor(row.household_minor, exponentOf(household)),
    rate: row.rate === null ? null : row.rate.replace(/\.?0+$/, ''),
    type: row.type as WireTransaction['type'],
    status: row.status as WireTransaction['status'],
    source: row.source as WireTransaction['source'],
    payee: row.payee ?? '',
    merchant_id: row.merchant_id,
    memo: row.memo,
    reference: row.reference,
    notes: row.notes,
    category_id: row.category_id,
    tags: row.tags ?? [],
    splits: (row.splits ?? []).map((split) => ({
      ...split,
      amount: formatMinor(BigInt(split.amount), exponent),
    })),
    payer_id: row.payer_id,
    beneficiary_id: row.beneficiary_id,
    author_id: row.author_id,
    transfer_id: row.transfer_id,
    transfer_account_id: row.transfer_account_id,
    needs_review: row.needs_review,
    proposed:
      row.proposed_category_id === null
        ? null
        : {
            category_id: row.proposed_category_id,
            confidence: row.proposed_confidence ?? 0,
            reason: row.proposed_reason ?? '',
          },
    import_id: row.import_id,
    deleted_at: row.deleted_at,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    ...(actions ? { available_actions: [...actions] } : {}),
  };
}
