import { z } from 'zod';
import type { Copied } from '../../platform/copies.ts';
import { id, instant } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';

export const syncQuerySchema = z.strictObject({
  household: LIST_QUERY.household,
  since: z.string().max(600).optional().describe('next_cursor of the last call; a whole copy when absent'),
  limit: z.coerce.number().int().min(10).max(5000).default(1000).describe('How many rows at most, about'),
});

/** The changes of every kind that devices keep, each with the row as its own resource gives it. */
export function syncSchemaOf(copies: readonly Copied[]) {
  const [first, ...others] = copies.map(({ entity, row }) =>
    z.object({ op: z.literal('put'), entity: z.literal(entity), id, version: z.number().int(), row }),
  );
  if (!first) throw new Error('There is nothing to keep a copy of.');
  const gone = z.object({
    op: z.literal('delete'),
    entity: z.enum(copies.map(({ entity }) => entity)),
    id,
  });
  return z
    .object({
      changes: z.array(
        z
          .discriminatedUnion('op', [z.discriminatedUnion('entity', [first, ...others]), gone])
          .meta({ id: 'SyncChange' }),
      ),
      next_cursor: z.string(),
      has_more: z.boolean(),
      server_time: instant,
    })
    .meta({ id: 'Sync' });
}

export type SyncAnswer = z.infer<ReturnType<typeof syncSchemaOf>>;
export type SyncChange = SyncAnswer['changes'][number];
