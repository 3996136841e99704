import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { changeSchema } from '../audit-names/audit-names.schema.ts';

export const historyQuery = z.strictObject(LIST_QUERY);

export const stepSchema = z
  .object({
    id,
    at: instant,
    actor: z.object({
      kind: z.enum(['user', 'system']),
      user_id: id.nullable(),
      name: z.string().nullable(),
      is_me: z.boolean(),
    }),
    action: z.string(),
    /** How it came about, where it was no single edit. */
    by: z.enum(['edit', 'rule', 'import', 'bulk']),
    by_name: z.string().nullable().describe('The rule, or the file'),
    together: z.number().int().describe('How many entries were changed in the same step'),
    changes: z.array(changeSchema),
  })
  .meta({ id: 'EntryStep' });

export type HistoryQuery = z.infer<typeof historyQuery>;
export type WireStep = z.infer<typeof stepSchema>;
