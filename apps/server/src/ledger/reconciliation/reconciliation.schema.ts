import { z } from 'zod';
import { amountField, dayField, decimal, id } from '../../platform/fields.ts';

export const reconciliationSchema = z
  .strictObject({
    statement_balance: amountField,
    as_of: dayField.optional().describe('Today when absent'),
    adjust: z.boolean().default(false).describe('Bring the account in line with an entry of the difference'),
  })
  .meta({ id: 'Reconciliation', examples: [{ statement_balance: '1250.00', adjust: true }] });

export const reconciledSchema = z
  .object({
    balance: decimal,
    difference: decimal,
    reconciled: z.boolean(),
    adjustment_id: id.nullable(),
  })
  .meta({ id: 'Reconciled' });

export type Reconciliation = z.infer<typeof reconciliationSchema>;
export type Reconciled = z.infer<typeof reconciledSchema>;
