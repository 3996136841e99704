import { z } from 'zod';
import { id, instant, line } from '../../platform/fields.ts';
import { PAGE_QUERY } from '../../platform/lists.ts';
import type { HomeRow } from './staff-households.store.ts';

export const homeSchema = z
  .object({
    id,
    name: z.string(),
    type: z.string(),
    currency: z.string(),
    members_count: z.number().int(),
    created_at: instant,
    deleted_at: instant.nullable(),
  })
  .meta({ id: 'StaffHousehold' });

export const homePageSchema = homeSchema
  .extend({ members: z.array(z.object({ user_id: id, name: z.string(), role: z.string() })) })
  .meta({ id: 'StaffHouseholdPage' });

export const homesQuery = z.strictObject({
  ...PAGE_QUERY,
  q: line(100).optional().describe('Part of the name, or an id'),
});

export type HomesQuery = z.infer<typeof homesQuery>;
export type WireHome = z.infer<typeof homeSchema>;

export function homeOnTheWire(row: HomeRow): WireHome {
  const { id: home, name, type, currency, members, created_at, deleted_at } = row;
  return { id: home, name, type, currency, members_count: members, created_at, deleted_at };
}
