import { z } from 'zod';
import { id } from '../../platform/fields.ts';

export const usageSchema = z.object({
  results: z.array(
    z
      .object({
        category_id: id,
        count: z.number().int(),
        total: z.string().describe('In the household’s currency; spending is negative'),
        last_used_on: z.string().nullable(),
      })
      .meta({ id: 'CategoryUsage' }),
  ),
});
