import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import type { CsvMapping, Warning } from '@kinwise/engines/statements/types';
import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import type { Count, PreviewRow } from '../previews/previews.ts';
import type { ImportRow } from './imports.store.ts';

export const STATES = [
  'new',
  'duplicate',
  'possible_duplicate',
  'transfer',
  'replaces_pending',
  'rejected',
] as const;
export const STATUSES = ['reading', 'preview', 'committing', 'committed', 'undone', 'failed'] as const;

const countsSchema = z.object({
  total: z.number().int(),
  included: z.number().int(),
  new: z.number().int(),
  duplicate: z.number().int(),
  possible_duplicate: z.number().int(),
  transfer: z.number().int(),
  replaces_pending: z.number().int(),
  rejected: z.number().int(),
});

const sums = {
  counts: countsSchema,
  sum: z.string(),
  sum_in: z.string(),
  sum_out: z.string(),
  first_on: z.string().nullable(),
  last_on: z.string().nullable(),
  currency: z.string().nullable(),
};

const statementSchema = z.object({
  index: z.number().int(),
  account_hint: z.object({
    number_masked: z.string().nullable(),
    name: z.string().nullable(),
    kind: z.string().nullable(),
    currency: z.string(),
  }),
  proposed_account_id: id.nullable(),
  account_id: id.nullable(),
  skip: z.boolean(),
  opening_balance: z.string().nullable(),
  closing_balance: z.string().nullable(),
  closing_on: z.string().nullable(),
  ...sums,
});

const warningSchema = z.object({ code: z.string(), message: z.string(), line: z.number().int().optional() });

export const importSchema = z
  .object({
    id,
    status: z.enum(STATUSES),
    file_name: z.string(),
    size: z.number().int(),
    format: z.string().nullable(),
    bank: z.string().nullable(),
    encoding: z.string().nullable(),
    layout: z.string().nullable(),
    mapping: z.unknown(),
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })).nullable(),
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    warnings: z.array(warningSchema),
    refusal: z
      .object({ code: z.string(), line: z.number().int().optional(), message: z.string(), cure: z.string() })
      .nullable(),
    statements: z.array(statementSchema),
    ...sums,
    committed_at: z.string().nullable(),
    undone_at: z.string().nullable(),
    author_id: id.nullable(),
    version: z.number().int(),
    created_at: z.string(),
    updated_at: z.string(),
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Import' });

export const importRowSchema = z
  .object({
    id,
    line: z.number().int(),
    statement: z.number().int(),
    state: z.enum(STATES),
    include: z.boolean(),
    on: z.string().nullable(),
    amount: z.string().nullable(),
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
    proposed: z.object({ category_id: id, confidence: z.number(), reason: z.string() }).nullable(),
    transaction_id: id.nullable(),
  })
  .meta({ id: 'ImportRow' });

/** The mapping travels as JSON within a form; what it may hold is checked by the reader, field by field. */
export const mappingSchema = z.looseObject({}).meta({ id: 'CsvMapping' });

export const uploadSchema = z
  .strictObject({
    account_id: id.optional(),
    mapping: z
      .string()
      .max(20_000)
      .transform((text, check) => {
        try {
          return mappingSchema.parse(JSON.parse(text)) as CsvMapping;
        } catch {
          check.addIssue({
            code: 'custom',
            message: 'must be a JSON object',
            params: { code: 'mapping_invalid' },
          });
          return z.NEVER;
        }
      })
      .optional(),
  })
  .meta({ id: 'ImportUpload' });

export const importChangeSchema = z
  .strictObject({
    account_id: id.optional().describe('For every statement of the file'),
    mapping: mappingSchema.optional(),
    statements: z
      .array(
        z.strictObject({
          index: z.number().int().min(0),
          account_id: id.nullable().optional(),
          skip: z.boolean().optional(),
        }),
      )
      .max(500)
      .optional(),
  })
  .meta({ id: 'ImportChange', examples: [{ statements: [{ index: 0, skip: false }] }] });

