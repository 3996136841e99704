import { z } from 'zod';
import { id, instant, line } from '../../platform/fields.ts';
import type { GrantRow } from './staff-access.store.ts';

export const openingSchema = z
  .strictObject({
    reason: line(500, 20).describe('Why; the household reads it'),
    ticket: line(100).optional().describe('Where it was asked for'),
    minutes: z.number().int().min(5).max(60).default(30),
  })
  .meta({
    id: 'StaffAccessOpening',
    examples: [
      { reason: 'An import shows doubled entries, as they wrote to us', ticket: 'K-1042', minutes: 30 },
    ],
  });

export const grantSchema = z
  .object({
    id,
    staff: z.object({ id, name: z.string(), role: z.string() }),
    reason: z.string(),
    ticket: z.string(),
    opened_at: instant,
    until_at: instant,
    is_open: z.boolean(),
    ended_at: instant.nullable(),
    ended_by: z.enum(['staff', 'household', 'time']).nullable(),
    reads: z.number().int().describe('How many pages they opened'),
    last_read_at: instant.nullable(),
  })
  .meta({ id: 'StaffAccess' });

export type Opening = z.infer<typeof openingSchema>;
export type WireGrant = z.infer<typeof grantSchema>;

export function grantOnTheWire(row: GrantRow, now: string): WireGrant {
  const isOver = row.ended_at === null && row.until_at <= now;
  return {
    id: row.id,
    staff: { id: row.staff_id, name: row.staff_name, role: row.staff_role },
    reason: row.reason,
    ticket: row.ticket,
    opened_at: row.opened_at,
    until_at: row.until_at,
    is_open: row.ended_at === null && !isOver,
    ended_at: row.ended_at ?? (isOver ? row.until_at : null),
    ended_by: (row.ended_by ?? (isOver ? 'time' : null)) as WireGrant['ended_by'],
    reads: row.reads,
    last_read_at: row.last_read_at,
  };
}
