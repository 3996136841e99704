import type { StatementRow, Warning } from './types.ts';

const EMPTY = /^(?:0*|none|nonref|notprovided|n\/a|null|-+)$/i;

/**
 * Leaves a bank's identity only where it names one row and no other: the same id on two different rows is worth
 * nothing, and both are kept. Two rows alike in everything keep theirs, because then it is one row said twice.
 */
export function trustBankIds(rows: readonly StatementRow[], warnings: Warning[]): void {
  const seen = new Map<string, StatementRow>();
  const broken = new Set<string>();
  for (const row of rows) {
    const id = row.bank_id;
    if (id === undefined) continue;
    if (EMPTY.test(id)) {
      delete row.bank_id;
      const other = seen.get(id);
      if (other !== undefined) broken.add(id);
      seen.set(id, row);
      continue;
    }
    const other = seen.get(id);
    if (other !== undefined && !isAlike(other, row)) broken.add(id);
    else seen.set(id, row);
  }
  if (broken.size === 0) return;
  for (const row of rows) if (row.bank_id !== undefined && broken.has(row.bank_id)) delete row.bank_id;
  const count = broken.size;
  warnings.push({
    code: 'repeated_bank_id',
    message: `${count === 1 ? 'One bank id stands' : `${count} bank ids stand`} on rows that differ; they are kept as rows of their own.`,
  });
}

function isAlike(left: StatementRow, right: StatementRow): boolean {
  return (
    left.on === right.on &&
    left.amount_minor === right.amount_minor &&
    left.payee === right.payee &&
    left.memo === right.memo &&
    left.balance_after_minor === right.balance_after_minor
  );
}