export const rowsChangeSchema = z
  .strictObject({
    rows: z
      .array(z.strictObject({ id, include: z.boolean().optional(), category_id: id.nullable().optional() }))
      .max(1000)
      .optional(),
    all: z.strictObject({ state: z.enum(STATES), include: z.boolean() }).optional(),
  })
  .meta({ id: 'ImportRowsChange', examples: [{ rows: [] }] });

export const commitSchema = z
  .strictObject({
    adjust_opening: z
      .boolean()
      .default(false)
      .describe('Set the opening balance of each account so that it ends where the statement does'),
  })
  .meta({ id: 'ImportCommit', examples: [{}] });

export const rowsQuerySchema = z.strictObject({
  ...LIST_QUERY,
  state: z.enum(STATES).optional(),
  statement: z.coerce.number().int().min(0).optional(),
  page_size: z.coerce.number().int().min(1).max(1000).default(100),
});

export type WireImport = z.infer<typeof importSchema>;
export type ImportChange = z.infer<typeof importChangeSchema>;

/** What is kept of a statement besides its rows. Amounts are minor units as text. */
export type StatementSummary = {
  currency: string;
  number?: string | undefined;
  number_masked: string | null;
  name: string | null;
  kind: string | null;
  proposed_account_id: string | null;
  account_id: string | null;
  skip: boolean;
  opening?: { minor: string; on: string } | undefined;
  closing?: { minor: string; on: string } | undefined;
};

export type Summary = {
  format?: string;
  bank?: { id: string; name: string } | undefined;
  encoding?: string;
  layout?: string | undefined;
  mapping?: CsvMapping | undefined;
  mapping_given?: boolean;
  columns?: { name: string; samples: string[] }[] | undefined;
  warnings?: Warning[];
  refusal?: { code: string; line?: number | undefined; message: string; cure: string };
  statements?: StatementSummary[];
  /** Openings that the commit changed, to be put back by the undo. Minor units as text. */
  openings?: { account_id: string; before: string }[];
  adjust_opening?: boolean;
};

export function importOnTheWire(
  row: ImportRow,
  counts: readonly Count[],
  actions: readonly string[],
): WireImport {
  const { summary } = row;
  const statements = summary.statements ?? [];
  const currencies = new Set(statements.map((statement) => statement.currency));
  const [only] = currencies;
  return {
    id: row.id,
    status: row.status as WireImport['status'],
    file_name: row.file_name,
    size: Number(row.size_bytes),
    format: summary.format ?? null,
    bank: summary.bank?.name ?? null,
    encoding: summary.encoding ?? null,
    layout: summary.layout ?? null,
    mapping: summary.mapping ?? null,
    columns: summary.columns ?? null,
    progress: { done: row.progress_done, total: row.progress_total },
    warnings: (summary.warnings ?? []).map((warning) => ({ ...warning })) as WireImport['warnings'],
    refusal: (summary.refusal ?? null) as WireImport['refusal'],
    statements: statements.map((statement, index) => statementOnTheWire(statement, index, counts)),
    ...sumsOf(counts, currencies.size === 1 ? (only ?? null) : null),
    committed_at: row.committed_at,
    undone_at: row.undone_at,
    author_id: row.author_id,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...actions],
  };
}

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
    transaction_id: row.transaction_id,
  };
}

function statementOnTheWire(
  statement: StatementSummary,
  index: number,
  counts: readonly Count[],
): WireImport['statements'][number] {
  const exponent = exponentOf(statement.currency);
  const money = (balance: { minor: string } | undefined): string | null =>
    balance === undefined ? null : formatMinor(BigInt(balance.minor), exponent);
  const { number_masked, name, kind, currency, proposed_account_id, account_id, skip } = statement;
  return {
    index,
    account_hint: { number_masked, name, kind, currency },
    proposed_account_id,
    account_id,
    skip,
    opening_balance: money(statement.opening),
    closing_balance: money(statement.closing),
    closing_on: statement.closing?.on ?? null,
    ...sumsOf(
      counts.filter((count) => count.statement === index),
      currency,
    ),
  };
}

/** Counts by state, and sums in one currency; zero where the statements have several. */
function sumsOf(counts: readonly Count[], currency: string | null) {
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
