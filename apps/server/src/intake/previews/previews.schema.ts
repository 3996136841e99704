import { exponentOf } from '@kinwise/core/currencies';
import type { Id } from '@kinwise/core/ids';
import { formatMinor } from '@kinwise/core/money';
import { z } from 'zod';
import { day, decimal, id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { proposalSchema } from '../../ledger/register/register.schema.ts';
import type { Count, PreviewRow } from './previews.store.ts';

export const STATES = [
  'new',
  'duplicate',
  'possible_duplicate',
  'transfer',
  'replaces_pending',
  'rejected',
] as const;

/** What a row of a file holds besides its amount and day; amounts in it are minor units as text. */
export type RowContent = {
  booked_on?: string | undefined;
  payee: string;
  memo: string;
  reference: string;
  bank_id?: string | undefined;
  pending?: boolean | undefined;
  balance_after?: string | undefined;
  tags?: Id[] | undefined;
  /** Tags by the names that the file gives them; made at the commit where the household lacks them. */
  new_tags?: string[] | undefined;
  notes?: string | undefined;
  reason: string;
  /** For rejected rows: what the line holds, and why it is no row. */
  code?: string | undefined;
  text?: string | undefined;
  proposed?: { category_id: Id; confidence: number; reason: string } | undefined;
  /** What the household's rules want besides the category, and which of them caught the row. */
  payer_id?: Id | undefined;
  rules?: Id[] | undefined;
  /** The payee as the bank names it, where a rule gave it another name. */
  bank_payee?: string | undefined;
  /** The parts that the file or a rule makes of the row, in minor units as text. */
  parts?: RowPart[] | undefined;
  /** The other side as the file or a rule names it, and the row of this file that is it. */
  transfer_with?: string | undefined;
  transfer_to?: Id | undefined;
  twin?: Id | undefined;
  /** What a person decided about the row. */
  by_hand?: ByHand | undefined;
  /** What stood in place of a pending entry that this row booked, to bring it back on undo. */
  replaced?: Record<string, string | number | boolean | null> | undefined;
};

/** `met`: the entry that the row repeated when it was included or left out, or null where it was none of the ledger's. */
export type ByHand = { include?: boolean; met?: Id | null; category_id?: Id | null };

export type RowPart = {
  category_id: Id | null;
  member_id: Id | null;
  minor: string;
  note: string;
  file_category?: string | undefined;
};

const stateSchema = z.enum(STATES).meta({ id: 'ImportState' });

const countsSchema = z
  .object({
    total: z.number().int(),
    included: z.number().int(),
    new: z.number().int(),
    duplicate: z.number().int(),
    possible_duplicate: z.number().int(),
    transfer: z.number().int(),
    replaces_pending: z.number().int(),
    rejected: z.number().int(),
  })
  .meta({ id: 'ImportCounts' });

/** Counts by state, sums and days: of a statement, or of the whole file. */
export const sumsShape = {
  counts: countsSchema,
  sum: decimal,
  sum_in: decimal,
  sum_out: decimal,
  first_on: day.nullable(),
  last_on: day.nullable(),
  currency: z.string().nullable(),
};

export const sumsSchema = z.object(sumsShape).meta({ id: 'ImportSums' });

export const importRowSchema = z
  .object({
    id,
    line: z.number().int(),
    statement: z.number().int(),
    state: stateSchema,
    include: z.boolean(),
    on: day.nullable(),
    amount: decimal.nullable(),
    currency: z.string().nullable(),
    payee: z.string(),
    memo: z.string(),
    reference: z.string(),
    pending: z.boolean(),
    reason: z.string(),
    code: z.string().nullable(),
    text: z.string().nullable().describe('A rejected line as it stands in the file'),
    matches_id: id.nullable(),
    category_id: id.nullable(),
    proposed: proposalSchema.nullable(),
    splits: z
      .array(
        z.object({
          category_id: id.nullable(),
          member_id: id.nullable(),
          amount: decimal,
          note: z.string(),
          file_category: z.string().nullable().describe('The name in the file, where it gave one'),
        }),
      )
      .describe('The parts that the file or a rule makes of the row, unless it gets a category'),
    tag_ids: z.array(id),
    new_tags: z.array(z.string()).describe('Tags that the file names and the household lacks yet'),
    transaction_id: id.nullable(),
  })
  .meta({ id: 'ImportRow' });

export const rowsChangeSchema = z
  .strictObject({
    rows: z
      .array(z.strictObject({ id, include: z.boolean().optional(), category_id: id.nullable().optional() }))
      .max(1000)
      .optional(),
    all: z
      .strictObject({
        state: stateSchema,
        include: z.boolean(),
        statement: z.number().int().min(0).optional().describe('Only of this statement'),
      })
      .optional(),
  })
  .meta({ id: 'ImportRowsChange', examples: [{ rows: [] }] });

export const rowsQuerySchema = z.strictObject({
  ...LIST_QUERY,
  state: stateSchema.optional(),
  statement: z.coerce.number().int().min(0).optional(),
  page_size: z.coerce.number().int().min(1).max(1000).default(100),
});

export function previewOnTheWire(row: PreviewRow): z.infer<typeof importRowSchema> {
  const { content } = row;
  return {
    id: row.id,
    line: row.line,
    statement: row.statement,
    state: row.state,
    include: row.is_included,
    on: row.on_day,
    amount:
      row.amount_minor === null || row.currency === null
        ? null
        : formatMinor(row.amount_minor, exponentOf(row.currency)),
    currency: row.currency,
    payee: content.payee,
    memo: content.memo,
    reference: content.reference,
    pending: content.pending ?? false,
    reason: content.reason,
    code: content.code ?? null,
    text: content.text ?? null,
    matches_id: row.matches_id,
    category_id: row.category_id,
    proposed: content.proposed ?? null,
    splits: splitsOnTheWire(row),
    tag_ids: content.tags ?? [],
    new_tags: content.new_tags ?? [],
    transaction_id: row.transaction_id,
  };
}

function splitsOnTheWire(row: PreviewRow): z.infer<typeof importRowSchema>['splits'] {
  const exponent = exponentOf(row.currency ?? 'NZD');
  return (row.content.parts ?? []).map(({ category_id, member_id, minor, note, file_category }) => ({
    category_id,
    member_id,
    amount: formatMinor(BigInt(minor), exponent),
    note,
    file_category: file_category ?? null,
  }));
}

/** Counts by state, and sums in one currency; zero where the statements have several. */
export function sumsOf(counts: readonly Count[], currency: string | null) {
  const by = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<(typeof STATES)[number], number>;
  for (const count of counts) by[count.state] += count.rows;
  const total = (pick: (count: Count) => bigint): bigint =>
    counts.reduce((sum, count) => sum + pick(count), 0n);
  const money = (minor: bigint): string =>
    formatMinor(currency === null ? 0n : minor, exponentOf(currency ?? 'NZD'));
  const firsts = counts.flatMap((count) => count.first_on ?? []).sort();
  const lasts = counts.flatMap((count) => count.last_on ?? []).sort();
  const money_in = total((count) => count.sum_in);
  const money_out = total((count) => count.sum_out);
  return {
    counts: {
      ...by,
      total: counts.reduce((sum, count) => sum + count.rows, 0),
      included: counts.reduce((sum, count) => sum + count.included, 0),
    },
    sum: money(money_in + money_out),
    sum_in: money(money_in),
    sum_out: money(money_out),
    first_on: firsts[0] ?? null,
    last_on: lasts.at(-1) ?? null,
    currency,
  };
}
