import { ROLES } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import { calledName } from '@kinwise/core/names';
import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import type { MemberRow } from './memberships.store.ts';

export const STATUSES = ['active', 'cancelled', 'expired'] as const;

export const membershipSchema = z
  .object({
    id,
    user_id: id,
    display_name: z.string(),
    photo: id.nullable().describe('Another one with every picture; it is at users/{user_id}/photo/'),
    email: z
      .string()
      .optional()
      .describe('Your own, and that of everybody who is active for who manages members'),
    role: z.enum(ROLES),
    status: z.enum(STATUSES),
    is_primary: z.boolean(),
    is_me: z.boolean(),
    joined_at: instant,
    ended_at: instant.nullable(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Membership' });

export const roleChangeSchema = z
  .strictObject({ role: z.enum(ROLES) })
  .meta({ id: 'RoleChange', examples: [{ role: 'observer' }] });

export type WireMembership = z.infer<typeof membershipSchema>;

export function membershipOnTheWire(
  row: MemberRow,
  seen: { isMe: boolean; withEmail: boolean; actions: readonly string[] },
): WireMembership {
  // Where somebody can be reached, and how they look, is nobody's business once they have gone.
  const isHere = row.status === 'active';
  return {
    id: row.id,
    user_id: row.user_id,
    display_name: calledName(row, 'Member'),
    photo: isHere ? row.photo : null,
    // Who was erased has none.
    ...(seen.withEmail && isHere && row.email !== '' ? { email: row.email } : {}),
    role: row.role as Role,
    status: row.status as WireMembership['status'],
    is_primary: row.is_primary,
    is_me: seen.isMe,
    joined_at: row.joined_at,
    ended_at: row.ended_at,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...seen.actions],
  };
}
