import type { Day } from '@kinwise/core/days';
import type { Proposal, Stamped } from './types.ts';

export type ImportState =
  | 'new'
  | 'duplicate'
  | 'possible_duplicate'
  | 'transfer'
  | 'replaces_pending'
  | 'rejected';

export type StatementCounts = Record<ImportState, number> & { total: number; included: number };

/** Counts by state, sums and days. The sums are zero where several currencies stand together (`currency` is null). */
export type ImportSums = {
  counts: StatementCounts;
  sum: string;
  sum_in: string;
  sum_out: string;
  first_on: Day | null;
  last_on: Day | null;
  currency: string | null;
};

export type Statement = ImportSums & {
  index: number;
  account_hint: {
    number_masked: string | null;
    name: string | null;
    /** What the file says of the account: everyday, savings, credit, loan, investment, cash, shared. */
    kind: string | null;
    currency: string;
  };
  proposed_account_id: string | null;
  account_id: string | null;
  skip: boolean;
  opening_balance: string | null;
  closing_balance: string | null;
  closing_on: Day | null;
};

export type ImportWarning = { code: string; message: string; line?: number };

export type Import = Stamped &
  ImportSums & {
    status: 'reading' | 'preview' | 'committing' | 'committed' | 'undone' | 'failed';
    file_name: string;
    size: number;
    format: string | null;
    bank: string | null;
    encoding: string | null;
    /** For tables: how they were read, each choice with its reason (`CsvMapping` of the statement reader). */
    mapping?: unknown;
    columns: { name: string; samples: string[] }[] | null;
    progress: { done: number; total: number };
    warnings: ImportWarning[];
    refusal: { code: string; line?: number; message: string; cure: string } | null;
    statements: Statement[];
    committed_at: string | null;
    undone_at: string | null;
    author_id?: string | null;
  };

export type ImportRow = {
  id: string;
  line: number;
  statement: number;
  state: ImportState;
  include: boolean;
  /** Missing, as amount and currency are, for a line that is no row. */
  on: Day | null;
  amount: string | null;
  currency: string | null;
  payee: string;
  memo: string;
  reference: string;
  pending?: boolean;
  reason: string;
  code?: string | null;
  /** A rejected line as it stands in the file. */
  text?: string | null;
  matches_id: string | null;
  category_id: string | null;
  proposed: Proposal | null;
  transaction_id?: string | null;
};

/** A layout of files that is remembered, so that the next one is read without asking. */
export type ImportTemplate = {
  id: string;
  layout: string;
  bank: string;
  mapping: unknown;
  uses: number;
  updated_at: string;
};
