import { scaleLinear } from 'd3-scale';

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
  const scale = scaleLinear().domain([low, high]).range(range).nice(4);
  return { at: (value) => scale(value), ticks: scale.ticks(4) };
}

/** An amount in wire form as a number of whole units, for drawing only: pictures need no cents. */
export function drawn(amount: string): number {
  return Number(amount);
}
