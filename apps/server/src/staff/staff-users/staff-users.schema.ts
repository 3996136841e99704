import { STAFF_ROLES } from '@kinwise/core/staff';
import { z } from 'zod';
import { id, instant, line } from '../../platform/fields.ts';
import { TIERS } from '../../platform/http.ts';
import { PAGE_QUERY } from '../../platform/lists.ts';
import type { AccountRow } from './staff-users.store.ts';

export const reasonField = line(500, 10).describe('Why; whom it concerns reads it');

export const reasonSchema = z
  .strictObject({ reason: reasonField })
  .meta({ id: 'StaffReason', examples: [{ reason: 'Asked for it by phone, called back' }] });

export const tierSchema = z
  .strictObject({ tier: z.enum(TIERS), reason: reasonField })
  .meta({ id: 'StaffTier', examples: [{ tier: 'premium', reason: 'Runs the books of the whole marae' }] });

export const ACCOUNT_STATES = ['active', 'guarded', 'unverified', 'locked', 'leaving'] as const;

export const accountSchema = z
  .object({
    id,
    email: z.string(),
    username: z.string().nullable(),
    first_name: z.string(),
    last_name: z.string(),
    state: z
      .enum(ACCOUNT_STATES)
      .describe('guarded: guardians look after it, and it has no address; leaving: they asked to be erased'),
    staff_role: z.enum(STAFF_ROLES).nullable(),
    created_at: instant,
    last_login_at: instant.nullable(),
  })
  .meta({ id: 'StaffAccount' });

export const accountPageSchema = accountSchema
  .extend({
    email_verified_at: instant.nullable(),
    tier: z.enum(TIERS).describe('premium: more calls a minute'),
    locked_at: instant.nullable().describe('By staff; until staff unlocks it'),
    sign_in_locked_until: instant.nullable().describe('After wrong passwords or codes; ends by itself'),
    deletion_due_at: instant.nullable(),
    factors: z.array(z.enum(['totp', 'passkey', 'backup_code'])),
    sessions: z.number().int(),
    api_keys: z.number().int(),
    households: z.array(z.object({ id, name: z.string(), role: z.string() })),
  })
  .meta({ id: 'StaffAccountPage' });

export const accountsQuery = z.strictObject({
  ...PAGE_QUERY,
  q: line(100).optional().describe('Part of an address or a name, or an id'),
  state: z.enum(ACCOUNT_STATES).optional(),
});

export type AccountsQuery = z.infer<typeof accountsQuery>;
export type WireAccount = z.infer<typeof accountSchema>;
export type WireAccountPage = z.infer<typeof accountPageSchema>;

export function accountOnTheWire(row: AccountRow): WireAccount {
  return {
    id: row.id,
    email: row.email,
    username: row.username,
    first_name: row.first_name,
    last_name: row.last_name,
    state: stateOf(row),
    staff_role: row.staff_role,
    created_at: row.created_at,
    last_login_at: row.last_login_at,
  };
}

function stateOf(row: AccountRow): WireAccount['state'] {
  if (row.locked_at !== null) return 'locked';
  if (row.deletion_due_at !== null) return 'leaving';
  if (row.guarded) return 'guarded';
  return row.email_verified_at === null ? 'unverified' : 'active';
}
