import type { Transaction } from '@kinwise/api-client/schema';
import { type LocalCopy, rowsOf, type StoredRecord } from './database.ts';
import { type Folded, foldRow, groupByRow } from './fold.ts';
import { mergedCount, mergedSlots, type Overlay } from './merge-window.ts';
import type { Operation } from './operation.ts';

export type FoldedTransaction = Folded<Transaction>;

/** Which transactions a plain list shows: all of a household, or those of one account; newest first. */
export type ListOf = { readonly household: string; readonly account?: string };

export type ListShape = {
  readonly list: ListOf;
  /** What it was made from; rows that are read after that has changed do not belong to it. */
  readonly stamp: string;
  readonly stored: number;
  readonly count: number;
  readonly overlay: Overlay<FoldedTransaction>;
};

type Key = readonly [day: string, id: string];

/**
 * The length of a list and where the outbox changes it. Reads the outbox, the tallies and the few rows that operations
 * name; not the list.
 */
export async function shapeOf(copy: LocalCopy, list: ListOf): Promise<ListShape> {
  return await atOneMoment(copy, async () => {
    const stamp = await stampOf(copy, list.household);
    const operations = await operationsOf(copy, list.household);
    const stored = await storedCount(copy, list);
    const overlay = await overlayOf(copy, list, operations);
    return { list, stamp, stored, overlay, count: mergedCount(stored, overlay) };
  });
}

/**
 * The rows at the places `from` up to but not `to`. Only these are read. Undefined when the list has another shape by
 * now: a row that was sent meanwhile would stand there twice, as it was wanted and as the server has it.
 */
export async function readWindow(
  copy: LocalCopy,
  shape: ListShape,
  range: readonly [number, number],
): Promise<FoldedTransaction[] | undefined> {
  return await atOneMoment(copy, async () => {
    if ((await stampOf(copy, shape.list.household)) !== shape.stamp) return undefined;
    const slots = mergedSlots(shape.stored, shape.overlay, range);
    const places = slots.flatMap((slot) => (slot.kind === 'stored' ? [slot.place] : []));
    const first = places[0] ?? 0;
    const records =
      places.length > 0 ? await readPlaces(copy, shape.list, [first, (places.at(-1) ?? first) + 1]) : [];
    const byRow = groupByRow(await operationsOf(copy, shape.list.household));
    return slots.flatMap((slot) => {
      if (slot.kind === 'own') return [slot.item];
      const record = records[slot.place - first];
      const shown = record && foldRow(record, byRow.get(record.id) ?? []);
      return shown ? [shown as unknown as FoldedTransaction] : [];
    });
  });
}

/** Changes whenever the rows or the outbox do, without reading the rows. */
export async function stampOf(copy: LocalCopy, household: string): Promise<string> {
  const tallies = await talliesOf(copy, household);
  const operations = await operationsOf(copy, household);
  const cursor = await copy.cursors.get(household);
  return JSON.stringify([
    tallies.map(({ count }) => count),
    operations.map(({ seq, at, state }) => [seq, at, state]),
    cursor?.cursor,
  ]);
}

/** What the work reads all stands as of one moment, whatever is written meanwhile. */
async function atOneMoment<Value>(copy: LocalCopy, work: () => Promise<Value>): Promise<Value> {
  const tables = [copy.outbox, copy.tallies, copy.cursors, rowsOf(copy, 'transaction')];
  return await copy.transaction('r', tables, work);
}

async function operationsOf(copy: LocalCopy, household: string): Promise<Operation[]> {
  const operations = await copy.outbox.where('entity').equals('transaction').sortBy('seq');
  return operations.filter((operation) => operation.household === household);
}

async function overlayOf(
  copy: LocalCopy,
  list: ListOf,
  operations: readonly Operation[],
): Promise<Overlay<FoldedTransaction>> {
  const hidden: number[] = [];
  const inserts: { before: number; item: FoldedTransaction; key: Key }[] = [];
  for (const [id, own] of groupByRow(operations)) {
    const record = await rowsOf(copy, 'transaction').get(id);
    const shown = foldRow(record, own) as FoldedTransaction | undefined;
    const was = record && storedKey(record, list);
    const is = shown && shownKey(shown, list);
    if (was && is && was[0] === is[0]) continue;
    if (was) hidden.push(await placeOf(copy, list, was));
    if (is && shown) inserts.push({ before: await placeOf(copy, list, is), item: shown, key: is });
  }
  hidden.sort((left, right) => left - right);
  inserts.sort((left, right) => left.before - right.before || newerFirst(left.key, right.key));
  return { hidden, inserts };
}

function storedKey(record: StoredRecord, list: ListOf): Key | undefined {
  if (record.day === undefined || (list.account !== undefined && record.account !== list.account))
    return undefined;
  return [record.day, record.id];
}

function shownKey({ id, row }: FoldedTransaction, list: ListOf): Key | undefined {
  if (row.deleted_at || (list.account !== undefined && row.account_id !== list.account)) return undefined;
  return [row.occurred_on, id];
}

function newerFirst([leftDay, leftId]: Key, [rightDay, rightId]: Key): number {
  if (leftDay !== rightDay) return leftDay < rightDay ? 1 : -1;
  return leftId < rightId ? 1 : -1;
}

/** How many stored rows stand before the key, newest first. */
async function placeOf(copy: LocalCopy, list: ListOf, [day, id]: Key): Promise<number> {
  const month = day.slice(0, 7);
  const table = rowsOf(copy, 'transaction');
  if (list.account !== undefined) {
    const from = [list.household, list.account, day, id];
    return table
      .where('[household+account+day+id]')
      .between(from, [list.household, list.account, LAST, LAST], false, true)
      .count();
  }
  const newer = await talliesOf(copy, list.household);
  const months = newer.filter((tally) => tally.month > month).reduce((sum, tally) => sum + tally.count, 0);
  const within = table
    .where('[household+day+id]')
    .between([list.household, day, id], [list.household, `${month}-99`, LAST], false, true);
  return months + (await within.count());
}

async function storedCount(copy: LocalCopy, list: ListOf): Promise<number> {
  if (list.account === undefined) {
    return (await talliesOf(copy, list.household)).reduce((sum, tally) => sum + tally.count, 0);
  }
  const { household, account } = list;
  return rowsOf(copy, 'transaction')
    .where('[household+account+day+id]')
    .between([household, account, '', ''], [household, account, LAST, LAST], true, true)
    .count();
}

/** Reads stored rows by place. The tallies lead to the month, so that no long way has to be counted off. */
async function readPlaces(
  copy: LocalCopy,
  list: ListOf,
  [from, to]: readonly [number, number],
): Promise<StoredRecord[]> {
  const table = rowsOf(copy, 'transaction');
  const { household, account } = list;
  if (account !== undefined) {
    const range = table
      .where('[household+account+day+id]')
      .between([household, account, '', ''], [household, account, LAST, LAST]);
    return range
      .reverse()
      .offset(from)
      .limit(to - from)
      .toArray();
  }
  let skipped = 0;
  let month = LAST;
  for (const tally of (await talliesOf(copy, household)).reverse()) {
    month = tally.month;
    if (skipped + tally.count > from) break;
    skipped += tally.count;
  }
  return table
    .where('[household+day+id]')
    .between([household, '', ''], [household, `${month}-99`, LAST], true, true)
    .reverse()
    .offset(from - skipped)
    .limit(to - from)
    .toArray();
}

async function talliesOf(copy: LocalCopy, household: string) {
  return copy.tallies.where('household').equals(household).sortBy('month');
}

/** Sorts after every day and id. */
const LAST = '\uffff';
