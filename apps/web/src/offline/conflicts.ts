/** What the server has refused, and what the person decides about it. Nobody needs this before there is such a thing. */
import { newId } from '@kinwise/core/ids';
import { type LocalCopy, rowsOf } from './database.ts';
import type { PlainRow } from './entities.ts';
import { foldRow } from './fold.ts';
import type { Operation } from './operation.ts';
import { putRows, serverTables, toRecord } from './rows.ts';

/** What the server refused, oldest first. */
export async function blockedOperations(copy: LocalCopy): Promise<Operation[]> {
  return copy.outbox.where('state').equals('blocked').sortBy('seq');
}

/**
 * "Keep mine": all that the person wants of this row becomes one operation with a new key on top of the server's present
 * version, and waits to be sent again.
 */
export async function keepMine(copy: LocalCopy, operation: Operation): Promise<void> {
  await resend(copy, operation, {});
}

/** "Edit": as keep mine, with corrected fields. */
export async function keepEdited(copy: LocalCopy, operation: Operation, body: PlainRow): Promise<void> {
  await resend(copy, operation, body);
}

/** "Keep theirs": gives up every wish for this row and shows what the server has. */
export async function keepTheirs(copy: LocalCopy, operation: Operation): Promise<void> {
  await copy.transaction('rw', [copy.outbox, ...serverTables(copy)], async () => {
    const current = await copy.outbox.get(operation.seq);
    if (!current) return;
    const own = await ofRow(copy, current);
    await copy.outbox.bulkDelete(own.map((one) => one.seq));
    const version = versionOf(current.theirs);
    if (current.theirs && version !== undefined) {
      await putRows(copy, current.entity, [
        toRecord(current.entity, current.household, { row: current.theirs, version }),
      ]);
    }
  });
}

/** Both sides of a refusal, for showing them beside each other; undefined sides do not exist (any more). */
export async function sidesOf(
  copy: LocalCopy,
  operation: Operation,
): Promise<{ mine?: PlainRow; theirs?: PlainRow }> {
  const stored = await rowsOf(copy, operation.entity).get(operation.entityId);
  const mine = foldRow(stored, await ofRow(copy, operation))?.row;
  // The server may have found no such row, or no such thing as the change names: the copy knows by now which.
  const theirs = operation.theirs ?? stored?.row;
  return { ...(mine && { mine }), ...(theirs && { theirs }) };
}

async function resend(copy: LocalCopy, operation: Operation, body: PlainRow): Promise<void> {
  await copy.transaction('rw', [copy.outbox, ...serverTables(copy)], async () => {
    const current = await copy.outbox.get(operation.seq);
    if (!current) return;
    const stored = await rowsOf(copy, current.entity).get(current.entityId);
    const later = (await ofRow(copy, current)).filter((one) => one.seq > current.seq && one.tries === 0);
    const merged = melt(current, later, body);
    const version = Math.max(stored?.version ?? -1, versionOf(current.theirs) ?? -1);
    const { problem: _problem, theirs: _theirs, baseVersion: _base, ...kept } = merged.operation;
    await copy.outbox.bulkDelete(merged.melted);
    await copy.outbox.put({
      ...kept,
      key: newId(),
      tries: 0,
      state: 'waiting',
      ...(version >= 0 && kept.kind !== 'create' && { baseVersion: version }),
    });
  });
}

/** Takes later edits of the same row into the refused one; anything else that follows keeps its place in the queue. */
function melt(
  current: Operation,
  later: readonly Operation[],
  body: PlainRow,
): { operation: Operation; melted: number[] } {
  let operation: Operation = { ...current, body: { ...current.body, ...body } };
  const melted: number[] = [];
  for (const one of later) {
    const meltable = one.kind === 'update' && (operation.kind === 'update' || operation.kind === 'create');
    if (!meltable) break;
    // An edit that names a row made after the refused one stays where it is; so does what follows it.
    if (one.dependsOn.some((id) => !operation.dependsOn.includes(id))) break;
    operation = { ...operation, body: { ...operation.body, ...one.body } };
    melted.push(one.seq);
  }
  return { operation, melted };
}

async function ofRow(copy: LocalCopy, { entity, entityId }: Operation): Promise<Operation[]> {
  const own = await copy.outbox.where('entityId').equals(entityId).sortBy('seq');
  return own.filter((operation) => operation.entity === entity);
}

function versionOf(row: PlainRow | null | undefined): number | undefined {
  const version = row?.['version'];
  return typeof version === 'number' ? version : undefined;
}
