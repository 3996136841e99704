import type { Capability } from '@kinwise/core/capabilities';
import type { Id } from '@kinwise/core/ids';
import type { z } from 'zod';
import type { HouseholdContext } from './context.ts';

type Row = { id: Id; version: number };

/** A kind of thing that devices keep a copy of, as its feature hands it out. */
export type Copied = {
  /** The name that its events have in events.ts. */
  readonly entity: string;
  /** The shape of a row: that of its own resource. The sync and the client's types are made of these. */
  readonly row: z.ZodType<Row>;
  readonly requires: Capability;
  /** A page of a first copy; `after` is absent on the first and comes back absent with the last. */
  copy(
    ctx: HouseholdContext,
    at: { after: string | undefined; limit: number },
  ): Promise<{ rows: Row[]; after: string | undefined }>;
  /** The rows of these ids as they are now, as far as the actor sees them. */
  byIds(ctx: HouseholdContext, ids: readonly Id[]): Promise<Row[]>;
};

/** What a copy of somebody's data holds beyond that; devices need not know it. */
export type HandedOut = Omit<Copied, 'byIds' | 'row'>;

type Whole<R extends Row> = {
  readonly entity: string;
  readonly row: z.ZodType<R>;
  readonly requires: Capability;
  list(ctx: HouseholdContext, ids?: readonly Id[]): Promise<R[]>;
};

/** A kind of which a household has few enough to send them in one page. */
export function copiedWhole<R extends Row>({ entity, row, requires, list }: Whole<R>): Copied {
  return {
    entity,
    row,
    requires,
    copy: async (ctx) => ({ rows: await list(ctx), after: undefined }),
    byIds: async (ctx, ids) => await list(ctx, ids),
  };
}
