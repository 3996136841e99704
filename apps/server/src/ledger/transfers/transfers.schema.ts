import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { transactionSchema } from '../register/register.schema.ts';

export const linkBodySchema = z.strictObject({ from_id: id, to_id: id }).meta({
  id: 'TransferLink',
  examples: [
    { from_id: '01a20119-5f73-7133-b10c-cbcfa574f45e', to_id: '01a20119-5f73-7133-b10c-cbcfa574f45f' },
  ],
});

export const unlinkBodySchema = z
  .strictObject({ id })
  .meta({ id: 'TransferUnlink', examples: [{ id: '01a20119-5f73-7133-b10c-cbcfa574f45e' }] });

export const pairSchema = z.object({ results: z.array(transactionSchema) });

export const suggestionsSchema = z.object({
  results: z.array(
    z
      .object({
        from: transactionSchema,
        to: transactionSchema,
        score: z.number().describe('0 to 1'),
        reason: z.string(),
      })
      .meta({ id: 'SuggestedTransfer' }),
  ),
});
