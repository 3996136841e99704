import type { Day } from '@kinwise/core/days';

/** How far a reader has come; `done` and `total` share a unit (bytes, lines or rows) that depends on the format. */
export type Progress = { done: number; total: number };

export type ReadOptions = {
  /** The name under which the file arrived. Evidence only: the content decides. */
  fileName?: string | undefined;
  /** ISO code of the account or household, used where the file names no currency. */
  currency: string;
  /** The household's today: gives two-digit years their century and makes days far ahead suspicious. */
  today: Day;
  /** What the person corrected, or what was remembered for this layout. Overrides only what it names. */
  mapping?: CsvMapping | undefined;
};

export type ReadOutcome = { ok: true; file: StatementFile } | { ok: false; refusal: Refusal };

/** Why nothing was read: what is wrong, where, and what to do about it. */
export type Refusal = { code: string; line?: number | undefined; message: string; cure: string };

export type StatementFormat =
  | 'ofx1'
  | 'ofx2'
  | 'qfx'
  | 'qif'
  | 'csv'
  | 'xlsx'
  | 'camt052'
  | 'camt053'
  | 'camt054'
  | 'mt940'
  | 'mt942'
  | 'gnucash'
  | 'ynab'
  | 'mint'
  | 'actual'
  | 'splitwise';

export type StatementFile = {
  format: StatementFormat;
  encoding: string;
  bank?: { id: string; name: string } | undefined;
  /** Fingerprint of a table's layout (delimiter and column names): the key under which a mapping is remembered. */
  layout?: string | undefined;
  /** For tables only: everything that was decided about the layout, each with its reason. */
  mapping?: CsvMapping | undefined;
  columns?: { name: string; samples: string[] }[] | undefined;
  statements: Statement[];
  warnings: Warning[];
};

export type Warning = { code: string; message: string; line?: number | undefined };

export type StatementAccount = {
  number?: string | undefined;
  bankCode?: string | undefined;
  name?: string | undefined;
  kind?: AccountKind | undefined;
};

export type AccountKind = 'everyday' | 'savings' | 'credit' | 'loan' | 'investment' | 'cash' | 'shared';

/** A balance in the holder's view, in the statement's currency. */
export type StatementBalance = { amount_minor: bigint; on: Day };

export type Statement = {
  /** The file of an archive that it stands in, where that holds several. */
  file?: string | undefined;
  account?: StatementAccount | undefined;
  currency: string;
  /** The file names no currency: the one that the reader was given is taken. */
  isCurrencyAssumed?: boolean | undefined;
  opening?: StatementBalance | undefined;
  closing?: StatementBalance | undefined;
  available?: StatementBalance | undefined;
  rows: StatementRow[];
  rejected: RejectedRow[];
};

export type StatementRow = {
  /** Line of the file, from 1, where the row begins. */
  line: number;
  /** The day on which it happened, as the holder would say it. */
  on: Day;
  /** The day on which the bank booked it, where the file tells both. */
  booked_on?: Day | undefined;
  /** Holder's view: spending negative, income positive, never zero. */
  amount_minor: bigint;
  currency: string;
  payee: string;
  memo: string;
  reference: string;
  /** The bank's own identity of the row, only where it can be trusted to name this row and no other. */
  bank_id?: string | undefined;
  pending?: boolean | undefined;
  balance_after_minor?: bigint | undefined;
  category?: string | undefined;
  tags?: string[] | undefined;
  /** Name or number of the account on the other side, where the file says that this is a transfer. */
  transfer_account?: string | undefined;
  /** Account number of whoever is on the other side, transfer or not. */
  counter_account?: string | undefined;
  foreign?: { amount_minor: bigint; currency: string; rate?: string | undefined } | undefined;
  /** The bank's or app's own word for the kind of row, such as `ATM` or `DIRECT DEBIT`. */
  kind?: string | undefined;
  splits?: { category: string; memo: string; amount_minor: bigint }[] | undefined;
  /** Splitwise: the whole cost and what each person is owed (positive) or owes (negative). */
  shared?: { cost_minor: bigint; people: { name: string; amount_minor: bigint }[] } | undefined;
  /** The row as it stands in the file. */
  raw: string;
};

/** A line that is no row, alone: the rows around it are read. */
export type RejectedRow = { line: number; text: string; code: string; message: string };

export type ColumnRole =
  | 'date'
  | 'booked_date'
  | 'value_date'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'direction'
  | 'balance'
  | 'fee'
  | 'currency'
  | 'payee'
  | 'memo'
  | 'reference'
  | 'bank_id'
  | 'kind'
  | 'category'
  | 'tags'
  | 'account'
  | 'counter_account'
  | 'status'
  | 'foreign_amount'
  | 'foreign_currency'
  | 'rate'
  | 'person'
  | 'ignore';

export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';
export type DecimalMark = '.' | ',';

/**
 * `positive_in`: a plus is money in. `positive_out`: a plus is money spent, as in many card exports. `words`: the
 * direction column decides. `columns`: a column each for money out and in. `balance`: the running balance decides.
 */
export type SignRule = 'positive_in' | 'positive_out' | 'words' | 'columns' | 'balance';

/**
 * How a table is read; plain JSON. Everything is optional: what a person or the memory names overrides what the reader
 * finds, and the reader hands back the whole with its reasons.
 */
export type CsvMapping = {
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Line (from 1) that holds the column names; 0 when there is none. */
  header_line?: number | undefined;
  /** First line (from 1) that can be a row; what stands above is preamble. */
  first_line?: number | undefined;
  /** Roles by column number, from 0, as text: `{"0": "date", "2": "amount"}`. */
  columns?: Record<string, ColumnRole> | undefined;
  date_order?: DateOrder | undefined;
  decimal_mark?: DecimalMark | undefined;
  sign?: SignRule | undefined;
  /** Words of the direction column; the empty text stands for an empty cell. */
  words_in?: string[] | undefined;
  words_out?: string[] | undefined;
  row_order?: 'oldest_first' | 'newest_first' | undefined;
  /** For rows that name none. */
  currency?: string | undefined;
  /** Why each choice was made, from 0 (a guess) to 1 (certain). Ignored on the way in. */
  because?: Partial<Record<MappingChoice, { reason: string; confidence: number }>> | undefined;
};

export type MappingChoice =
  | 'encoding'
  | 'delimiter'
  | 'header_line'
  | 'columns'
  | 'date_order'
  | 'decimal_mark'
  | 'sign'
  | 'row_order'
  | 'currency';
