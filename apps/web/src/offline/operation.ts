import type { PlainRow, Queueable } from './entities.ts';

export type OperationKind = 'create' | 'update' | 'delete' | 'action';

/** What the server said against an operation, in the words that the screen shows. */
export type Objection = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly errors: readonly { pointer: string; code: string; message: string }[];
};

/**
 * One thing that a person wants and the server has not confirmed. It lives until the server has taken it or the person
 * gives it up; it is never merged away silently.
 */
export type Operation = {
  /** The order in which things were wanted; given by the database. */
  readonly seq: number;
  /** A UUIDv7, sent as Idempotency-Key, so that sending twice has one effect. */
  readonly key: string;
  readonly kind: OperationKind;
  readonly entity: Queueable;
  readonly entityId: string;
  readonly household: string;
  /** The tail of the path of an action: `splits` in /transactions/{id}/splits/. */
  readonly action?: string;
  readonly body: PlainRow;
  /** What the screen shows beneath the body until the server has answered; never sent. */
  readonly shown?: PlainRow;
  /** The version of the row that the person was looking at; sent as If-Match. */
  readonly baseVersion?: number;
  /** When it was wanted, by the device's clock. */
  readonly at: string;
  /** How often it was sent. It counts before the sending, so that zero means "the server cannot know of it". */
  readonly tries: number;
  readonly state: 'waiting' | 'blocked';
  readonly problem?: Objection;
  /** The server's copy at the time of a refusal; null when the server has no such row any more. */
  readonly theirs?: PlainRow | null;
  /** Ids of rows made by earlier operations that this one names. */
  readonly dependsOn: readonly string[];
};

/** An operation before the outbox has numbered it. */
export type NewOperation = Omit<Operation, 'seq'>;

/** What a screen asks for. */
export type Intention = {
  readonly kind: OperationKind;
  readonly entity: Queueable;
  readonly entityId: string;
  readonly household: string;
  readonly action?: string;
  readonly body?: PlainRow;
  /** Facts that the server will work out and the screen wants now, such as the currency of a new entry. */
  readonly shown?: PlainRow;
};

/**
 * Which operations cannot go because a blocked one stands before them: those of the same row, those that name a row which
 * the server lacks without it, and what depends on these in turn. The rest of the queue moves on: an account whose new name
 * is refused takes entries all the same.
 */
export function heldBack(operations: readonly Operation[]): ReadonlySet<number> {
  const stuck = new Set<string>();
  const lacking = new Set<string>();
  const held = new Set<number>();
  for (const operation of operations) {
    const waits = stuck.has(operation.entityId) || operation.dependsOn.some((id) => lacking.has(id));
    if (operation.state === 'blocked' || waits) {
      stuck.add(operation.entityId);
      if (operation.kind !== 'update') lacking.add(operation.entityId);
      held.add(operation.seq);
    }
  }
  return held;
}

/** The first operation, in order, that may be sent; undefined when all that is left is blocked or held back. */
export function nextToSend(operations: readonly Operation[]): Operation | undefined {
  const held = heldBack(operations);
  return operations.find((operation) => !held.has(operation.seq));
}
