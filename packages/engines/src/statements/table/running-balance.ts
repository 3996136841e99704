import type { StatementRow, Warning } from '../types.ts';
import { isProven, proveByBalance } from './balance-proof.ts';

/**
 * Lays the rows of one account beside their running balance, once their amounts are in the holder's view. A card's
 * balance is often what is owed: it moves against the rows, and is turned round. Hands back whether the balance holds.
 */
export function settleBalances(rows: readonly StatementRow[]): {
  holds: boolean;
  newestFirst: boolean | undefined;
} {
  const proof = proveByBalance(
    rows.map((row) => ({ account: '', amount: row.amount_minor, balance: row.balance_after_minor })),
  );
  const holds = proof.tested > 0 && isProven(proof);
  if (holds && proof.minus > proof.plus) {
    for (const row of rows) {
      if (row.balance_after_minor !== undefined) row.balance_after_minor = -row.balance_after_minor;
    }
  }
  return { holds, newestFirst: holds ? proof.order === 'newest_first' : undefined };
}

/** Where amounts carry no sign at all, the balance before and behind each row gives it. */
export function signByBalance(
  rows: readonly StatementRow[],
  known: { newestFirst: boolean; opening: bigint | undefined },
  warnings: Warning[],
): void {
  const ordered = known.newestFirst ? [...rows].reverse() : rows;
  let before = known.opening;
  for (const row of ordered) {
    const after = row.balance_after_minor;
    const size = row.amount_minor < 0n ? -row.amount_minor : row.amount_minor;
    if (before !== undefined && after === before + size) row.amount_minor = size;
    else row.amount_minor = -size;
    if (before === undefined || (after !== before + size && after !== before - size)) {
      const message = 'Nothing tells whether money came in or went out here; it is taken for money out.';
      warnings.push({ code: 'sign_doubtful', message, line: row.line });
    }
    before = after;
  }
}
