import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import type { ColumnRole, CsvMapping, Warning } from '@kinwise/engines/statements/types';
import { z } from 'zod';
import { currencyField, id } from '../../platform/fields.ts';
import { balanceCheckSchema, statementWarningSchema } from '../destinations/destinations.schema.ts';
import type { Check, StatementSummary } from '../destinations/destinations.schema.ts';
import type { Count } from '../previews/previews.ts';
import { sumsOf, sumsShape } from '../previews/previews.schema.ts';
import type { ImportRow } from './imports.store.ts';

export const STATUSES = ['reading', 'preview', 'committing', 'committed', 'undone', 'failed'] as const;

const COLUMN_ROLES = [
  'date',
  'booked_date',
  'value_date',
  'amount',
  'debit',
  'credit',
  'direction',
  'balance',
  'fee',
  'currency',
  'payee',
  'memo',
  'reference',
  'bank_id',
  'kind',
  'category',
  'tags',
  'account',
  'counter_account',
  'status',
  'foreign_amount',
  'foreign_currency',
  'rate',
  'person',
  'ignore',
] as const satisfies readonly ColumnRole[];

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
  balance_check: balanceCheckSchema,
  warnings: z.array(statementWarningSchema),
  ...sumsShape,
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
    ...sumsShape,
    committed_at: z.string().nullable(),
    undone_at: z.string().nullable(),
    author_id: id.nullable(),
    version: z.number().int(),
    created_at: z.string(),
    updated_at: z.string(),
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Import' });

const columnNumber = z.string().regex(/^\d{1,3}$/, { message: 'must be the number of a column, from 0' });
const lineNumber = z.number().int().min(0).max(10_000_000);
const words = z.array(z.string().max(60)).max(50);

/** How a table is read. Whatever is left out, the reader finds; `because` is its own word and ignored on the way in. */
export const mappingSchema = z
  .strictObject({
    encoding: z.string().max(40).optional(),
    delimiter: z.string().min(1).max(1).optional(),
    header_line: lineNumber.optional(),
    first_line: lineNumber.optional(),
    columns: z.record(columnNumber, z.enum(COLUMN_ROLES)).optional(),
    date_order: z.enum(['dmy', 'mdy', 'ymd', 'ydm']).optional(),
    decimal_mark: z.enum(['.', ',']).optional(),
    sign: z.enum(['positive_in', 'positive_out', 'words', 'columns', 'balance']).optional(),
    words_in: words.optional(),
    words_out: words.optional(),
    row_order: z.enum(['oldest_first', 'newest_first']).optional(),
    currency: currencyField.optional(),
    because: z.unknown().optional(),
  })
  .meta({ id: 'CsvMapping', examples: [{ date_order: 'dmy' }] });

export const uploadSchema = z
  .strictObject({
    account_id: id.optional(),
    mapping: z
      .string()
      .max(20_000)
      .transform((text, check) => {
        try {
          return mappingSchema.parse(JSON.parse(text)) as CsvMapping;
        } catch (problem) {
          const issue = problem instanceof z.ZodError ? problem.issues[0] : undefined;
          const message = issue
            ? `must be a mapping; /${issue.path.join('/')}: ${issue.message}`
            : 'must be JSON';
          check.addIssue({ code: 'custom', message, params: { code: 'mapping_invalid' } });
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

export const commitSchema = z
  .strictObject({
    adjust_opening: z
      .boolean()
      .default(false)
      .describe('Set the opening balance of each account so that it ends where the statement does'),
  })
  .meta({ id: 'ImportCommit', examples: [{}] });

export type WireImport = z.infer<typeof importSchema>;
export type ImportChange = z.infer<typeof importChangeSchema>;

export type Summary = {
  format?: string;
  bank?: { id: string; name: string } | undefined;
  encoding?: string;
  layout?: string | undefined;
  /** How the file was read, in full. */
  mapping?: CsvMapping | undefined;
  /** What a person named of it. */
  given?: CsvMapping | undefined;
  columns?: { name: string; samples: string[] }[] | undefined;
  warnings?: Warning[];
  refusal?: { code: string; line?: number | undefined; message: string; cure: string };
  statements?: StatementSummary[];
  /** The number of the household's last change when the preview was made: what came later may be the same rows. */
  seen?: string;
  adjust_opening?: boolean;
  /** By how much the commit moved openings, to be taken back by the undo. Minor units as text. */
  openings?: { account_id: string; moved: string }[];
  /** Tags that the commit made, to go with the undo where nothing else has them. */
  tags_made?: string[];
  /** Why a commit is being taken back half-way. */
  retreat?: string | undefined;
};

export function importOnTheWire(
  row: ImportRow,
  with_: { counts: readonly Count[]; checks: readonly Check[]; actions: readonly string[] },
): WireImport {
  const { summary } = row;
  const { counts, checks } = with_;
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
    statements: statements.map((statement, index) => ({
      index,
      ...statementOnTheWire(statement),
      balance_check: checks[index]?.balance_check ?? null,
      warnings: [...(checks[index]?.warnings ?? [])],
      ...sumsOf(
        counts.filter((count) => count.statement === index),
        statement.currency,
      ),
    })),
    ...sumsOf(counts, currencies.size === 1 ? (only ?? null) : null),
    committed_at: row.committed_at,
    undone_at: row.undone_at,
    author_id: row.author_id,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...with_.actions],
  };
}

function statementOnTheWire(statement: StatementSummary) {
  const exponent = exponentOf(statement.currency);
  const money = (balance: { minor: string } | undefined): string | null =>
    balance === undefined ? null : formatMinor(BigInt(balance.minor), exponent);
  const { number_masked, name, kind, currency, proposed_account_id, account_id, skip } = statement;
  return {
    account_hint: { number_masked, name, kind, currency },
    proposed_account_id,
    account_id,
    skip,
    opening_balance: money(statement.opening),
    closing_balance: money(statement.closing),
    closing_on: statement.closing?.on ?? null,
  };
}
