/**
 * Reads an entry of the audit field by field. What a field holds follows from its name, as everywhere in KinWise:
 * `amount_minor` is money, `due_on` a day, `paid_at` an instant, `category_id` a category. A feature that names its
 * columns so needs no word here.
 */
import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor } from '@kinwise/core/money';
import { FIRST, KINDS, REFERENCES, UNSAID } from './fields.ts';
import type { FieldKind, Reference } from './fields.ts';

export type { FieldKind, Reference } from './fields.ts';

/** Text as it travels, the ids of what is referred to, parts of an entry, or something too deep to be shown. */
export type Value =
  | { readonly text: string }
  | { readonly ids: readonly string[] }
  | { readonly parts: readonly Part[] }
  | null;

export type Part = {
  readonly category: string | null;
  readonly member: string | null;
  readonly amount: string;
};

export type Change = {
  /** Without its unit: `amount` of `amount_minor`, `category` of `category_id`. */
  readonly field: string;
  readonly kind: FieldKind;
  readonly currency: string | null;
  readonly before: Value;
  readonly after: Value;
  /** Of a change of several things: they differed in this. */
  readonly beforeVaries: boolean;
  readonly afterVaries: boolean;
};

export type Told = {
  readonly entity: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly parts?: unknown;
};

type Fields = Readonly<Record<string, unknown>>;

/** What changed, what matters most first. Of several things, what changed in any of them. */
export function changesOf(told: Told, household: { readonly currency: string }): Change[] {
  const sides = isFields(told.parts) ? Object.values(told.parts).map(sidesOf) : [];
  const own = sideChanges([told.before, told.after], told.entity, household.currency);
  if (sides.length === 0) return inOrder(own);
  const all = sides.map((pair) => sideChanges(pair, told.entity, household.currency));
  return inOrder([...own, ...together(all).filter((one) => !own.some(({ field }) => field === one.field))]);
}

/** Both sides of one thing among several. */
export function changesOfPart(
  parts: unknown,
  id: string,
  of: { entity: string; currency: string },
): Change[] {
  const pair = isFields(parts) ? sidesOf(parts[id]) : [null, null];
  return inOrder(sideChanges(pair, of.entity, of.currency));
}

function inOrder(changes: readonly Change[]): Change[] {
  const placeOf = ({ field }: Change): number =>
    FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length;
  return [...changes].sort((one, other) => placeOf(one) - placeOf(other));
}

function sidesOf(pair: unknown): readonly unknown[] {
  return Array.isArray(pair) ? (pair as unknown[]) : [null, null];
}

function sideChanges(pair: readonly unknown[], entity: string, household: string): Change[] {
  const [before, after] = pair.map((side) => (isFields(side) ? side : {}));
  if (!before || !after) return [];
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const isNews = Object.keys(before).length === 0 || Object.keys(after).length === 0;
  return names.flatMap((name) => {
    if (UNSAID.has(name)) return [];
    const { field, kind } = fieldOf(name, { entity, samples: [after[name], before[name]] });
    const currency = kind === 'money' || kind === 'parts' ? currencyOf([after, before], household) : null;
    const [was, is] = [before, after].map((side) => valueOf(side[name], kind, currency ?? household));
    const change = { field, kind, currency, before: was ?? null, after: is ?? null };
    if (isSame(change.before, change.after)) return [];
    // Of a new thing nobody wants to hear what it is not.
    if (isNews && kind === 'flag' && textOf(change.before ?? change.after) === 'false') return [];
    return [{ ...change, beforeVaries: false, afterVaries: false }];
  });
}

function fieldOf(
  name: string,
  of: { entity: string; samples: readonly unknown[] },
): { field: string; kind: FieldKind } {
  const named = KINDS[`${of.entity}.${name}`] ?? KINDS[name];
  if (named) return { field: named.field ?? name, kind: named.kind };
  const reference = REFERENCES[`${of.entity}.${name}`] ?? REFERENCES[name];
  if (reference) return { field: name.replace(/_ids?$/, ''), kind: reference };
  if (name.endsWith('_minor')) return { field: name.slice(0, -6), kind: 'money' };
  if (name.endsWith('_on') || name === 'on') return { field: name, kind: 'day' };
  if (name.endsWith('_at')) return { field: name, kind: 'instant' };
  const sample = of.samples.find((one) => one !== null && one !== undefined);
  if (typeof sample === 'boolean') return { field: name, kind: 'flag' };
  if (typeof sample === 'number') return { field: name, kind: 'number' };
  return { field: name, kind: typeof sample === 'string' ? 'text' : 'details' };
}

function valueOf(value: unknown, kind: FieldKind, currency: string): Value {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'details') return { text: JSON.stringify(value) };
  if (kind === 'parts') return Array.isArray(value) && value.length > 0 ? partsIn(value, currency) : null;
  if (isReference(kind)) {
    const ids = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    return ids.length === 0 ? null : { ids };
  }
  if (kind === 'present') return { text: 'true' };
  if (kind === 'money') return { text: moneyIn(value, currency) };
  return { text: typeof value === 'object' ? JSON.stringify(value) : plain(value) };
}

function partsIn(value: readonly unknown[], currency: string): Value {
  const parts = value.filter(isFields).map((part) => ({
    category: idIn(part['category_id']),
    member: idIn(part['member_id']),
    amount: moneyIn(part['amount_minor'] ?? part['amount'], currency),
  }));
  return { parts };
}

/** Minor units are whole numbers, as the audit keeps them; what has a point is a decimal already. */
function moneyIn(value: unknown, currency: string): string {
  const text = plain(value);
  return /^-?\d{1,18}$/.test(text) ? formatMinor(BigInt(text), exponentOf(currency)) : text;
}

function currencyOf(sides: readonly Fields[], household: string): string {
  const named = sides.map((side) => side['currency']).find((one) => typeof one === 'string');
  return typeof named === 'string' ? named : household;
}

/** Fields that changed in any of several things; a side in which they differ is said to vary. */
function together(all: readonly (readonly Change[])[]): Change[] {
  const byField = new Map<string, Change[]>();
  for (const change of all.flat()) byField.set(change.field, [...(byField.get(change.field) ?? []), change]);
  return [...byField.values()].flatMap((changes) => {
    const [first] = changes;
    if (!first) return [];
    const agree = (side: 'before' | 'after'): boolean =>
      changes.length === all.length && changes.every((one) => isSame(one[side], first[side]));
    const [before, after] = [agree('before'), agree('after')];
    return [
      {
        ...first,
        before: before ? first.before : null,
        after: after ? first.after : null,
        beforeVaries: !before,
        afterVaries: !after,
      },
    ];
  });
}

export function isReference(kind: FieldKind): kind is Reference {
  return (Object.values(REFERENCES) as string[]).includes(kind);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: Value, other: Value): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function textOf(value: Value): string {
  return value && 'text' in value ? value.text : '';
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
