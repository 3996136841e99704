/** Turns a condition into a question that is asked of many entries, or says what is wrong with it. */
import { isCurrency } from '@kinwise/core/currencies';
import { parseDay } from '@kinwise/core/days';
import { isId } from '@kinwise/core/ids';
import { readSize, sizeOf } from './amounts.ts';
import { fold } from './fold.ts';
import { readPattern } from './pattern.ts';
import type { Condition, Field, Op, RuleEntry } from './types.ts';
import { ID_FIELDS, TEXT_FIELDS } from './types.ts';

/** An entry with its texts folded once, however many rules look at them. */
export type Seen = {
  readonly entry: RuleEntry;
  readonly folded: { payee: string; memo: string; text: string };
  readonly plain: { payee: string; memo: string; text: string };
};

export type Question = (seen: Seen) => boolean;
export type Read = { ok: true; holds: Question } | { ok: false; code: string; message: string };

const LIST_MAX = 200;
const TEXT_MAX = 200;
const ORDERED: readonly Op[] = ['is', 'gt', 'gte', 'lt', 'lte', 'between'];

/** Which operators a field knows, for the check and for whoever builds a form. */
export function opsOf(field: Field): readonly Op[] {
  if (isText(field)) return ['is', 'in', 'contains', 'starts_with', 'ends_with', 'matches'];
  if (field === 'amount') return ORDERED;
  if (field === 'occurred_day') return [...ORDERED, 'in'];
  return ['is', 'in'];
}

export function readCondition(condition: Condition): Read {
  const { field, op } = condition;
  if (!opsOf(field).includes(op)) {
    return bad('op', `"${op}" cannot be asked of ${field}; it knows ${opsOf(field).join(', ')}.`);
  }
  if (isText(field)) return readText(field, condition);
  if (field === 'amount') return readAmounts(condition);
  if (field === 'occurred_day') return readDays(condition);
  return readChoice(field, condition);
}

function readText(field: 'payee' | 'memo' | 'text', { op, value }: Condition): Read {
  if (op === 'in') {
    const texts = listOf(value, (one) => text(one));
    if (!texts) return bad('value', `Give a list of 1 to ${LIST_MAX} texts.`);
    const wanted = new Set(texts.map(fold));
    return good((seen) => wanted.has(seen.folded[field]));
  }
  const given = text(value);
  if (given === undefined) return bad('value', `Give a text of 1 to ${TEXT_MAX} characters.`);
  if (op === 'matches') {
    const pattern = readPattern(given);
    return pattern.ok ? good((seen) => pattern.test(seen.plain[field])) : bad('pattern', pattern.message);
  }
  const wanted = fold(given);
  if (op === 'contains') return good((seen) => seen.folded[field].includes(wanted));
  if (op === 'starts_with') return good((seen) => seen.folded[field].startsWith(wanted));
  if (op === 'ends_with') return good((seen) => seen.folded[field].endsWith(wanted));
  return good((seen) => seen.folded[field] === wanted);
}

function readAmounts({ op, value }: Condition): Read {
  const size = (one: unknown): bigint | undefined => (typeof one === 'string' ? readSize(one) : undefined);
  const asked = op === 'between' ? pairOf(value, size) : single(size(value));
  if (!asked) {
    return bad(
      'value',
      op === 'between'
        ? 'Give two amounts without sign, the smaller one first, such as ["10.00", "20.00"].'
        : 'Give an amount without sign, such as "20.00"; whether it came in or went out is asked by type.',
    );
  }
  const holds = comparison(op, asked);
  return good(({ entry }) => holds(sizeOf(entry.amount_minor, entry.currency)));
}

