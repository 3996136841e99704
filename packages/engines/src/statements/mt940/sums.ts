import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import { minorOf } from '../amounts.ts';
import type { Statement, Warning } from '../types.ts';
import type { SwiftField } from './fields.ts';

const SUM = /^(\d{1,5})([A-Z]{3})([\d.]*,?\d*)/;

/** An interim report has no balances, but counts and sums up its debits and credits: says so where its rows do not. */
export function checkSums(fields: readonly SwiftField[], statement: Statement, warnings: Warning[]): void {
  for (const { tag, lines, line, isCut } of fields) {
    const [, count, currency, written = ''] = (/^90[CD]$/.test(tag) && SUM.exec(lines[0] ?? '')) || [];
    if (count === undefined || currency !== statement.currency || isCut === true) continue;
    const isIn = tag === '90C';
    const rows = statement.rows.filter((row) => row.pending !== true && row.amount_minor > 0n === isIn);
    const sum = rows.reduce((total, { amount_minor }) => total + (isIn ? amount_minor : -amount_minor), 0n);
    const said = minorOf(written.replace(/,$/, ''), ',', currency)?.minor;
    if (said === undefined || (rows.length === Number(count) && sum === said)) continue;
    const shown = (minor: bigint) => `${formatMinor(minor, exponentOf(currency))} ${currency}`;
    const what = `${isIn ? 'credit' : 'debit'}${Number(count) === 1 ? '' : 's'}`;
    const message = `The bank counts ${Number(count)} ${what} of ${shown(said)} in all, but the file has ${rows.length} of ${shown(sum)}. Rows may be missing from it.`;
    warnings.push({ code: 'sums_differ', message, line });
  }
}
