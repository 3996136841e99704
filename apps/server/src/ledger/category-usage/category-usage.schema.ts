import { z } from 'zod';
import { day, decimal, id } from '../../platform/fields.ts';

export const usageSchema = z.object({
  results: z.array(
    z
      .object({
        category_id: id,
        count: z.number().int(),
        total: decimal.describe('In the household’s currency; spending is negative'),
        last_used_on: day.nullable(),
      })
      .meta({ id: 'CategoryUsage' }),
  ),
});
