import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import { minorOf } from '../amounts.ts';
import type { Statement, StatementRow, Warning } from '../types.ts';
import type { SwiftField } from './fields.ts';

const SUM = /^(\d{1,5})([A-Z]{3})([\d.]*,?\d*)/;

type Said = { isIn: boolean; count: number; minor: bigint; line: number };

/** A statement with those of the file before it, of which it may be the last page. */
type Told = { statement: Statement; earlier: readonly Statement[] };

/**
 * An interim report has no balances, but counts and sums up its debits and credits: says so where its rows do not. Some
 * banks count what they only expect as well, or a reversal on the side that it takes from, or all pages on the last.
 */
export function checkSums(fields: readonly SwiftField[], told: Told, warnings: Warning[]): void {
  const { currency, rows, account } = told.statement;
  const said = saidIn(fields, currency);
  if (said.length === 0) return;
  const booked = rows.filter((row) => row.pending !== true);
  const pages = told.earlier.filter((one) => one.account?.number === account?.number);
  const all = [...pages.flatMap((page) => page.rows), ...rows];
  if ([booked, rows, all].some((some) => isWhole(said, some))) return;
  for (const { isIn, count, minor, line } of said) {
    const found = booked.filter((row) => row.amount_minor > 0n === isIn);
    const sum = sumOf(found, isIn);
    if (sum === minor) continue;
    const shown = (amount: bigint) => `${formatMinor(amount, exponentOf(currency))} ${currency}`;
    const what = `${isIn ? 'credit' : 'debit'}${count === 1 ? '' : 's'}`;
    const message = `The bank counts ${count} ${what} of ${shown(minor)} in all, but the file has ${found.length} of ${shown(sum)}. Rows may be missing from it.`;
    warnings.push({ code: 'sums_differ', message, line });
  }
}

function saidIn(fields: readonly SwiftField[], own: string): Said[] {
  return fields.flatMap(({ tag, lines, line, isCut }) => {
    const [, count, currency, written = ''] = (/^90[CD]$/.test(tag) && SUM.exec(lines[0] ?? '')) || [];
    if (count === undefined || currency !== own || isCut === true) return [];
    const minor = minorOf(written.replace(/,$/, ''), ',', currency)?.minor;
    return minor === undefined ? [] : [{ isIn: tag === '90C', count: Number(count), minor, line }];
  });
}

/** The rows come to what is said of each side, or of both together. */
function isWhole(said: readonly Said[], rows: readonly StatementRow[]): boolean {
  if (said.every(({ isIn, minor }) => sumOf(rows, isIn) === minor)) return true;
  const net = said.reduce((sum, { isIn, minor }) => (isIn ? sum + minor : sum - minor), 0n);
  return said.length === 2 && sumOf(rows, true) - sumOf(rows, false) === net;
}

function sumOf(rows: readonly StatementRow[], isIn: boolean): bigint {
  const side = rows.filter((row) => row.amount_minor > 0n === isIn);
  return side.reduce((sum, { amount_minor }) => sum + (isIn ? amount_minor : -amount_minor), 0n);
}
