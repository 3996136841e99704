import type { StatementRow, Warning } from '../types.ts';

const OUT = /^(?:DEBIT|CHECK|ATM|POS|FEE|SRVCHG|DIRECTDEBIT)$/i;
/** Interest is none of them: it is earned as well as paid. */
const IN = /^(?:CREDIT|DEP|DIRECTDEP|DIV)$/i;

/**
 * OFX amounts carry the holder's sign, but some banks leave the sign to the kind of row, or turn card statements round.
 * Only the whole statement can tell: a single debit with a plus may be a reversal.
 */
export function repairSigns(rows: readonly StatementRow[], warnings: Warning[]): void {
  let agree = 0;
  let oppose = 0;
  let negatives = 0;
  for (const row of rows) {
    const isIn = row.amount_minor > 0n;
    if (!isIn) negatives += 1;
    if (OUT.test(row.kind ?? '')) isIn ? (oppose += 1) : (agree += 1);
    if (IN.test(row.kind ?? '') && negatives > 0) isIn ? (agree += 1) : (oppose += 1);
  }
  if (oppose === 1 && negatives === 0 && rows.length < 3) {
    const message =
      'A debit has a plus and no amount a minus, so nothing tells money in from money out. Look at the amounts before you import.';
    warnings.push({ code: 'sign_doubtful', message, line: rows[0]?.line });
  }
  if (oppose < 2 || (negatives > 0 && agree > 0)) return;
  for (const row of rows) {
    if (negatives > 0 || OUT.test(row.kind ?? '')) row.amount_minor = -row.amount_minor;
  }
  warnings.push({
    code: 'sign_by_kind',
    message: 'Amounts carry no sign of their own; debit and credit were taken from the kind of each row.',
  });
}
