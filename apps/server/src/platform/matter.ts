/** What of a change goes into the audit: the fields that changed, on both sides, with secrets taken out. */
import type { Id } from '@kinwise/core/ids';
import type { Happening } from './context.ts';
import { masked } from './masking.ts';

type Fields = Readonly<Record<string, unknown>>;
type Sides = { before: unknown; after: unknown };
export type Matter = Sides & { readonly parts: Readonly<Record<Id, unknown>> | null };

/** Grow with every change, or follow from what is told already. */
const FOLLOWING = new Set([
  'version',
  'updated_at',
  'household_minor',
  'balance_minor',
  'pending_minor',
  'is_split',
  'depth',
  'uses',
  'hits',
  'name_key',
  'default_key',
]);
/** Nothing can be said about an amount without its currency. */
const CURRENCY = 'currency';

/** Before and after of an entry of the audit, and of each thing where it tells of several. */
export function matterOf(happening: Pick<Happening, 'before' | 'after' | 'parts'>): Matter {
  const { parts } = happening;
  const told = parts && [...parts].map(([id, sides]) => [id, pairOf(sidesOf(sides))] as const);
  return {
    ...sidesOf(happening),
    parts: told === undefined || told.length === 0 ? null : Object.fromEntries(told),
  };
}

/** Both places of each thing that another order moved, as `parts` of what happened. */
export function placesMoved(
  moved: readonly Id[],
  order: readonly Id[],
  rows: ReadonlyMap<Id, { readonly position: number }>,
): NonNullable<Happening['parts']> {
  return new Map(
    moved.map((id) => {
      const before = { position: rows.get(id)?.position };
      return [id, { before, after: { position: order.indexOf(id) + 1 } }];
    }),
  );
}

function sidesOf(of: { readonly before?: unknown; readonly after?: unknown }): Sides {
  const { before, after } = of;
  if (!isFields(before) || !isFields(after)) {
    return {
      before: before === undefined ? null : full(before),
      after: after === undefined ? null : full(after),
    };
  }
  const changed = Object.keys(after).filter(
    (name) => !FOLLOWING.has(name) && after[name] !== undefined && !same(before[name], after[name]),
  );
  const names = changed.some((name) => name.endsWith('_minor'))
    ? [...new Set([...changed, CURRENCY])]
    : changed;
  const pick = (from: Fields): unknown =>
    masked(Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name] ?? null]] : []))));
  return { before: pick(before), after: pick(after) };
}

/** A whole thing that came or went: what says nothing is left out. */
function full(value: unknown): unknown {
  if (!isFields(value)) return masked(value);
  const said = Object.entries(value).filter(
    ([name, one]) => !FOLLOWING.has(name) && one !== null && one !== undefined && one !== '',
  );
  return masked(Object.fromEntries(said));
}

function pairOf({ before, after }: Sides): unknown[] {
  return [before, after];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Absent, null and empty are one: nothing. Rows and bodies differ in how they say it. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isDeep(one) || isDeep(other)) return textOf(one) === textOf(other);
  return isNothing(one) && isNothing(other);
}

function isDeep(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function textOf(value: unknown): string {
  if (isNothing(value)) return '';
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  );
}
