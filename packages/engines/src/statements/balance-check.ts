import { formatWire } from '@kinwise/core/money';
import type { Statement, Warning } from './types.ts';

/** Says so when opening balance and rows do not make the closing balance. Never a reason to refuse. */
export function checkBalance(statement: Statement, warnings: Warning[]): void {
  const { opening, closing, currency } = statement;
  if (opening === undefined || closing === undefined) return;
  let sum = opening.amount_minor;
  for (const row of statement.rows)
    if (row.currency === currency && row.pending !== true) sum += row.amount_minor;
  if (sum === closing.amount_minor) return;
  const text = (minor: bigint) => `${formatWire({ minor, currency })} ${currency}`;
  const name = statement.account?.number ?? statement.account?.name;
  warnings.push({
    code: 'balance_mismatch',
    message:
      `${name === undefined ? 'The statement' : `The statement of ${name}`} opens with ${text(opening.amount_minor)} and closes with ` +
      `${text(closing.amount_minor)}, but its rows lead to ${text(sum)}. Rows may be missing from the file.`,
  });
}
