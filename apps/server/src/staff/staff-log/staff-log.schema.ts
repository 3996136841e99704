import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import { PAGE_QUERY } from '../../platform/lists.ts';
import type { ActRow } from './staff-log.store.ts';

const person = z.object({ id, name: z.string() });

export const actSchema = z
  .object({
    id,
    at: instant,
    staff: person.nullable().describe('Null: by the command line of the server'),
    staff_role: z.string().nullable(),
    action: z.string().describe('Such as account.locked, role.given, access.opened'),
    user: person.nullable(),
    household: person.nullable(),
    reason: z.string(),
    ticket: z.string(),
    details: z.record(z.string(), z.unknown()),
    ip: z.string().nullable(),
  })
  .meta({ id: 'StaffAct' });

export const actsQuery = z.strictObject({
  ...PAGE_QUERY,
  staff_id: id.optional(),
  user_id: id.optional(),
  household_id: id.optional(),
  action: z
    .string()
    .regex(/^[a-z_]{1,30}\.[a-z_]{1,30}$/)
    .optional(),
  at__gte: instant.optional(),
  at__lte: instant.optional(),
});

export type ActsQuery = z.infer<typeof actsQuery>;
export type WireAct = z.infer<typeof actSchema>;

export function actOnTheWire(row: ActRow): WireAct {
  return {
    id: row.id,
    at: row.at,
    staff: row.staff_id === null ? null : { id: row.staff_id, name: row.staff_name },
    staff_role: row.staff_role,
    action: row.action,
    user: row.user_id === null ? null : { id: row.user_id, name: row.user_name },
    household: row.household_id === null ? null : { id: row.household_id, name: row.household_name ?? '' },
    reason: row.reason,
    ticket: row.ticket,
    details: row.details as Record<string, unknown>,
    ip: row.ip,
  };
}
