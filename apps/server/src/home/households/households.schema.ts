import { CAPABILITIES, ROLES, capabilitiesOf } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import { PAY_CYCLES } from '@kinwise/core/pay-periods';
import type { PayCycleKind } from '@kinwise/core/pay-periods';
import { z } from 'zod';
import {
  currencyField,
  day,
  dayField,
  id,
  instant,
  line,
  newIdField,
  timeZoneField,
} from '../../platform/fields.ts';
import type { HouseholdRow } from './households.store.ts';

const HOUSEHOLD_TYPES = ['family', 'couple', 'student', 'individual', 'organisation'] as const;

export type HouseholdType = (typeof HOUSEHOLD_TYPES)[number];

/** What a household starts with when it does not say otherwise: wages come fortnightly, StudyLink weekly. */
export const CYCLE_OF_TYPE: Readonly<Record<HouseholdType, PayCycleKind>> = {
  family: 'fortnightly',
  couple: 'fortnightly',
  student: 'weekly',
  individual: 'fortnightly',
  organisation: 'monthly',
};

const typeSchema = z.enum(HOUSEHOLD_TYPES).meta({ id: 'HouseholdType' });

const payCycleSchema = z
  .object({
    kind: z.enum(PAY_CYCLES),
    anchor_on: day,
    days: z.number().int().optional().describe('Length of a custom cycle, and only of that'),
  })
  .meta({ id: 'PayCycle' });

export const householdSchema = z
  .object({
    id,
    name: z.string(),
    type: typeSchema,
    currency: z.string(),
    time_zone: z.string(),
    pay_cycle: payCycleSchema,
    role: z.enum(ROLES),
    is_primary: z.boolean(),
    capabilities: z.array(z.enum(CAPABILITIES)),
    members_count: z.number().int(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Household' });

const newPayCycle = z
  .strictObject({
    kind: z.enum(PAY_CYCLES),
    anchor_on: dayField.optional().describe('A real pay day; today when absent'),
    days: z.number().int().min(1).max(400).optional().describe('Length of a custom cycle, and only of that'),
  })
  .meta({ id: 'NewPayCycle' });

const fields = {
  name: line(80, 1),
  type: typeSchema,
  currency: currencyField,
  time_zone: timeZoneField,
  pay_cycle: newPayCycle,
};

export const newHouseholdSchema = z
  .strictObject({
    id: newIdField.optional(),
    name: fields.name,
    type: fields.type.default('family'),
    currency: fields.currency.default('NZD'),
    time_zone: fields.time_zone.default('Pacific/Auckland'),
    pay_cycle: fields.pay_cycle.optional(),
  })
  .meta({
    id: 'NewHousehold',
    examples: [
      { name: 'Kererū Street', type: 'couple', pay_cycle: { kind: 'fortnightly', anchor_on: '2026-11-18' } },
    ],
  });

export const householdChangeSchema = z
  .strictObject({
    name: fields.name.optional(),
    type: fields.type.optional(),
    currency: fields.currency.optional(),
    time_zone: fields.time_zone.optional(),
    pay_cycle: fields.pay_cycle.optional(),
  })
  .meta({ id: 'HouseholdChange', examples: [{ name: 'Tūī Street' }] });

export const deletionSchema = z
  .strictObject({ confirm: z.string().max(200).optional().describe('The name of the household, as it is') })
  .meta({ id: 'HouseholdDeletion' });

export const transferSchema = z
  .strictObject({
    membership_id: id,
    my_role: z.enum(ROLES).default('parent').describe('What you are from then on'),
  })
  .meta({
    id: 'OwnershipTransfer',
    examples: [{ membership_id: '01936b0e-7c00-7000-8000-000000000001', my_role: 'parent' }],
  });

export const summarySchema = z
  .object({
    id,
    name: z.string(),
    members_count: z.number().int(),
    members_by_role: z.record(z.string(), z.number().int()),
    pay_period: z.object({ starts_on: day, ends_on: day }),
    next_pay_on: day,
  })
  .meta({ id: 'HouseholdSummary' });

export type NewHousehold = z.infer<typeof newHouseholdSchema>;
export type HouseholdChange = z.infer<typeof householdChangeSchema>;
export type NewPayCycle = z.infer<typeof newPayCycle>;
export type WireHousehold = z.infer<typeof householdSchema>;

export function householdOnTheWire(row: HouseholdRow, actions: readonly string[]): WireHousehold {
  return {
    id: row.id,
    name: row.name,
    type: row.type as HouseholdType,
    currency: row.currency,
    time_zone: row.time_zone,
    pay_cycle: {
      kind: row.pay_cycle as PayCycleKind,
      anchor_on: row.pay_anchor_on,
      ...(row.pay_days === null ? {} : { days: row.pay_days }),
    },
    role: row.role as Role,
    is_primary: row.is_primary,
    capabilities: capabilitiesOf(row.role as Role),
    members_count: row.members_count,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...actions],
  };
}
