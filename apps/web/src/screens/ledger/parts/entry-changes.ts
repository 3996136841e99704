import type {
  NewTransaction,
  Transaction,
  TransactionChange,
  TransactionOperation,
} from '@kinwise/api-client/schema';
import { api, got } from '../../../api/client.ts';
import { deviceClock, instantText } from '../../../clock.ts';
import { rowsOf } from '../../../offline/database.ts';
import type { PlainRow } from '../../../offline/entities.ts';
import { foldRow } from '../../../offline/fold.ts';
import type { Offline } from '../../../offline/hooks.tsx';
import { want } from '../../../offline/outbox.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { showToast } from '../../../ui/toast-queue.ts';

/**
 * Up to this many entries at once go through the outbox, one by one and with or without signal. More go to the server in
 * one request, all or nothing, because a queue of thousands would keep everything behind it waiting.
 */
const QUEUED_AT_MOST = 200;
const SENT_AT_ONCE = 1000;

export type Change = { readonly row: Transaction; readonly body: TransactionChange };

/** Changes entries; false when the server was asked and said no, which has then been said. */
export async function change(offline: Offline, changes: readonly Change[]): Promise<boolean> {
  if (changes.length > QUEUED_AT_MOST) {
    return sendAll(
      offline,
      changes.map(({ row, body }) => ({ op: 'update' as const, id: row.id, data: body })),
    );
  }
  for (const { row, body } of changes) await wish(offline, { kind: 'update', entityId: row.id, body });
  offline.sync.poke();
  return true;
}

/** Moves entries to the trash; as `change`. */
export async function remove(offline: Offline, rows: readonly Transaction[]): Promise<boolean> {
  if (rows.length > QUEUED_AT_MOST) {
    return sendAll(
      offline,
      rows.map((row) => ({ op: 'delete' as const, id: row.id })),
    );
  }
  for (const row of rows) await wish(offline, { kind: 'delete', entityId: row.id });
  offline.sync.poke();
  return true;
}

/** Takes a deletion back: out of the queue where the server cannot know of it, else by asking for the row again. */
export async function bringBack(offline: Offline, rows: readonly Transaction[]): Promise<void> {
  const { copy, household } = offline;
  for (const row of rows) {
    const { own, unsent } = await takeBack(copy, row.id);
    if (unsent) {
      await wishAgain(offline, row);
    } else if (
      row.version === undefined &&
      (await rowsOf(copy, 'transaction').get(row.id)) === undefined &&
      own.length === 0
    ) {
      // The server never knew it: its making was taken out of the queue together with its deletion.
      await want(
        copy,
        {
          kind: 'create',
          entity: 'transaction',
          entityId: row.id,
          household,
          body: bodyOf(row),
          shown: plainOf(row),
        },
        now(),
      );
    } else await wish(offline, { kind: 'action', entityId: row.id, action: 'restore', shown: plainOf(row) });
  }
  offline.sync.poke();
}

/** Takes a deletion out of the queue in one step with seeing that it was not sent: it may be on its way a moment later. */
async function takeBack(copy: Offline['copy'], id: string) {
  return await copy.transaction('rw', copy.outbox, async () => {
    const own = await copy.outbox.where('entityId').equals(id).toArray();
    const unsent = own.find((operation) => operation.kind === 'delete' && operation.tries === 0);
    if (unsent) await copy.outbox.delete(unsent.seq);
    return { own, unsent };
  });
}

/** What was changed before the deletion and had not been sent either went with it; it is wanted again. */
async function wishAgain(offline: Offline, row: Transaction): Promise<void> {
  const [now] = await readRows(offline, [row.id]);
  if (!now) return;
  const [is, was] = [plainOf(now), plainOf(row)];
  const lost = CHANGED_FIELDS.filter(
    (name) => JSON.stringify(is[name] ?? null) !== JSON.stringify(was[name] ?? null),
  );
  if (lost.length === 0) return;
  const body = Object.fromEntries(lost.map((name) => [name, was[name] ?? null]));
  await wish(offline, { kind: 'update', entityId: row.id, body });
}

/** Entries as the person sees them now, in the order asked for; those that are gone are left out. */
export async function readRows({ copy }: Offline, ids: readonly string[]): Promise<Transaction[]> {
  const rows: Transaction[] = [];
  for (const id of ids) {
    const operations = await copy.outbox.where('entityId').equals(id).sortBy('seq');
    const own = operations.filter((operation) => operation.entity === 'transaction');
    const shown = foldRow(await rowsOf(copy, 'transaction').get(id), own);
    if (shown) rows.push({ ...(shown.row as unknown as Transaction), id });
  }
  return rows;
}

type Wish = Omit<Parameters<typeof want>[1], 'household' | 'entity'>;

async function wish({ copy, household }: Offline, asked: Wish): Promise<void> {
  await want(copy, { ...asked, entity: 'transaction', household }, now());
}

async function sendAll(offline: Offline, operations: readonly TransactionOperation[]): Promise<boolean> {
  try {
    for (let from = 0; from < operations.length; from += SENT_AT_ONCE) {
      const body = { operations: operations.slice(from, from + SENT_AT_ONCE) };
      await got(api.POST('/transactions/bulk/', { body }));
    }
  } catch (error) {
    showToast({ title: sayProblem(error), tone: 'over' });
    return false;
  } finally {
    offline.sync.poke();
  }
  return true;
}

const FIELDS = [
  'account_id',
  'occurred_on',
  'amount',
  'status',
  'payee',
  'notes',
  'category_id',
  'tags',
  'splits',
  'payer_id',
  'beneficiary_id',
] as const satisfies readonly (keyof NewTransaction & keyof TransactionChange)[];

const OWN_FIELDS = [
  ...FIELDS,
  'transfer_account_id',
  'transfer_amount',
] as const satisfies readonly (keyof NewTransaction)[];

const CHANGED_FIELDS = [...FIELDS, 'needs_review'] as const satisfies readonly (keyof TransactionChange)[];

/** What of a row that only this device knew makes it anew. */
function bodyOf(row: Transaction): PlainRow {
  const plain = plainOf(row);
  return Object.fromEntries(
    OWN_FIELDS.flatMap((name) =>
      plain[name] === null || plain[name] === undefined ? [] : [[name, plain[name]]],
    ),
  );
}

function plainOf(row: Transaction): PlainRow {
  return row as unknown as PlainRow;
}

function now(): string {
  return instantText(deviceClock.now());
}
