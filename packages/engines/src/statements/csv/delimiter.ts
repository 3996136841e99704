import { amountToken } from '../amounts.ts';
import { dateToken } from '../dates.ts';
import { linesOf, tokenize } from './tokenize.ts';

export type DelimiterChoice = {
  delimiter: string;
  confidence: number;
  reason: string;
  announced: boolean;
  /** Lines of the sample that look like rows under it. */
  rows: number;
};

const CANDIDATES = [',', ';', '\t', '|', '~'] as const;
const SAMPLE_LINES = 400;

/** The character between cells: the one under which most lines hold a day and an amount in cells of their own. */
export function chooseDelimiter(text: string): DelimiterChoice {
  const announced = /^sep=(.)\s*$/im.exec(text.slice(0, 12))?.[1];
  if (announced !== undefined) {
    return {
      delimiter: announced,
      confidence: 1,
      reason: 'The first line names it.',
      announced: true,
      rows: 1,
    };
  }
  const sample = sampleOf(text);
  const ranked = CANDIDATES.map((delimiter) => ({ delimiter, ...scoreOf(sample, delimiter) })).sort(
    (a, b) => b.rows - a.rows || b.regular - a.regular,
  );
  const best = ranked[0];
  const rows = best?.rows ?? 0;
  const rival = Math.max(0, ...ranked.slice(1).map((one) => one.rows));
  const reason = `${rows} of the lines looked at hold a day and an amount this way.`;
  const confidence = rows === 0 ? 0.2 : Math.min(1, 0.6 + (0.4 * (rows - rival)) / rows);
  return { delimiter: best?.delimiter ?? ',', confidence, reason, announced: false, rows };
}

/** The beginning and a part from the middle: a preamble can be longer than any fixed start. */
function sampleOf(text: string): string {
  const start = text.slice(0, 60_000);
  const middle = text.length > 120_000 ? text.slice(text.length >> 1, (text.length >> 1) + 20_000) : '';
  return [...linesOf(start).slice(0, SAMPLE_LINES), ...linesOf(middle).slice(1, 100)].join('\n');
}

function scoreOf(sample: string, delimiter: string): { rows: number; regular: number } {
  const records = drain(tokenize(sample, delimiter));
  const widths = new Map<number, number>();
  let rows = 0;
  for (const record of records) {
    if (record.cells.length < 2) continue;
    widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
    if (holdsDayAndAmount(record.cells)) rows += 1;
  }
  let regular = 0;
  for (const [width, count] of widths) regular = Math.max(regular, count * Math.log2(width));
  return { rows, regular };
}

/** Whether one cell is a date and another an amount. */
export function holdsDayAndAmount(cells: readonly string[]): boolean {
  let hasDay = false;
  let hasAmount = false;
  for (const cell of cells) {
    if (cell === '') continue;
    if (dateToken(cell) !== undefined) hasDay = true;
    else if (!hasAmount && amountToken(cell) !== undefined) hasAmount = true;
    if (hasDay && hasAmount) return true;
  }
  return false;
}

function drain<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
