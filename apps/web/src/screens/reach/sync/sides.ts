import type { AuditChange, AuditValue } from '@kinwise/api-client/schema';
import type { PlainRow } from '../../../offline/entities.ts';

/** What ids of a household stand for: accounts, categories, tags, payees, and people by their user id. */
export type Names = ReadonlyMap<string, string>;

const MONEY = new Set(['amount', 'transfer_amount', 'opening_balance', 'credit_limit', 'overdraft_limit']);
const PEOPLE = new Set(['payer_id', 'beneficiary_id', 'member_id']);

/** A field of a row as a change of the audit, which there are words for: names for ids, money with its currency. */
export function asChange(field: string, row: PlainRow | undefined, names: Names): AuditChange {
  const { currency } = row ?? {};
  const value = row?.[field];
  return {
    field: field.replace(/_id$/, ''),
    kind: kindOf(field, value),
    currency: typeof currency === 'string' ? currency : null,
    before: null,
    after: isNothing(value) ? null : valueOf(field, value, names),
    before_varies: false,
    after_varies: false,
  };
}

function kindOf(field: string, value: unknown): AuditChange['kind'] {
  if (MONEY.has(field)) return 'money';
  if (field === 'splits') return 'parts';
  if (field === 'tags') return 'tag';
  if (PEOPLE.has(field)) return 'member';
  if (field.endsWith('_id')) return 'category';
  if (field.endsWith('_on')) return 'day';
  if (typeof value === 'boolean') return 'flag';
  return typeof value === 'object' && value !== null ? 'details' : 'text';
}

function valueOf(field: string, value: unknown, names: Names): AuditValue {
  const named = (id: unknown) => names.get(String(id)) ?? null;
  if (field === 'tags' && Array.isArray(value))
    return { things: value.map((id) => ({ id: String(id), name: named(id) })) };
  if (field === 'splits' && Array.isArray(value)) {
    return {
      parts: value.map((part: PlainRow) => ({
        category: named(part['category_id']),
        member: named(part['member_id']),
        amount: String(part['amount']),
      })),
    };
  }
  if (field.endsWith('_id')) return { things: [{ id: String(value), name: named(value) }] };
  return { text: typeof value === 'object' ? null : String(value) };
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
