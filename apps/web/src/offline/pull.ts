import type { Sync, SyncChange } from '@kinwise/api-client/schema';
import type { Cursor, LocalCopy } from './database.ts';
import { type EntityName, isEntity } from './entities.ts';
import { dropRows, forgetHousehold, putRows, seedRows, serverTables, toRecord } from './rows.ts';
import type { Transport } from './transport.ts';

export type PullEnd =
  /** `people`: who belongs to the household, or in which role, is not what it was. */
  | { readonly kind: 'current'; readonly people?: boolean }
  /** A page is written and there are more. */
  | { readonly kind: 'more'; readonly people?: boolean }
  | { readonly kind: 'again'; readonly afterMs?: number }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'no-access' };

/** Brings a household's rows up to date, all pages of it. */
export async function pull(copy: LocalCopy, household: string, transport: Transport): Promise<PullEnd> {
  for (;;) {
    const end = await pullPage(copy, household, transport);
    if (end.kind !== 'more') return end;
  }
}

/**
 * Brings one page. Rows and cursor are written in one transaction, so that a page is there as a whole or not at all. A
 * cursor that the server has forgotten begins anew; the outbox is not touched by that.
 */
export async function pullPage(copy: LocalCopy, household: string, transport: Transport): Promise<PullEnd> {
  const cursor = await copy.cursors.get(household);
  const answer = await transport.pull(household, cursor?.cursor).catch(() => ({ kind: 'again' as const }));
  switch (answer.kind) {
    case 'page':
      await writePage(copy, household, { page: answer.page, cursor });
      return {
        kind: answer.page.has_more ? 'more' : 'current',
        people: cursor?.complete === true && answer.page.changes.some(isAboutPeople),
      };
    case 'forgotten':
      // A server that forgets even the beginning is not well; leave it in peace for a while.
      if (!cursor) return { kind: 'again' };
      await forgetHousehold(copy, household);
      return { kind: 'more', people: true };
    case 'no-access':
      await forgetHousehold(copy, household);
      return answer;
    default:
      return answer;
  }
}

function isAboutPeople({ entity }: SyncChange): boolean {
  return entity === 'membership' || entity === 'household';
}

type Arrival = { readonly page: Sync; readonly cursor: Cursor | undefined };

async function writePage(copy: LocalCopy, household: string, { page, cursor }: Arrival): Promise<void> {
  const complete = cursor?.complete ?? false;
  await copy.transaction('rw', serverTables(copy), async () => {
    for (const [entity, changes] of lastOfEachRow(page.changes)) {
      // Names of accounts and categories are followed row by row; only the many entries go around the open queries.
      const put = complete || entity !== 'transaction' ? putRows : seedRows;
      await writeChanges(copy, household, { entity, changes, put });
    }
    await copy.cursors.put({ household, cursor: page.next_cursor, complete: complete || !page.has_more });
  });
}

type Group = {
  readonly entity: EntityName;
  readonly changes: readonly SyncChange[];
  readonly put: typeof putRows;
};

async function writeChanges(
  copy: LocalCopy,
  household: string,
  { entity, changes, put }: Group,
): Promise<void> {
  const puts = changes.filter((change) => change.op === 'put');
  const deletes = changes.filter((change) => change.op === 'delete').map((change) => change.id);
  if ((await copy.tombstones.count()) > 0) await copy.tombstones.bulkDelete(puts.map((change) => change.id));
  await put(
    copy,
    entity,
    puts.map(({ row, version }) => toRecord(entity, household, { row, version })),
  );
  if (deletes.length === 0) return;
  await copy.tombstones.bulkPut(deletes.map((id) => ({ id, entity, household })));
  await dropRows(copy, entity, deletes);
}

/** A page may name a row twice; only its last word counts. Kinds that this version does not know are passed over. */
function lastOfEachRow(changes: readonly SyncChange[]): Map<EntityName, SyncChange[]> {
  const last = new Map<string, SyncChange>();
  for (const change of changes) last.set(`${change.entity} ${change.id}`, change);
  const groups = new Map<EntityName, SyncChange[]>();
  for (const change of last.values()) {
    if (!isEntity(change.entity)) continue;
    const group = groups.get(change.entity);
    if (group) group.push(change);
    else groups.set(change.entity, [change]);
  }
  return groups;
}
