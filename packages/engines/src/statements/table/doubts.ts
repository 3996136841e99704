import type { Day } from '@kinwise/core/days';
import { AMOUNTS_AMBIGUOUS, hasCoins } from '../amounts.ts';
import type { CsvMapping, ReadOptions, Statement, Warning } from '../types.ts';

type Because = NonNullable<CsvMapping['because']>;

/** What a person should look at before trusting the reading. */
export function addDoubts(
  statements: readonly Statement[],
  context: { options: ReadOptions; because: Because; warnings: Warning[] },
): void {
  const { because, warnings, options } = context;
  const rows = statements.flatMap((statement) => statement.rows);
  if (rows.length === 0) warnings.push({ code: 'no_rows', message: 'The file holds no transactions.' });
  else if ((because.date_order?.confidence ?? 1) < 0.7) {
    const message = 'Day and month could be the other way round. Look at the days before you import.';
    warnings.push({ code: 'dates_ambiguous', message, line: rows[0]?.line });
  }
  if ((because.decimal_mark?.confidence ?? 1) < 0.5 && rows.some(({ currency }) => hasCoins(currency)))
    warnings.push(AMOUNTS_AMBIGUOUS);
  if (rows.length > 0 && (because.sign?.confidence ?? 1) < 0.5) {
    const message =
      'Nothing in the file tells money in from money out. Look at the amounts before you import.';
    warnings.push({ code: 'sign_doubtful', message, line: rows[0]?.line });
  }
  const currencies = new Set(rows.map((row) => row.currency));
  if (currencies.size > 1) {
    const message = `The rows are in several currencies: ${[...currencies].sort().join(', ')}.`;
    warnings.push({ code: 'several_currencies', message });
  }
  const ahead = rows.filter((row) => row.on > (options.today as Day)).length;
  if (ahead > 0) {
    const message = `${ahead === 1 ? 'One row lies' : `${ahead} rows lie`} ahead of today.`;
    warnings.push({ code: 'days_ahead', message, line: rows.find((row) => row.on > options.today)?.line });
  }
}
