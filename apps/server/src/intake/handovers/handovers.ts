/**
 * An import is undone, and other imports state some of its entries too: those go to them, and stand as if the others
 * alone had been brought (decision 026).
 */
import { nameKey } from '@kinwise/engines/categorisation/names';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { lockAccounts } from '../../ledger/accounts/accounts.ts';
import { changeEntries } from '../../ledger/entries/entries.ts';
import type { Entry, EntryRow } from '../../ledger/entries/entries.ts';
import { payeeIdsFor, payeeNames } from '../../ledger/merchants/merchants.ts';
import { lookingAtAll } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { readTakenIds } from '../bookings/bookings.ts';
import { kept } from '../facts/facts.ts';
import { lockImports, updateImport } from '../imports/imports.ts';
import type { ImportRow } from '../imports/imports.ts';
import { readOverlaps } from '../overlaps/overlaps.ts';
import type { Overlap } from '../overlaps/overlaps.ts';
import { markRows, shareRows } from '../previews/previews.ts';
import type { RowMark } from '../previews/previews.ts';
import type { Claims, Stay } from '../settling/settling.ts';

/**
 * Who else states these entries. Their imports and the accounts stay locked, as a commit locks them, so that this is
 * true until the end; where two undo what overlaps both ways, the database sends one of them round again.
 */
export async function claimsOn(
  ctx: HouseholdContext,
  row: ImportRow,
  entries: readonly Id[],
): Promise<Claims> {
  const accounts = (row.summary.statements ?? []).flatMap(({ skip, account_id }) =>
    skip || account_id === null ? [] : [account_id],
  );
  const found = await lookingAtAll(ctx, async (all) => {
    const lock = async (): Promise<void> => {
      const others = (await readOverlaps(all, row.id, entries)).map((one) => one.import_id);
      await lockImports(all, others);
    };
    await lock();
    await lockAccounts(all, accounts);
    // What was committed while the accounts were waited for.
    await lock();
    return await readOverlaps(all, row.id, entries);
  });
  const [committed, previews] = [new Map<Id, Overlap[]>(), [] as Overlap[]];
  for (const one of found) {
    const list = committed.get(one.matches_id);
    if (one.import_status === 'preview' || one.import_status === 'reading') previews.push(one);
    else if (list) list.push(one);
    else committed.set(one.matches_id, [one]);
  }
  return { committed, previews };
}

/** Writes entries that stay, and whose they are now. */
export async function handOver(ctx: HouseholdContext, stays: readonly Stay[]): Promise<void> {
  const payees = await payeesOf(ctx, stays);
  const changes = new Map<Id, { before: Entry; after: EntryRow }[]>();
  const bankIds = await freeBankIds(ctx, stays);
  for (const { before, after, heir, booker } of stays) {
    const to = heir?.import_id ?? booker?.row.import_id ?? '';
    const { id, payee_id } = before.row;
    const told = { ...after, payee_id: payees.has(id) ? (payees.get(id) ?? null) : payee_id };
    const change = { before, after: { ...told, bank_id: bankIds.get(id) ?? null } };
    const list = changes.get(to);
    if (list) list.push(change);
    else changes.set(to, [change]);
  }
  for (const [import_id, own] of changes) await changeEntries(ctx, own, { note: { import_id } });
}

/** The payee that the heir's row names, of entries whose payee is still the one that the other row named. */
async function payeesOf(ctx: HouseholdContext, stays: readonly Stay[]): Promise<Map<Id, Id | null>> {
  const other = stays.filter(
    ({ own, heir }) =>
      heir &&
      own.content.bank_payee === undefined &&
      nameKey(heir.content.payee) !== nameKey(own.content.payee),
  );
  const ids = other.flatMap(({ before }) => before.row.payee_id ?? []);
  const names = ids.length === 0 ? new Map<Id, string>() : await payeeNames(ctx, ids);
  const open = other.filter(({ own, before }) => {
    const name = names.get(before.row.payee_id ?? '') ?? '';
    return nameKey(name) === nameKey(own.content.payee);
  });
  const payees = new Map<Id, Id | null>();
  for (const privateTo of new Set(open.map(({ before }) => before.row.private_to))) {
    const these = open.filter(({ before }) => before.row.private_to === privateTo);
    const wanted = these.map(({ heir }) => heir?.content.payee ?? '');
    const found = await payeeIdsFor(ctx, wanted, privateTo);
    for (const { before, heir } of these)
      payees.set(before.row.id, found.get(heir?.content.payee ?? '') ?? null);
  }
  return payees;
}

