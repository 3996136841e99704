import { judge, requestOf, type Verdict } from './answers.ts';
import { type LocalCopy, rowsOf } from './database.ts';
import type { PlainRow } from './entities.ts';
import { nextToSend, type Operation } from './operation.ts';
import { dropRows, putRows, serverTables, toRecord } from './rows.ts';
import type { Transport } from './transport.ts';

export type DrainEnd =
  /** Nothing is left that could be sent. */
  | { readonly kind: 'drained'; readonly sent: number }
  | { readonly kind: 'again'; readonly sent: number; readonly afterMs?: number }
  | { readonly kind: 'sign-in'; readonly sent: number };

/**
 * Sends the outbox in strict order until it is empty or the way is closed. Only one may run over all tabs; the caller
 * holds the lock. An operation is counted as tried before it is sent, and removed in the same transaction that writes the
 * server's row, so that a crash at any moment leads to the same key being sent again, never to a second effect.
 */
export async function drain(copy: LocalCopy, transport: Transport): Promise<DrainEnd> {
  let sent = 0;
  for (;;) {
    const operation = await takeNext(copy);
    if (!operation) return { kind: 'drained', sent };
    const answer = await transport.send(requestOf(operation)).catch(() => undefined);
    const verdict = judge(operation, answer);
    if (verdict.kind === 'again') {
      return { kind: 'again', sent, ...(verdict.afterMs !== undefined && { afterMs: verdict.afterMs }) };
    }
    if (verdict.kind === 'sign-in') return { kind: 'sign-in', sent };
    await conclude(copy, operation, verdict);
    sent += 1;
  }
}

async function takeNext(copy: LocalCopy): Promise<Operation | undefined> {
  return copy.transaction('rw', copy.outbox, async () => {
    const next = nextToSend(await copy.outbox.orderBy('seq').toArray());
    if (!next) return undefined;
    const tried = { ...next, tries: next.tries + 1 };
    await copy.outbox.put(tried);
    return tried;
  });
}

async function conclude(
  copy: LocalCopy,
  operation: Operation,
  verdict: Extract<Verdict, { kind: 'done' | 'blocked' }>,
): Promise<void> {
  await copy.transaction('rw', [copy.outbox, ...serverTables(copy)], async () => {
    if (verdict.kind === 'blocked') {
      await block(copy, operation, verdict);
      return;
    }
    await copy.outbox.delete(operation.seq);
    if (operation.kind === 'delete') await bury(copy, operation);
    else await confirm(copy, operation, verdict.row);
  });
}

/** The server's row in place of the wish; what was wished on top of it now stands on the new version. */
async function confirm(copy: LocalCopy, operation: Operation, row: PlainRow | undefined): Promise<void> {
  const { entity, entityId, household } = operation;
  const version = row && Number(row['version'] ?? 0);
  // A tombstone means that somebody deleted the row after this answer was first given.
  if (row && version !== undefined && !(await copy.tombstones.get(entityId))) {
    await putRows(copy, entity, [toRecord(entity, household, { row, version })]);
  }
  const later = await copy.outbox.where('entityId').equals(entityId).toArray();
  for (const one of later) {
    if (one.entity !== entity || one.kind === 'create' || one.state !== 'waiting') continue;
    // An answer without the row leaves its version unknown; better no condition than one that must fail.
    const { baseVersion: _old, ...bare } = one;
    await copy.outbox.put(version === undefined ? bare : { ...bare, baseVersion: version });
  }
}

async function bury(copy: LocalCopy, operation: Operation): Promise<void> {
  const { entity, entityId: id, household } = operation;
  await copy.tombstones.put({ id, entity, household });
  await dropRows(copy, entity, [id]);
}

async function block(
  copy: LocalCopy,
  operation: Operation,
  verdict: Extract<Verdict, { kind: 'blocked' }>,
): Promise<void> {
  const current = await copy.outbox.get(operation.seq);
  if (!current) return;
  const { problem, theirs } = verdict;
  await copy.outbox.put({ ...current, state: 'blocked', problem, ...(theirs !== undefined && { theirs }) });
  const version = theirs?.['version'];
  if (
    theirs &&
    typeof version === 'number' &&
    (await rowsOf(copy, operation.entity).get(operation.entityId))
  ) {
    await putRows(copy, operation.entity, [
      toRecord(operation.entity, operation.household, { row: theirs, version }),
    ]);
  }
}
