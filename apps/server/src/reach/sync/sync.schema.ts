import { z } from 'zod';
import { LIST_QUERY } from '../../platform/lists.ts';

export const syncQuerySchema = z.strictObject({
  household: LIST_QUERY.household,
  since: z.string().max(600).optional().describe('next_cursor of the last call; a whole copy when absent'),
  limit: z.coerce.number().int().min(10).max(5000).default(1000).describe('How many rows at most, about'),
});

export const syncSchema = z
  .object({
    changes: z.array(
      z.object({
        entity: z.string(),
        id: z.string(),
        op: z.enum(['put', 'delete']),
        version: z.number().int().optional(),
        row: z.unknown().optional().describe('The object as its own resource gives it'),
      }),
    ),
    next_cursor: z.string(),
    has_more: z.boolean(),
    server_time: z.string(),
  })
  .meta({ id: 'Sync' });

export type SyncAnswer = z.infer<typeof syncSchema>;
export type SyncChange = SyncAnswer['changes'][number];
