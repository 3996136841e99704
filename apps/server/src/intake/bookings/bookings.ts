import type { Id } from '@kinwise/core/ids';
import { refuseClosed } from '../../ledger/accounts/accounts.ts';
import type { AccountRow } from '../../ledger/accounts/accounts.ts';
import { blankRow } from '../../ledger/drafts/drafts.ts';
import { changeEntries, frozenRate, insertEntries, lockEntries } from '../../ledger/entries/entries.ts';
import type { EntryChange, EntryDraft, EntryRow } from '../../ledger/entries/entries.ts';
import { payeeIdsFor } from '../../ledger/merchants/merchants.ts';
import { addTag, listTags } from '../../ledger/tags/tags.ts';
import { linkPairs, linkable } from '../../ledger/transfers/transfers.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { bookedOver, factsOf, kept, saidBy, withFacts } from '../facts/facts.ts';
import type { ImportRow } from '../imports/imports.ts';
import type { PreviewRow } from '../previews/previews.ts';
import { SURE, partsOf } from '../suggestions/suggestions.ts';
import { readLatecomers, readNews, readTakenIds } from './bookings.store.ts';

export { readTakenIds, readTold } from './bookings.store.ts';

type Accounts = ReadonlyMap<number, AccountRow>;
type Of = { rows: readonly PreviewRow[]; accounts: Accounts };

/** What came in since the preview was made, other than by this import: lines of the change log by their numbers. */
export async function newsFor(
  ctx: HouseholdContext,
  row: ImportRow,
): Promise<Pick<ImportRow['summary'], 'looked' | 'news'>> {
  const after = row.summary.looked ?? row.summary.seen ?? '0';
  const { upTo, seqs } = await readNews(ctx, { after, not: row.id });
  return { looked: upTo, news: [...(row.summary.news ?? []), ...seqs] };
}

/** Rows that somebody else brought in since the preview was made are left out: nothing is doubled by a race. */
export async function withoutLatecomers(
  ctx: HouseholdContext,
  { row, accounts, rows, news }: Of & { row: ImportRow; news: readonly string[] },
): Promise<PreviewRow[]> {
  const late = new Map<string, Set<Id>>();
  const byBankId = new Map<string, Id>();
  for (const [statement, account] of news.length === 0 ? [] : accounts) {
    const own = rows.filter((one) => one.statement === statement);
    const days = own.flatMap((one) => one.on_day ?? []).sort();
    const [from, to] = [days[0], days.at(-1)];
    if (!from || !to) continue;
    const span = { account: account.id, from, to, seqs: news, not: row.id };
    for (const { id, occurred_on, amount_minor, payee, bank_id } of await readLatecomers(ctx, span)) {
      const key = [statement, occurred_on, amount_minor, (payee ?? '').toLowerCase()].join(' ');
      late.set(key, (late.get(key) ?? new Set()).add(id));
      if (bank_id !== null) byBankId.set(`${statement} ${bank_id}`, id);
    }
  }
  return rows.map((one) => {
    const { payee, bank_id } = one.content;
    const key = [one.statement, one.on_day, one.amount_minor, payee.toLowerCase()].join(' ');
    const known = bank_id === undefined ? undefined : byBankId.get(`${one.statement} ${bank_id}`);
    const [next] = late.get(key) ?? [];
    const met = known ?? next;
    if (one.state === 'replaces_pending' || met === undefined) return { ...one, content: { ...one.content } };
    late.get(key)?.delete(met);
    const reason = 'It came into the account by another import after this preview was made.';
    return {
      ...one,
      is_included: false,
      state: 'duplicate',
      matches_id: met,
      content: { ...one.content, reason },
    };
  });
}

