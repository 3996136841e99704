import { z } from 'zod';
import { emailField, instant } from '../../platform/fields.ts';
import type { ChangeRow } from './email-changes.store.ts';

export const changeSchema = z
  .strictObject({ new_email: emailField })
  .meta({ id: 'EmailChange', examples: [{ new_email: 'mere.next@example.org' }] });

export const pendingSchema = z
  .object({
    new_email: z.string(),
    requested_at: instant,
    expires_at: instant.describe('Until then the link in the mail to the new address can be used'),
  })
  .meta({ id: 'PendingEmailChange' });

export const standingSchema = z
  .object({ email: z.string(), pending: pendingSchema.nullable() })
  .meta({ id: 'EmailChangeStanding' });

export const tokenSchema = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: 'EmailChangeToken', examples: [{ token: 'the token of the link' }] });

export const changedSchema = z
  .object({ message: z.string(), email: z.string() })
  .meta({ id: 'EmailChanged' });

export const undoneSchema = z
  .object({
    message: z.string(),
    email: z.string(),
    reset_token: z.string().describe('For POST auth/password/reset/confirm/'),
  })
  .meta({ id: 'EmailChangeUndone' });

export type Pending = z.infer<typeof pendingSchema>;

export function pendingOnTheWire(row: ChangeRow): Pending {
  return { new_email: row.new_email, requested_at: row.requested_at, expires_at: row.confirm_until };
}
