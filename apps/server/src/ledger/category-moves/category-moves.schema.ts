import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';

export const mergeSchema = z
  .strictObject({ into_id: id })
  .meta({ id: 'CategoryMerge', examples: [{ into_id: '01a20119-5f73-7133-b10c-cbcfa574f45e' }] });

export const deleteQuery = z.strictObject({
  household: LIST_QUERY.household,
  reassign_to: id.optional().describe('Where its entries go; they stay in the deleted category when absent'),
});