/** The bank ids of the entries as they become; one that another entry of the account has stays with that one. */
async function freeBankIds(ctx: HouseholdContext, stays: readonly Stay[]): Promise<Map<Id, string | null>> {
  const ids = new Map(stays.map(({ after }) => [after.id, after.bank_id]));
  const changed = stays.filter(({ before, after }) => after.bank_id !== before.row.bank_id);
  for (const account of new Set(changed.map(({ after }) => after.account_id))) {
    const own = changed.filter(({ after }) => after.account_id === account);
    const wanted = own.flatMap(({ after }) => after.bank_id ?? []);
    const taken = new Set(await readTakenIds(ctx, account, wanted));
    for (const { after } of own) {
      if (after.bank_id === null) continue;
      if (taken.has(after.bank_id)) ids.set(after.id, null);
      taken.add(after.bank_id);
    }
  }
  return ids;
}

const STAYED = 'The import that brought it first was undone: it is in your books by this file.';
const BOOKS = 'The import that booked it first was undone: it is booked by this file.';
const GONE = 'The import that brought it was undone: it is not in the ledger any more.';
const AGAIN_PENDING = 'Its pending entry, now booked: the import that had booked it was undone.';

/** Notes on the rows of the other imports what they brought, booked or would bring now, and tells of it. */
export async function noteHandover(
  ctx: HouseholdContext,
  stays: readonly Stay[],
  open: { previews: readonly Overlap[]; now: ReadonlyMap<Id, EntryRow> },
): Promise<void> {
  const marks = new Map<Id, RowMark[]>();
  const mark = (one: Overlap, changes: Partial<RowMark>, reason: string): void => {
    const { replaced: _replaced, ...content } = one.content;
    const noted = { ...one, is_included: true, content: { ...content, reason }, ...changes };
    const list = marks.get(one.import_id);
    if (list) list.push(noted);
    else marks.set(one.import_id, [noted]);
  };
  for (const { after, heir, booker } of stays) {
    if (heir) mark(heir, { state: 'new', transaction_id: after.id, matches_id: null }, STAYED);
    if (!booker) continue;
    const content = { ...booker.row.content, reason: BOOKS, replaced: kept(booker.over) };
    mark(booker.row, { state: 'replaces_pending', transaction_id: after.id, content }, BOOKS);
  }
  for (const one of open.previews) {
    const entry = open.now.get(one.matches_id);
    if (!entry) mark(one, { state: 'new', matches_id: null }, GONE);
    else if (entry.status === 'pending' && !one.content.pending && one.state !== 'replaces_pending')
      mark(one, { state: 'replaces_pending' }, AGAIN_PENDING);
  }
  if (marks.size === 0) return;
  const fresh = new Map<Id, number>();
  for (const { heir, booker } of stays)
    for (const one of [heir, booker?.row])
      if (one?.transaction_id === null) fresh.set(one.import_id, (fresh.get(one.import_id) ?? 0) + 1);
  await lookingAtAll(ctx, async (all) => {
    await writeMarks(all, marks, fresh);
  });
}

async function writeMarks(
  all: HouseholdContext,
  marks: ReadonlyMap<Id, readonly RowMark[]>,
  fresh: ReadonlyMap<Id, number>,
): Promise<void> {
  for (const row of await lockImports(all, [...marks.keys()])) {
    const rows = marks.get(row.id) ?? [];
    await markRows(all, row.id, rows);
    if (row.status === 'committed' && row.private_to === null) await shareRows(all, row.id);
    const more = fresh.get(row.id) ?? 0;
    const { progress_done, progress_total } = row;
    await updateImport(all, row, {
      progress_done: progress_done + more,
      progress_total: progress_total + more,
    });
    const after = { rows: rows.length, taken_over: more };
    all.emit(happened('import.changed', { ids: [row.id], after, privateTo: row.private_to }));
  }
}
