import { newId } from '@kinwise/core/ids';
import { place } from './coalesce.ts';
import { type LocalCopy, rowsOf } from './database.ts';
import { ENTITIES } from './entities.ts';
import type { Intention, NewOperation, Operation } from './operation.ts';

/** Puts a wish into the outbox, melted into an earlier one where the server cannot know of that yet. */
export async function enqueue(copy: LocalCopy, intention: Intention, at: string): Promise<void> {
  if (!ENTITIES[intention.entity].path) {
    throw new Error(`A change of ${intention.entity} needs signal and cannot be queued.`);
  }
  const table = rowsOf(copy, intention.entity);
  await copy.transaction('rw', [copy.outbox, table], async () => {
    const queue = await copy.outbox.orderBy('seq').toArray();
    const stored = await table.get(intention.entityId);
    const placement = place(queue, operationOf(intention, { at, queue, baseVersion: stored?.version }));
    await copy.outbox.bulkDelete([...placement.remove]);
    if (placement.change) await copy.outbox.put(placement.change);
    if (placement.add) await copy.outbox.add(placement.add as Operation);
  });
}

/** As enqueue; where the device cannot keep the wish, the person is told, for nothing on the screen would. */
export async function want(copy: LocalCopy, intention: Intention, at: string): Promise<void> {
  try {
    await enqueue(copy, intention, at);
  } catch (error) {
    (await import('./unkept.ts')).sayUnkept();
    throw error;
  }
}

export async function waitingCount(copy: LocalCopy): Promise<number> {
  return copy.outbox.count();
}

type Surroundings = { at: string; queue: readonly Operation[]; baseVersion: number | undefined };

function operationOf(intention: Intention, { at, queue, baseVersion }: Surroundings): NewOperation {
  const body = intention.body ?? {};
  const pending = new Set(queue.map((operation) => operation.entityId));
  const dependsOn = [...idsIn(body)].filter((id) => pending.has(id) && id !== intention.entityId);
  return {
    key: newId(),
    kind: intention.kind,
    entity: intention.entity,
    entityId: intention.entityId,
    household: intention.household,
    ...(intention.action !== undefined && { action: intention.action }),
    body,
    ...(intention.shown !== undefined && { shown: intention.shown }),
    ...(baseVersion !== undefined && intention.kind !== 'create' && { baseVersion }),
    at,
    tries: 0,
    state: 'waiting',
    dependsOn,
  };
}

/** Every text inside a body: what names another row is among them. */
function idsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) for (const one of value) idsIn(one, found);
  else if (value !== null && typeof value === 'object')
    for (const one of Object.values(value)) idsIn(one, found);
  return found;
}
