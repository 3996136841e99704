import { nice, ticks } from 'd3-array';

export type Scale = { readonly at: (value: number) => number; readonly ticks: readonly number[] };

/** A vertical scale over the values, with a few round ticks; zero is inside unless `tight`. */
export function valueScale(
  values: readonly number[],
  range: readonly [number, number],
  tight = false,
): Scale {
  let low = tight ? Math.min(...values) : Math.min(0, ...values);
  let high = tight ? Math.max(...values) : Math.max(0, ...values);
  if (low === high) {
    low -= 1;
    high += 1;
  }
  const [from, to] = nice(low, high, 4);
  const [start, end] = range;
  return { at: (value) => start + ((value - from) / (to - from)) * (end - start), ticks: ticks(from, to, 4) };
}

/** An amount in wire form as a number of whole units, for drawing only: pictures need no cents. */
export function drawn(amount: string): number {
  return Number(amount);
}
