import { calledName } from '@kinwise/core/names';
import { z } from 'zod';
import { PURPOSES } from '../../identity/consents/consents.schema.ts';
import type { Purpose } from '../../identity/consents/consents.schema.ts';
import { usernameField } from '../../identity/users/users.ts';
import { id, instant, line } from '../../platform/fields.ts';
import type { ChildRow } from './children.store.ts';

const CHILD_ROLES = ['child', 'teen'] as const;

const birthYearField = z
  .number()
  .int()
  .min(1900)
  .max(2200)
  .nullable()
  .describe(
    'Only where it is needed: from sixteen on they decide for themselves what their data is used for',
  );

export const childSchema = z
  .object({
    id: id.describe('Of the membership'),
    user_id: id,
    display_name: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    username: z.string().nullable(),
    photo: id.nullable(),
    role: z.enum(CHILD_ROLES),
    birth_year: birthYearField,
    has_pin: z.boolean(),
    pin_locked: z.boolean(),
    sessions: z.number().int(),
    link_waits_until: instant.nullable().describe('A device link was made and waits to be opened'),
    growing_up: z
      .object({ email: z.string(), expires_at: instant })
      .nullable()
      .describe('The account was offered to the child, and waits to be taken over'),
    deletion_due_at: instant.nullable(),
  })
  .meta({ id: 'Child' });

export const newChildSchema = z
  .strictObject({
    first_name: line(80, 1),
    last_name: line(80).default(''),
    username: usernameField.optional(),
    role: z.enum(CHILD_ROLES).default('child'),
    birth_year: birthYearField.default(null),
    guardian_consents: z
      .literal(true)
      .describe('You look after this child and agree to the terms in its name'),
    purposes: z
      .array(z.enum(Object.keys(PURPOSES) as [Purpose, ...Purpose[]]))
      .max(20)
      .default([])
      .describe('What you agree to for the child beyond that; everything else stays off'),
  })
  .meta({ id: 'NewChild', examples: [{ first_name: 'Manaia', guardian_consents: true }] });

export const childChangeSchema = z
  .strictObject({
    first_name: line(80, 1).optional(),
    last_name: line(80).optional(),
    username: usernameField.optional(),
    birth_year: birthYearField.optional(),
  })
  .meta({ id: 'ChildChange', examples: [{ first_name: 'Manaia' }] });

export type WireChild = z.infer<typeof childSchema>;
export type NewChild = z.infer<typeof newChildSchema>;
export type ChildChange = z.infer<typeof childChangeSchema>;

export function childOnTheWire(row: ChildRow, most: number): WireChild {
  const { failures, growing_email, growing_until, chosen_name, ...rest } = row;
  return {
    ...rest,
    role: row.role as WireChild['role'],
    display_name: calledName({ ...row, chosen_name }, 'Member'),
    has_pin: failures !== null,
    pin_locked: failures !== null && failures >= most,
    growing_up:
      growing_email === null || growing_until === null
        ? null
        : { email: growing_email, expires_at: growing_until },
  };
}
