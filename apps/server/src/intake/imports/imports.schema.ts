import type { Id } from '@kinwise/core/ids';
import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import type { CsvMapping, Warning } from '@kinwise/engines/statements/types';
import { z } from 'zod';
import { day, decimal, id, instant } from '../../platform/fields.ts';
import { balanceCheckSchema, statementWarningSchema } from '../destinations/destinations.schema.ts';
import type { Check, StatementSummary } from '../destinations/destinations.schema.ts';
import type { Count } from '../previews/previews.ts';
import { sumsOf, sumsSchema, sumsShape } from '../previews/previews.schema.ts';
import { foundMappingSchema, mappingSchema } from '../templates/templates.schema.ts';
import type { ImportRow } from './imports.store.ts';

export const STATUSES = ['reading', 'preview', 'committing', 'committed', 'undone', 'failed'] as const;

const statementSchema = z
  .object({
    index: z.number().int(),
    account_hint: z.object({
      number_masked: z.string().nullable(),
      name: z.string().nullable(),
      kind: z
        .string()
        .nullable()
        .describe('As the file says it: everyday, savings, credit, loan, investment, cash, shared'),
      currency: z.string(),
      currency_assumed: z
        .boolean()
        .describe(
          'The file names no currency: it is that of the account, or of the household before one is named',
        ),
    }),
    file_name: z.string().nullable().describe('The file of an archive that it stands in'),
    same_account_as: z
      .number()
      .int()
      .describe('Index of the first statement that is of the same account; its own where there is none'),
    proposed_account_id: id.nullable(),
    account_id: id.nullable(),
    skip: z.boolean(),
    opening_balance: decimal.nullable(),
    closing_balance: decimal.nullable(),
    closing_on: day.nullable(),
    balance_check: balanceCheckSchema,
    warnings: z.array(statementWarningSchema),
    ...sumsShape,
  })
  .meta({ id: 'ImportStatement' });

const warningSchema = z
  .object({ code: z.string(), message: z.string(), line: z.number().int().optional() })
  .meta({ id: 'ImportWarning' });

const refusalSchema = z
  .object({ code: z.string(), line: z.number().int().optional(), message: z.string(), cure: z.string() })
  .meta({ id: 'ImportRefusal' });

export const importSchema = z
  .object({
    id,
    status: z.enum(STATUSES).meta({ id: 'ImportStatus' }),
    file_name: z.string(),
    size: z.number().int(),
    format: z.string().nullable(),
    bank: z.string().nullable(),
    encoding: z.string().nullable(),
    layout: z.string().nullable(),
    mapping: foundMappingSchema.nullable(),
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })).nullable(),
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    warnings: z.array(warningSchema),
    refusal: refusalSchema.nullable(),
    statements: z.array(statementSchema),
    ...sumsShape,
    by_currency: z
      .array(sumsSchema)
      .describe('The same for each currency of the file, as amounts of several make no sum'),
    entries_staying: z
      .number()
      .int()
      .nullable()
      .describe(
        'Entries that another committed import states too: they stay when this one is undone, or have stayed. Null before it is committed, and in lists',
      ),
    committed_at: instant.nullable(),
    undone_at: instant.nullable(),
    author_id: id.nullable(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Import' });

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
  /** What is in the file is more than is read while somebody waits. */
  is_large?: boolean | undefined;
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
  /** How far a commit looked on from there, and the changes it found that others made: it never looks twice. */
  looked?: string | undefined;
  news?: string[] | undefined;
  adjust_opening?: boolean;
  /** By how much the commit moved openings, to be taken back by the undo. Minor units as text. */
  openings?: { account_id: string; moved: string }[];
  /** Accounts that the commit gave the number of the file to, with the keyed hash of it. */
  learned?: { account_id: string; hash: string }[];
  /** Tags that the commit made, to go with the undo where nothing else has them. */
  tags_made?: string[];
  /** Who reads it at the moment. Another one who begins takes it over, and the first one leaves. */
  reader?: Id | undefined;
  /** How many of its entries the undo left to other imports. */
  stayed?: number | undefined;
  /** Why a commit is being taken back half-way. */
  retreat?: string | undefined;
};

export function importOnTheWire(
  row: ImportRow,
  with_: {
    counts: readonly Count[];
    checks: readonly Check[];
    staying: number | null;
    actions: readonly string[];
  },
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
      file_name: statement.file ?? null,
      same_account_as: statement.same_account_as ?? index,
      balance_check: checks[index]?.balance_check ?? null,
      warnings: [...(checks[index]?.warnings ?? [])],
      ...sumsOf(
        counts.filter((count) => count.statement === index),
        statement.currency,
      ),
    })),
    ...sumsOf(counts, currencies.size === 1 ? (only ?? null) : null),
    by_currency: [...currencies].map((currency) =>
      sumsOf(
        counts.filter((count) => statements[count.statement]?.currency === currency),
        currency,
      ),
    ),
    entries_staying: row.status === 'undone' ? (summary.stayed ?? 0) : with_.staying,
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
  const currency_assumed = statement.currency_assumed ?? false;
  return {
    account_hint: { number_masked, name, kind, currency, currency_assumed },
    proposed_account_id,
    account_id,
    skip,
    opening_balance: money(statement.opening),
    closing_balance: money(statement.closing),
    closing_on: statement.closing?.on ?? null,
  };
}
