import type { NewOperation, Operation } from './operation.ts';

/** What the outbox does with a new intention: operations to take out, to change, to add. */
export type Placement = {
  readonly remove: readonly number[];
  readonly change?: Operation;
  readonly add?: NewOperation;
};

/**
 * Places an intention behind the queue (in order of `seq`). Edits of a row that were never sent melt into the last of
 * them; deleting a row that was never sent removes both. What may already be with the server is never touched.
 */
export function place(queue: readonly Operation[], wanted: NewOperation): Placement {
  const own = queue.filter(
    (operation) => operation.entity === wanted.entity && operation.entityId === wanted.entityId,
  );
  if (wanted.kind === 'update') return placeUpdate(queue, own.at(-1), wanted);
  if (wanted.kind === 'delete') return placeDelete(queue, own, wanted);
  return { remove: [], add: wanted };
}

function placeUpdate(
  queue: readonly Operation[],
  last: Operation | undefined,
  wanted: NewOperation,
): Placement {
  if (!last || !neverSent(last) || (last.kind !== 'create' && last.kind !== 'update'))
    return { remove: [], add: wanted };
  if (namesLater(queue, last, wanted)) return { remove: [], add: wanted };
  const dependsOn = [...new Set([...last.dependsOn, ...wanted.dependsOn])];
  return {
    remove: [],
    change: { ...last, body: { ...last.body, ...wanted.body }, at: wanted.at, dependsOn },
  };
}

function placeDelete(
  queue: readonly Operation[],
  own: readonly Operation[],
  wanted: NewOperation,
): Placement {
  const unsent = own.filter(neverSent);
  if (unsent.length === 0) return { remove: [], add: wanted };
  // Others name this row: they could not be sent without it, made or brought back, so the server has to hear of both.
  const isNamed = queue.some((operation) => operation.dependsOn.includes(wanted.entityId));
  if (isNamed) return { remove: [], add: wanted };
  const born = unsent.some((operation) => operation.kind === 'create');
  const remove = unsent.map((operation) => operation.seq);
  if (born) return { remove };
  const base = unsent[0]?.baseVersion;
  return { remove, add: base === undefined ? wanted : { ...wanted, baseVersion: base } };
}

/** Whether the new edit names a row that is made only after `target` would be sent. */
function namesLater(queue: readonly Operation[], target: Operation, wanted: NewOperation): boolean {
  return queue.some(
    (operation) => operation.seq > target.seq && wanted.dependsOn.includes(operation.entityId),
  );
}

function neverSent(operation: Operation): boolean {
  return operation.tries === 0 && operation.state === 'waiting';
}
