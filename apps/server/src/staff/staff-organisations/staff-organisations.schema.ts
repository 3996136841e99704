import { z } from 'zod';
import { id, instant, line } from '../../platform/fields.ts';
import { PAGE_QUERY } from '../../platform/lists.ts';
import { TIERS } from '../../home/organisations/organisations.schema.ts';
import type { Tier } from '../../home/organisations/organisations.schema.ts';
import { reasonField } from '../staff-users/staff-users.schema.ts';
import type { OrganisationRow } from './staff-organisations.store.ts';

export const staffOrganisationSchema = z
  .object({
    id,
    name: z.string(),
    tier: z.enum(TIERS),
    capacity: z.number().int(),
    households_count: z.number().int().describe('More than the capacity after a lowering; no more join then'),
    asked_tier: z.enum(TIERS).nullable().describe('What its owner asks for'),
    asked_at: instant.nullable(),
    owner: z.object({ id, name: z.string(), email: z.string() }),
    created_at: instant,
    version: z.number().int(),
  })
  .meta({ id: 'StaffOrganisation' });

export const staffOrganisationsQuery = z.strictObject({
  ...PAGE_QUERY,
  q: line(100).optional().describe('Part of the name, or an id'),
  asking: z.enum(['true', 'false']).optional().describe('true: only those whose owner asks for another tier'),
});

export const tierSchema = z
  .strictObject({ tier: z.enum(TIERS), reason: reasonField })
  .meta({ id: 'StaffOrganisationTier', examples: [{ tier: 'medium', reason: 'Paid by invoice 2026-118' }] });

export type StaffOrganisationsQuery = z.infer<typeof staffOrganisationsQuery>;
export type TierBody = z.infer<typeof tierSchema>;
export type WireStaffOrganisation = z.infer<typeof staffOrganisationSchema>;

export function organisationOnTheWire(
  row: OrganisationRow,
  capacityOf: (tier: Tier) => number,
): WireStaffOrganisation {
  const tier = row.tier as Tier;
  return {
    id: row.id,
    name: row.name,
    tier,
    capacity: capacityOf(tier),
    households_count: row.households,
    asked_tier: row.asked_tier as Tier | null,
    asked_at: row.asked_at,
    owner: { id: row.owner_id, name: row.owner_name, email: row.owner_email },
    created_at: row.created_at,
    version: row.version,
  };
}