/** Days of the month are numbers, days of the calendar are texts; one condition asks for one of the two. */
function readDays({ op, value }: Condition): Read {
  const ofMonth = asked(op, value, (one) =>
    typeof one === 'number' && Number.isInteger(one) && one >= 1 && one <= 31 ? one : undefined,
  );
  if (ofMonth) {
    const holds = op === 'in' ? memberOf(ofMonth) : comparison(op, ofMonth);
    return good(({ entry }) => holds(Number(entry.occurred_on.slice(8))));
  }
  const days = asked(op, value, (one) => (typeof one === 'string' ? parseDay(one) : undefined));
  if (days) {
    const holds = op === 'in' ? memberOf<string>(days) : comparison<string>(op, days);
    return good(({ entry }) => holds(entry.occurred_on));
  }
  return bad(
    'value',
    'Give a day of the month (1 to 31) or a day as YYYY-MM-DD; two of a kind, in order, for between.',
  );
}

function readChoice(
  field: Exclude<Field, 'payee' | 'memo' | 'text' | 'amount' | 'occurred_day'>,
  condition: Condition,
): Read {
  const accepts = (one: unknown): string | undefined =>
    typeof one === 'string' && isChoice(field, one) ? one : undefined;
  const wanted = condition.op === 'in' ? listOf(condition.value, accepts) : single(accepts(condition.value));
  if (!wanted) return bad('value', choiceCure(field));
  const set = new Set(wanted);
  return good(({ entry }) => set.has(entry[field] ?? ''));
}

function isChoice(field: Field, value: string): boolean {
  if (field === 'type') return value === 'income' || value === 'expense' || value === 'transfer';
  return field === 'currency' ? isCurrency(value) : isId(value);
}

function choiceCure(field: Field): string {
  if (field === 'type') return 'Give income, expense or transfer.';
  return field === 'currency' ? 'Give a currency code such as NZD.' : `Give the id of ${nameOf(field)}.`;
}

function nameOf(field: Field): string {
  const names: Partial<Record<Field, string>> = { merchant_id: 'a merchant', account_id: 'an account' };
  return names[field] ?? 'a member';
}

function asked<Value extends bigint | number | string>(
  op: Op,
  value: unknown,
  read: (one: unknown) => Value | undefined,
): readonly Value[] | undefined {
  if (op === 'in') return listOf(value, read);
  return op === 'between' ? pairOf(value, read) : single(read(value));
}

function memberOf<Value>(values: readonly Value[]): (value: Value) => boolean {
  const set = new Set(values);
  return (value) => set.has(value);
}

function comparison<Value extends bigint | number | string>(
  op: Op,
  [first, second]: readonly Value[],
): (value: Value) => boolean {
  const low = first as Value;
  const high = second as Value;
  if (op === 'gt') return (value) => value > low;
  if (op === 'gte') return (value) => value >= low;
  if (op === 'lt') return (value) => value < low;
  if (op === 'lte') return (value) => value <= low;
  if (op === 'between') return (value) => value >= low && value <= high;
  return (value) => value === low;
}

function listOf<Value>(value: unknown, read: (one: unknown) => Value | undefined): Value[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > LIST_MAX) return undefined;
  const all = value.map(read);
  return all.every((one) => one !== undefined) ? (all as Value[]) : undefined;
}

function pairOf<Value extends bigint | number | string>(
  value: unknown,
  read: (one: unknown) => Value | undefined,
): readonly Value[] | undefined {
  const pair = listOf(value, read);
  const [low, high] = pair ?? [];
  return pair?.length === 2 && low !== undefined && high !== undefined && low <= high ? pair : undefined;
}

function single<Value>(value: Value | undefined): readonly Value[] | undefined {
  return value === undefined ? undefined : [value];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= TEXT_MAX ? value : undefined;
}

function isText(field: Field): field is (typeof TEXT_FIELDS)[number] {
  return (TEXT_FIELDS as readonly Field[]).includes(field);
}

function good(holds: Question): Read {
  return { ok: true, holds };
}

function bad(code: string, message: string): Read {
  return { ok: false, code: `rule_${code}`, message };
}

/** Fields that name a row of the household, which only the household can check. */
export function isIdField(field: Field): field is (typeof ID_FIELDS)[number] {
  return (ID_FIELDS as readonly Field[]).includes(field);
}
