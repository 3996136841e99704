import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';

const household = z.object({ id, name: z.string() });

export const deletionSchema = z
  .object({
    status: z.enum(['none', 'pending', 'due']).describe('due: the time is over, and there is no way back'),
    requested_at: instant.nullable(),
    due_at: instant.nullable().describe('Until then it can be cancelled'),
    grace_days: z.number().int(),
    households: z.object({
      erased: z.array(household).describe('Nobody else belongs to them: they go as well'),
      shared: z.array(household).describe('Others go on with them; your entries stay, under a neutral name'),
      blocking: z.array(household).describe('You alone are in charge: hand them over, or delete them, first'),
    }),
  })
  .meta({ id: 'AccountDeletion' });

export type WireDeletion = z.infer<typeof deletionSchema>;
