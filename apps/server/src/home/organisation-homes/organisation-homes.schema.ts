import { z } from 'zod';
import { id, instant, line, timeZoneField } from '../../platform/fields.ts';

export const SHARES = ['nothing', 'totals', 'categories'] as const;
export type Shares = (typeof SHARES)[number];

const shares = z
  .enum(SHARES)
  .describe(
    'totals: net worth, and money in and out of the month; categories: the month by category as well',
  );

export const acceptSchema = z
  .strictObject({
    household_id: id.optional().describe('Which of your households joins; where a household is invited'),
    shares: shares.default('totals'),
  })
  .meta({ id: 'OrganisationAccept', examples: [{ shares: 'totals' }] });

export const acceptedSchema = z
  .object({ organisation_id: id, household_id: id.nullable() })
  .meta({ id: 'OrganisationAccepted' });

export const sharingSchema = z
  .strictObject({ shares })
  .meta({ id: 'OrganisationSharing', examples: [{ shares: 'categories' }] });

export const belongingSchema = z
  .object({
    organisation: z
      .object({ id, name: z.string(), shares: z.enum(SHARES), joined_at: instant })
      .nullable()
      .describe('Null where the household belongs to none'),
  })
  .meta({ id: 'OrganisationOfHousehold' });

export const newHomeSchema = z
  .strictObject({
    name: line(80, 1),
    time_zone: timeZoneField.default('Pacific/Auckland'),
    shares: shares.default('totals'),
  })
  .meta({ id: 'OrganisationNewHousehold', examples: [{ name: 'Flat 7' }] });

export type Accept = z.infer<typeof acceptSchema>;
export type NewHome = z.infer<typeof newHomeSchema>;
export type Belonging = z.infer<typeof belongingSchema>;
