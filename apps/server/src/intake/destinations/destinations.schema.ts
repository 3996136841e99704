import { z } from 'zod';
import { day, decimal } from '../../platform/fields.ts';

/** What is kept of a statement besides its rows, and where it goes. Amounts are minor units as text. */
export type StatementSummary = {
  currency: string;
  /** The file names none; it is the account's, or the household's. */
  currency_assumed?: boolean | undefined;
  number_masked: string | null;
  name: string | null;
  kind: string | null;
  /** The file of an archive that it stands in. */
  file?: string | undefined;
  /** The first statement of the file that is of the same account. */
  same_account_as?: number | undefined;
  /** The account that bears the number which the file names. */
  known_account_id?: string | undefined;
  /** The accounts that bear it where that is not settled, because several do: one of them has to be named. */
  bearer_ids?: string[] | undefined;
  proposed_account_id: string | null;
  account_id: string | null;
  skip: boolean;
  opening?: { minor: string; on: string } | undefined;
  closing?: { minor: string; on: string } | undefined;
};

export const balanceCheckSchema = z
  .object({
    statement_balance: decimal,
    on: day,
    balance_after_commit: decimal.describe('Of the account at the end of that day, with the included rows'),
    difference: decimal.describe('Statement less account; 0 when both agree'),
  })
  .nullable()
  .describe('Null where the statement names no balance or has no account yet, and in lists');

export const statementWarningSchema = z.object({ code: z.string(), message: z.string() });

/** What to look at before a statement is committed. */
export type Check = {
  readonly balance_check: z.infer<typeof balanceCheckSchema>;
  readonly warnings: readonly z.infer<typeof statementWarningSchema>[];
};
