/** Chance that is the same on every run and machine. */
export type Chance = {
  /** From 0 to 1, without 1. */
  unit(): number;
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** Small numbers often, large ones seldom: how people come back to the same shops. */
  favour(below: number): number;
  /** A UUID of version 7 as if made at an instant. */
  id(atMs: number): string;
};

/** Mulberry32: short, quick, and good enough to make up shopping. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const unit = (): number => next() / 4_294_967_296;
  const below = (limit: number): number => Math.floor(unit() * limit);
  const hex = (digits: number): string => (next() % 16 ** digits).toString(16).padStart(digits, '0');
  return {
    unit,
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    favour: (limit) => Math.floor(limit * unit() ** 3),
    id: (atMs) => {
      const time = Math.floor(atMs).toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
}
