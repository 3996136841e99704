import type { Day } from '@kinwise/core/days';
import { type DateToken, dayOf } from './dates.ts';
import type { DateOrder } from './types.ts';

export type OrderContext = {
  today: Day;
  /** What the program that wrote the file is known to use. */
  known?: DateOrder | undefined;
  /** Where the currency is spent months first. */
  currency: string;
};

export type OrderChoice = { order: DateOrder; confidence: number; reason: string };

/**
 * Which of day and month stands first, from every date of a column: impossible days rule an order out, then the known
 * habit of the program, days in the future, a sorted column, and a short span weigh, and the country comes last.
 */
export function chooseDateOrder(tokens: readonly DateToken[], context: OrderContext): OrderChoice {
  const open = tokens.filter((token) => token.order === undefined);
  if (open.length === 0) {
    const order = tokens[0]?.order ?? 'dmy';
    return {
      order,
      confidence: tokens.length > 0 ? 1 : 0.3,
      reason: 'The dates are written in only one way.',
    };
  }
  const candidates = (['dmy', 'mdy', 'ymd'] as const).filter(
    (order) => order !== 'ymd' || open[0]?.yearDigits === 2,
  );
  const judged = candidates.map((order) => judge(open, order, context));
  const fewest = Math.min(...judged.map((one) => one.impossible));
  const possible = judged.filter((one) => one.impossible === fewest);
  const only = possible[0];
  if (possible.length === 1 && only !== undefined) {
    return {
      order: only.order,
      confidence: 1,
      reason: `Read in another order, ${dates(judged, fewest)} would not exist.`,
    };
  }
  const ranked = possible
    .map((one) => ({ ...one, ...weigh(one, possible, { ...context, dotted: open[0]?.separator === '.' }) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  const lead = (best?.score ?? 0) - (ranked[1]?.score ?? 0);
  return {
    order: best?.order ?? 'dmy',
    confidence: best === undefined ? 0.3 : Math.min(0.95, 0.4 + lead / 8),
    reason: best?.reason ?? '',
  };
}

type Judged = {
  order: DateOrder;
  impossible: number;
  ahead: number;
  sorted: number;
  distinct: number;
  span: number;
  /** The number in front is this year or the last one on every row, and the one behind is not. */
  isRecent: boolean;
};

function dates(judged: readonly Judged[], fewest: number): string {
  const wrong = judged.find((one) => one.impossible > fewest);
  const count = (wrong?.impossible ?? 0) - fewest;
  return count === 1 ? 'one date' : `${count} dates`;
}

function judge(tokens: readonly DateToken[], order: DateOrder, context: OrderContext): Judged {
  let impossible = 0;
  let ahead = 0;
  let ups = 0;
  let downs = 0;
  let previous: Day | undefined;
  let first: Day | undefined;
  let last: Day | undefined;
  const distinct = new Set<Day>();
  // Neighbours mostly bear the same date, and then they are the same token.
  let [lastToken, on]: [DateToken | undefined, Day | undefined] = [undefined, undefined];
  for (const token of tokens) {
    if (token !== lastToken) on = dayOf(token, order, context.today);
    lastToken = token;
    if (on === undefined) {
      impossible += 1;
      continue;
    }
    if (on > context.today) ahead += 1;
    if (previous !== undefined && on > previous) ups += 1;
    if (previous !== undefined && on < previous) downs += 1;
    if (first === undefined || on < first) first = on;
    if (last === undefined || on > last) last = on;
    previous = on;
    distinct.add(on);
  }
  const moves = ups + downs;
  const sorted = moves === 0 ? 1 : Math.max(ups, downs) / moves;
  const isRecent = order === 'ymd' && isYearFirst(tokens, context.today);
  return { order, impossible, ahead, sorted, distinct: distinct.size, span: spanOf(first, last), isRecent };
}

function isYearFirst(tokens: readonly DateToken[], today: Day): boolean {
  const thisYear = Number(today.slice(2, 4));
  const isYear = (part: number) => part === thisYear || part === thisYear - 1;
  return tokens.every(({ parts }) => isYear(parts[0])) && !tokens.every(({ parts }) => isYear(parts[2]));
}

/** Days between, near enough to compare spans. */
function spanOf(first: Day | undefined, last: Day | undefined): number {
  return first === undefined || last === undefined ? 0 : roughDays(last) - roughDays(first);
}

function roughDays(on: Day): number {
  return Number(on.slice(0, 4)) * 365 + Number(on.slice(5, 7)) * 30.4 + Number(on.slice(8, 10));
}

const MONTH_FIRST = new Set(['USD', 'PHP']);

function weigh(one: Judged, all: readonly Judged[], context: OrderContext & { dotted: boolean }) {
  const reasons: [number, string][] = [];
  if (context.known === one.order)
    reasons.push([3, 'The program that wrote the file writes dates this way.']);
  const country: DateOrder = MONTH_FIRST.has(context.currency) && !context.dotted ? 'mdy' : 'dmy';
  if (country === one.order) reasons.push([1, 'It is the custom where this currency is spent.']);
  if (context.dotted && one.order === 'dmy') reasons.push([2.5, 'Dates with dots begin with the day.']);
  const others = all.filter((other) => other.order !== one.order);
  if (others.some((other) => other.ahead > one.ahead)) reasons.push([2.5, 'Otherwise days would lie ahead.']);
  const enough = one.distinct >= 3 ? 1 : 0.3;
  if (others.every((other) => one.sorted > other.sorted + 0.1))
    reasons.push([2 * enough, 'The rows are in order this way.']);
  if (one.distinct >= 3 && others.every((other) => other.span > one.span * 3 + 10)) {
    reasons.push([1.5, 'The days lie close together this way.']);
  }
  // Many days of one or two numbers in front leave no doubt; a few may be chance.
  if (one.isRecent) reasons.push([one.distinct >= 3 ? 6 : 2.5, 'Only a year stands first in every date.']);
  reasons.sort((a, b) => b[0] - a[0]);
  return {
    // A year of two digits hardly ever stands first.
    score: reasons.reduce((sum, [weight]) => sum + weight, one.order === 'ymd' ? -2 : 0),
    reason: reasons[0]?.[1] ?? 'Nothing tells; a guess.',
  };
}
