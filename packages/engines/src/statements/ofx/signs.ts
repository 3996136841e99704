import type { StatementRow, Warning } from '../types.ts';

const OUT = /^(?:DEBIT|CHECK|FEE|SRVCHG|DIRECTDEBIT)$/i;
/** A refund in a shop is of these as well, so that a plus among other rows with a minus says nothing. */
const MOSTLY_OUT = /^(?:ATM|POS)$/i;
/** Interest is none of them: it is earned as well as paid. */
const IN = /^(?:CREDIT|DEP|DIRECTDEP|DIV)$/i;

/**
 * OFX amounts carry the holder's sign, but some banks leave the sign to the kind of row, or turn card statements round.
 * Only the whole statement can tell: a single debit with a plus may be a reversal.
 */
export function repairSigns(rows: readonly StatementRow[], warnings: Warning[]): void {
  const isSigned = rows.some((row) => row.amount_minor < 0n);
  const { agree, oppose } = judge(rows, isSigned);
  if (oppose === 1 && !isSigned && rows.length < 3) {
    const message =
      'A debit has a plus and no amount a minus, so nothing tells money in from money out. Look at the amounts before you import.';
    warnings.push({ code: 'sign_doubtful', message, line: rows[0]?.line });
  }
  if (oppose < 2 || (isSigned && agree > 0)) return;
  for (const row of rows) {
    if (isSigned || isOutKind(row.kind)) row.amount_minor = -row.amount_minor;
  }
  warnings.push({
    code: 'sign_by_kind',
    message: 'Amounts carry no sign of their own; debit and credit were taken from the kind of each row.',
  });
}

function isOutKind(kind = ''): boolean {
  return OUT.test(kind) || MOSTLY_OUT.test(kind);
}

/** How many rows have the sign that their kind has, and how many have the other one. */
function judge(rows: readonly StatementRow[], isSigned: boolean): { agree: number; oppose: number } {
  let agree = 0;
  let oppose = 0;
  for (const { amount_minor, kind = '' } of rows) {
    const isIn = amount_minor > 0n;
    if (isOutKind(kind) && !isIn) agree += 1;
    if (isIn && (OUT.test(kind) || (!isSigned && MOSTLY_OUT.test(kind)))) oppose += 1;
    if (IN.test(kind) && isSigned) isIn ? (agree += 1) : (oppose += 1);
  }
  return { agree, oppose };
}
