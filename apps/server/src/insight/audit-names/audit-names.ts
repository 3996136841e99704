import type { Id } from '@kinwise/core/ids';
import { formatMinor } from '@kinwise/core/money';
import { exponentOf } from '@kinwise/core/currencies';
import { isReference } from '@kinwise/engines/audit/changes';
import type { Change, Value } from '@kinwise/engines/audit/changes';
import type { HouseholdContext } from '../../platform/context.ts';
import type { WireChange, WireValue } from './audit-names.schema.ts';
import { readNames } from './audit-names.store.ts';
import type { NameRow } from './audit-names.store.ts';

/** How things are called, by kind and id. What is gone or out of sight has no name. */
export type Names = {
  /** Undefined where there is none to be seen. */
  of(kind: string, id: Id): string | undefined;
  /** Of an entry: signed, with its currency. */
  amountOf(id: Id): { amount: string; currency: string } | undefined;
};

export async function namesOf(ctx: HouseholdContext, ids: Iterable<Id>): Promise<Names> {
  const rows = await readNames(ctx, [...new Set(ids)]);
  const byKey = new Map<string, NameRow>(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  return {
    of: (kind, id) => byKey.get(`${kind} ${id}`)?.name,
    amountOf: (id) => {
      const row = byKey.get(`transaction ${id}`);
      if (!row || row.amount_minor === null || row.currency === null) return undefined;
      return { amount: formatMinor(row.amount_minor, exponentOf(row.currency)), currency: row.currency };
    },
  };
}

/** Every id that a list of changes refers to. */
export function idsIn(changes: readonly Change[]): Id[] {
  return changes.flatMap(({ before, after }) => [...idsOf(before), ...idsOf(after)]);
}

export function changeOnTheWire(names: Names, change: Change): WireChange {
  const { field, kind, currency, before, after, beforeVaries, afterVaries } = change;
  const value = (of: Value): WireValue | null => valueOnTheWire(names, kind, of);
  return {
    field,
    kind,
    currency,
    before: value(before),
    after: value(after),
    before_varies: beforeVaries,
    after_varies: afterVaries,
  };
}

function valueOnTheWire(names: Names, kind: Change['kind'], value: Value): WireValue | null {
  if (value === null) return null;
  if ('text' in value) return { text: kind === 'details' ? null : value.text };
  if ('ids' in value) {
    if (!isReference(kind)) return null;
    return { things: value.ids.map((id) => ({ id, name: names.of(kind, id) ?? null })) };
  }
  const name = (kind: string, id: Id | null): string | null =>
    id === null ? null : (names.of(kind, id) ?? null);
  return {
    parts: value.parts.map(({ category, member, amount }) => ({
      category: name('category', category),
      member: name('member', member),
      amount,
    })),
  };
}

function idsOf(value: Value): Id[] {
  if (value === null || 'text' in value) return [];
  if ('ids' in value) return [...value.ids];
  return value.parts.flatMap(({ category, member }) => [category, member]).filter((id) => id !== null);
}
