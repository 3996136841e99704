/** A bank's file for the import: made from the same kind of life, as comma separated values. */
import type { Day } from '@kinwise/core/days';
import { formatMinor } from '@kinwise/core/money';
import { liveALife } from './household.ts';

/** A file of `rows` rows as a bank of New Zealand writes them, its header included. */
export function bankFile(rows: number, today: Day): Buffer {
  const lines = ['Date,Amount,Payee,Particulars,Code,Reference'];
  let number = 0;
  for (const entry of liveALife(rows, today, 77)) {
    number += 1;
    const [year = '', month = '', date = ''] = entry.on.split('-');
    const amount = formatMinor(BigInt(entry.cents), 2);
    lines.push(
      `${date}/${month}/${year},${amount},${entry.payee},${entry.memo},,${entry.cents % 3 === 0 ? `R${number}` : ''}`,
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
