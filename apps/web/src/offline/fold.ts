import { ENTITIES, type EntityName, type PlainRow } from './entities.ts';
import type { Operation } from './operation.ts';

/** A row as the server last said it. */
export type StoredRow = {
  readonly id: string;
  readonly household: string;
  readonly version: number;
  readonly row: PlainRow;
};

/** A row as the screen shows it: what the server said with what the person wants on top. */
export type Folded<Row = PlainRow> = {
  readonly id: string;
  readonly row: Row;
  /** The server's version; undefined for a row that it has not confirmed. */
  readonly version: number | undefined;
  /** Something about this row still waits to be sent. */
  readonly waiting: boolean;
  /** The server refused something about this row; the person has to look. */
  readonly blocked: boolean;
};

/** One row with its operations in order; undefined when there is nothing to show (deleted, or never was). */
export function foldRow(stored: StoredRow | undefined, operations: readonly Operation[]): Folded | undefined {
  let row = stored?.row;
  for (const operation of operations) row = applied(row, operation);
  const id = stored?.id ?? operations[0]?.entityId;
  if (row === undefined || id === undefined) return undefined;
  return {
    id,
    row,
    version: stored?.version,
    waiting: operations.length > 0,
    blocked: operations.some((operation) => operation.state === 'blocked'),
  };
}

/** All rows of one kind with all operations of that kind; rows keep their order, new ones follow in the order of their making. */
export function foldRows(
  entity: EntityName,
  rows: readonly StoredRow[],
  operations: readonly Operation[],
): Folded[] {
  const byRow = groupByRow(operations.filter((operation) => operation.entity === entity));
  const folded: Folded[] = [];
  for (const stored of rows) {
    const shown = foldRow(stored, byRow.get(stored.id) ?? NONE);
    byRow.delete(stored.id);
    if (shown) folded.push(shown);
  }
  for (const own of byRow.values()) {
    const shown = foldRow(undefined, own);
    if (shown) folded.push(shown);
  }
  return folded;
}

export function groupByRow(operations: readonly Operation[]): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const group = groups.get(operation.entityId);
    if (group) group.push(operation);
    else groups.set(operation.entityId, [operation]);
  }
  return groups;
}

const NONE: readonly Operation[] = [];

function applied(row: PlainRow | undefined, operation: Operation): PlainRow | undefined {
  switch (operation.kind) {
    case 'create':
      // The answer to a creation may be lost while a pull brings the row: then the row is there already.
      return { ...operation.shown, ...row, ...operation.body, id: operation.entityId };
    case 'update':
      return row && { ...row, ...operation.body };
    case 'delete':
      return undefined;
    case 'action': {
      const act = ENTITIES[operation.entity].actions?.[operation.action ?? ''];
      // A row that comes back from the trash is not among the rows; then it is shown as the person last saw it.
      const seen = row ?? operation.shown;
      return seen && act ? act(seen, operation.body) : seen;
    }
  }
}
