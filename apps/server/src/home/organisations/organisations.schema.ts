import { PAY_CYCLES } from '@kinwise/core/pay-periods';
import { z } from 'zod';
import { currencyField, id, instant, line } from '../../platform/fields.ts';
import type { OrganisationRow } from './organisations.store.ts';

export const TIERS = ['small', 'medium', 'large'] as const;
export type Tier = (typeof TIERS)[number];

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const yearStart = z
  .string()
  .regex(/^\d\d-\d\d$/, { message: 'must be a month and a day as MM-DD' })
  .refine(
    (text) => {
      const [month = 0, day = 0] = text.split('-').map(Number);
      return day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0);
    },
    { message: 'must be a day that exists, as MM-DD', params: { code: 'day_invalid' } },
  );

const fields = {
  name: line(80, 1),
  financial_year_start: yearStart.describe('MM-DD'),
  currency: currencyField.describe('Of new households under it'),
  pay_cycle: z
    .enum(PAY_CYCLES)
    .exclude(['custom'])
    .describe('The budget cycle that new households under it begin with'),
};

export const newOrganisationSchema = z
  .strictObject({
    name: fields.name,
    financial_year_start: fields.financial_year_start.default('04-01'),
    currency: fields.currency.default('NZD'),
    pay_cycle: fields.pay_cycle.default('monthly'),
  })
  .meta({ id: 'NewOrganisation', examples: [{ name: 'Harbour Budgeting Service' }] });

export const organisationChangeSchema = z
  .strictObject({
    name: fields.name.optional(),
    financial_year_start: fields.financial_year_start.optional(),
    currency: fields.currency.optional(),
    pay_cycle: fields.pay_cycle.optional(),
  })
  .meta({ id: 'OrganisationChange', examples: [{ financial_year_start: '07-01' }] });

export const organisationSchema = z
  .object({
    id,
    name: z.string(),
    tier: z.enum(TIERS).describe('Set by the people who run this KinWise'),
    capacity: z.number().int().describe('How many households it has room for'),
    asked_tier: z.enum(TIERS).nullable().describe('What its owner has asked for, until it is answered'),
    asked_at: instant.nullable(),
    households_count: z.number().int(),
    financial_year_start: z.string(),
    currency: z.string(),
    pay_cycle: z.string(),
    owner_id: id,
    is_owner: z.boolean(),
    version: z.number().int(),
    created_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Organisation' });

export const administratorSchema = z
  .object({ user_id: id, name: z.string(), email: z.string(), is_owner: z.boolean(), joined_at: instant })
  .meta({ id: 'OrganisationAdministrator' });

export const KINDS = ['administrator', 'household'] as const;

export const organisationInvitationSchema = z
  .strictObject({
    kind: z.enum(KINDS),
    email: z.email().max(254),
    expires_in_days: z.number().int().min(1).max(30).default(14),
  })
  .meta({ id: 'OrganisationInviting', examples: [{ kind: 'household', email: 'hana@example.org' }] });

export const invitedSchema = z
  .object({
    id,
    kind: z.enum(KINDS),
    email: z.string(),
    expires_at: instant,
    link: z.string().describe('Shown in this answer alone'),
  })
  .meta({ id: 'OrganisationInvited' });

export const waitingInvitationSchema = z
  .object({
    id,
    kind: z.enum(KINDS),
    email: z.string(),
    inviter_name: z.string(),
    created_at: instant,
    expires_at: instant,
  })
  .meta({ id: 'OrganisationInvitation' });

export const askedTierSchema = z
  .strictObject({ tier: z.enum(TIERS).describe('The one it has takes the wish back') })
  .meta({ id: 'OrganisationAskedTier', examples: [{ tier: 'medium' }] });

export const handOverSchema = z
  .strictObject({ user_id: id.describe('Another administrator') })
  .meta({ id: 'OrganisationHandOver', examples: [{ user_id: '01890a5d-ac96-774b-bcce-b302099a8057' }] });

export type NewOrganisation = z.infer<typeof newOrganisationSchema>;
export type OrganisationChange = z.infer<typeof organisationChangeSchema>;
export type Inviting = z.infer<typeof organisationInvitationSchema>;
export type WireOrganisation = z.infer<typeof organisationSchema>;

export function organisationOnTheWire(
  row: OrganisationRow,
  seen: { isOwner: boolean; capacity: number },
): WireOrganisation {
  const actions = ['invite', 'make_household'];
  return {
    id: row.id,
    name: row.name,
    tier: row.tier as Tier,
    capacity: seen.capacity,
    asked_tier: row.asked_tier as Tier | null,
    asked_at: row.asked_at,
    households_count: row.households,
    financial_year_start: row.financial_year_start,
    currency: row.currency,
    pay_cycle: row.pay_cycle,
    owner_id: row.owner_id,
    is_owner: seen.isOwner,
    version: row.version,
    created_at: row.created_at,
    available_actions: seen.isOwner
      ? [...actions, 'edit', 'ask_tier', 'hand_over', 'close', 'remove_administrator']
      : [...actions, 'leave'],
  };
}