/** Makes entries of rows, notes on each row which one it became, and answers the tags that it had to make. */
export async function addEntries(ctx: HouseholdContext, row: ImportRow, of: Of): Promise<Id[]> {
  for (const account of new Set(of.accounts.values())) refuseClosed(account);
  const tags = await tagsFor(ctx, of);
  const drafts = await draftsOf(ctx, row, { ...of, tags });
  await insertEntries(ctx, drafts, {
    // Not what the file is called: that is its author's, and goes with them, while these entries may stay.
    note: { import_id: row.id, entries: drafts.length },
  });
  for (const [index, one] of of.rows.entries()) one.transaction_id = drafts[index]?.row.id ?? null;
  await linkFound(ctx, of.rows);
  return tags.made;
}

/**
 * A pending entry becomes the booked one in its place: notes, category and splits of its person stay. Where somebody
 * else booked it since the preview, the row is left out.
 */
export async function bookPending(
  ctx: HouseholdContext,
  row: ImportRow,
  rows: readonly PreviewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const matches = rows.flatMap((one) => one.matches_id ?? []);
  const entries = new Map((await lockEntries(ctx, matches)).map((entry) => [entry.row.id, entry]));
  const changes = rows.flatMap((one) => {
    const before = entries.get(one.matches_id ?? '');
    if (!before || before.row.deleted_at !== null || before.row.status === 'cancelled') return [];
    if (before.row.status !== 'pending') {
      one.is_included = false;
      one.state = 'duplicate';
      one.content.reason = 'Its pending entry was booked by another import after this preview was made.';
      return [];
    }
    const pending = factsOf(before.row);
    one.content.replaced = kept(pending);
    one.transaction_id = before.row.id;
    return [{ before, after: withFacts(before.row, bookedOver(pending, one)) }];
  });
  const booked = await withFreeIds(ctx, changes);
  await changeEntries(ctx, booked, { note: { import_id: row.id, booked: changes.length } });
}

/** A bank may number its rows anew: an id that another entry of the account has stays with that one. */
async function withFreeIds(ctx: HouseholdContext, changes: readonly EntryChange[]): Promise<EntryChange[]> {
  const changed = changes.filter(({ before, after }) => after.bank_id !== before.row.bank_id);
  const taken = new Set<string>();
  for (const account of new Set(changed.map(({ after }) => after.account_id))) {
    const wanted = changed.flatMap(({ after }) =>
      after.account_id === account ? (after.bank_id ?? []) : [],
    );
    for (const id of await readTakenIds(ctx, account, wanted)) taken.add(`${account} ${id}`);
  }
  return changes.map((change) => {
    const { before, after } = change;
    const key = `${after.account_id} ${after.bank_id ?? ''}`;
    const isTaken = after.bank_id !== before.row.bank_id && taken.has(key);
    taken.add(key);
    return isTaken ? { ...change, after: { ...after, bank_id: before.row.bank_id } } : change;
  });
}

type Tags = { byName: ReadonlyMap<string, Id>; living: ReadonlySet<Id>; made: Id[] };

/** Tags by the names in the file, and those that are there still. Those of private accounts are only looked up: a new one would tell the household. */
async function tagsFor(ctx: HouseholdContext, of: Of): Promise<Tags> {
  const made: Id[] = [];
  if (of.rows.every(({ content }) => !content.new_tags && !content.tags))
    return { byName: new Map(), living: new Set(), made };
  const tags = await listTags(ctx);
  const byName = new Map(tags.map((tag) => [tagKey(tag.name), tag.id]));
  for (const one of of.rows) {
    if (of.accounts.get(one.statement)?.private_to !== null) continue;
    for (const name of one.content.new_tags ?? []) {
      if (tagKey(name) === '' || byName.has(tagKey(name))) continue;
      const { id } = await addTag(ctx, { name: name.trim(), colour: '' });
      byName.set(tagKey(name), id);
      made.push(id);
    }
  }
  return { byName, living: new Set(tags.map((tag) => tag.id)), made };
}

function tagKey(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('en');
}

async function draftsOf(
  ctx: HouseholdContext,
  import_: ImportRow,
  of: Of & { tags: Tags },
): Promise<EntryDraft[]> {
  const payees = new Map<Id | null, Map<string, Id>>();
  for (const privateTo of new Set([...of.accounts.values()].map((account) => account.private_to))) {
    const names = of.rows
      .filter((one) => of.accounts.get(one.statement)?.private_to === privateTo)
      .map((one) => one.content.payee);
    payees.set(privateTo, await payeeIdsFor(ctx, names, privateTo));
  }
  const taken = await takenIds(ctx, of);
  const drafts: EntryDraft[] = [];
  for (const one of of.rows) {
    const account = of.accounts.get(one.statement);
    if (!account) throw new Error('a row without an account');
    const draft = await rowOf(ctx, { one, account, import_id: import_.id });
    draft.payee_id = payees.get(account.private_to)?.get(one.content.payee) ?? null;
    // A bank may number its rows anew: the id that an older entry has stays with that one.
    const key = `${account.id} ${draft.bank_id ?? ''}`;
    if (taken.has(key)) draft.bank_id = null;
    taken.add(key);
    const splits = partsOf(one);
    const named = (one.content.new_tags ?? []).flatMap((name) => of.tags.byName.get(tagKey(name)) ?? []);
    const tags = [...new Set([...(one.content.tags ?? []).filter((id) => of.tags.living.has(id)), ...named])];
    drafts.push({ row: { ...draft, is_split: splits.length > 0 }, splits, tags });
  }
  return drafts;
}

async function takenIds(ctx: HouseholdContext, of: Of): Promise<Set<string>> {
  const wanted = new Map<Id, string[]>();
  for (const one of of.rows) {
    const account = of.accounts.get(one.statement)?.id;
    if (account === undefined || one.content.bank_id === undefined) continue;
    const ids = wanted.get(account);
    if (ids) ids.push(one.content.bank_id);
    else wanted.set(account, [one.content.bank_id]);
  }
  const taken = new Set<string>();
  for (const [account, ids] of wanted)
    for (const id of await readTakenIds(ctx, account, ids)) taken.add(`${account} ${id}`);
  return taken;
}

async function rowOf(
  ctx: HouseholdContext,
  of: { one: PreviewRow; account: AccountRow; import_id: Id },
): Promise<EntryRow> {
  const { one, account, import_id } = of;
  const { content } = one;
  const said = saidBy(one);
  const { amount_minor, occurred_on: on } = said;
  const asked = one.category_id === null ? content.proposed : undefined;
  return {
    ...blankRow(ctx, account),
    ...said,
    ...(await frozenRate(ctx, { amount_minor, currency: account.currency, on })),
    type: amount_minor > 0n ? 'income' : 'expense',
    source: 'import',
    notes: content.notes ?? '',
    ...(content.payer_id === undefined ? {} : { payer_id: content.payer_id }),
    category_id: one.category_id,
    import_id,
    import_line: one.line,
    needs_review: asked !== undefined && asked.confidence < SURE,
    proposed_category_id: asked?.category_id ?? null,
    proposed_confidence: asked ? Math.round(asked.confidence) : null,
    proposed_reason: asked?.reason ?? null,
  };
}

/** The other side may have been linked, changed or deleted since the preview: then a row stays an entry of its own. */
async function linkFound(ctx: HouseholdContext, rows: readonly PreviewRow[]): Promise<void> {
  const pairs = rows.flatMap((one) => {
    if (one.state !== 'transfer' || one.matches_id === null || one.transaction_id === null) return [];
    const [mine, other] = [one.transaction_id, one.matches_id];
    const isOut = (one.amount_minor ?? 0n) < 0n;
    return [isOut ? { from_id: mine, to_id: other } : { from_id: other, to_id: mine }];
  });
  const open = await linkable(ctx, pairs);
  if (open.length > 0) await linkPairs(ctx, open);
}
