import { ROLES } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import { isCountry } from '@kinwise/core/countries';
import { calledName } from '@kinwise/core/names';
import { z } from 'zod';
import { id, instant, line, timeZoneField } from '../../platform/fields.ts';
import { TIERS } from '../../platform/http.ts';
import { LOCALES } from '../../platform/languages.ts';
import { askedSchema } from '../documents/documents.schema.ts';
import type { Asked } from '../documents/documents.schema.ts';
import { PROFILE_FIELDS, completenessOf } from '../completeness/completeness.ts';
import { IDLE_TIMEOUTS } from '../idling/idling.ts';
import type { AddressState } from '../mail-addresses/mail-addresses.ts';
import type { OwnHousehold } from '../own-households/own-households.ts';
import { formattedPhone, phoneField } from '../phones/phones.ts';
import { quietHoursField } from '../quiet-hours/quiet-hours.ts';
import type { UserRow } from './users.store.ts';

export const localeField = z.enum(LOCALES);

export const usernameField = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{2,29}$/u, {
    message: 'must be 3 to 30 letters, digits, points, dashes or underscores, with a letter or digit first',
  });

const countryField = z
  .string()
  .trim()
  .refine(isCountry, {
    message: 'must be the two capital letters of a country (ISO 3166-1), such as NZ',
    params: { code: 'country_unknown' },
  });

const idleTimeoutField = z
  .enum(IDLE_TIMEOUTS)
  .describe(
    'Minutes without its person until a session of a browser is idle; `never` counts where it is remembered',
  );

/** Which mails somebody wants that can be turned off. All others always leave. */
const mailChoice = z.object({
  household_alerts: z.boolean().default(true).describe('That a member tries what their role does not allow'),
  invitations: z.boolean().default(true).describe('That somebody invites you to a household'),
});

const preferencesSchema = z
  .object({
    theme: z.enum(['system', 'light', 'dark']).default('system'),
    density: z.enum(['comfortable', 'compact']).default('comfortable'),
    language: localeField.default('en-NZ'),
    idle_timeout: idleTimeoutField.default('15'),
    mail: mailChoice.default({ household_alerts: true, invitations: true }),
    quiet_hours: quietHoursField
      .nullable()
      .default(null)
      .describe('By the clock of your time zone: mails that can wait leave when they are over'),
  })
  .meta({ id: 'Preferences' });

export const preferencesReply = preferencesSchema;

export const preferencesChangeSchema = z
  .strictObject({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    density: z.enum(['comfortable', 'compact']).optional(),
    language: localeField.optional(),
    idle_timeout: idleTimeoutField.optional(),
    quiet_hours: quietHoursField.nullable().optional().describe('Null: none'),
    mail: z
      .strictObject({ household_alerts: z.boolean().optional(), invitations: z.boolean().optional() })
      .meta({ id: 'MailChoiceChange' })
      .optional(),
  })
  .meta({ id: 'PreferencesChange', examples: [{ theme: 'dark' }] });

export const meSchema = z
  .object({
    id,
    email: z.string().describe('Empty for a child whose account guardians look after'),
    guarded: z.boolean().describe('Guardians look after this account: it has no address and no password'),
    username: z.string().nullable(),
    first_name: z.string(),
    last_name: z.string(),
    display_name: z.string().describe('How others are shown you: as chosen, else by your names'),
    chosen_name: z.string().nullable().describe('Null while the name follows from your names'),
    phone: z.string().nullable().describe('E.164. Nobody but you is shown it'),
    phone_formatted: z.string().nullable().describe('The same in groups, to be read by people'),
    country: z.string().nullable().describe('ISO 3166-1, two letters'),
    photo: id.nullable().describe('Another one with every picture; it is at users/{id}/photo/'),
    onboarding_completed_at: instant.nullable(),
    profile_completeness: z.object({
      percent: z.number().int().min(0).max(100),
      missing: z.array(z.enum(PROFILE_FIELDS)).describe('What is asked for and not said yet'),
    }),
    locale: localeField,
    timezone: z.string(),
    email_verified: z.boolean(),
    tier: z.enum(TIERS).describe('How many calls you may make; whoever runs this KinWise gives it'),
    created_at: instant,
    version: z.number().int(),
    households: z.array(
      z
        .object({
          id,
          name: z.string(),
          type: z.string(),
          role: z.enum(ROLES),
          is_primary: z.boolean(),
          currency: z.string(),
          time_zone: z.string(),
        })
        .meta({ id: 'HouseholdBrief' }),
    ),
    preferences: preferencesSchema,
    asked_to_accept: z
      .array(askedSchema)
      .describe('Documents of which there is a newer version than you accepted'),
    mail_state: z
      .enum(['reached', 'undeliverable', 'unwanted'])
      .describe(
        '`undeliverable`: mail came back from your address. `unwanted`: your mail program called ours spam. Either way only what is necessary is still sent',
      ),
    deletion_due_at: instant.nullable().describe('You asked to be erased; until then you can cancel it'),
  })
  .meta({ id: 'Me' });

export const meChangeSchema = z
  .strictObject({
    first_name: line(80, 1).optional(),
    last_name: line(80).optional(),
    username: usernameField.optional(),
    locale: localeField.optional(),
    timezone: timeZoneField.optional(),
    display_name: line(80).nullable().optional().describe('Null or empty: as your names say'),
    phone: phoneField
      .nullable()
      .optional()
      .meta({ examples: ['+64 21 123 4567'] })
      .describe('In international form, with spaces or without'),
    country: countryField.nullable().optional(),
    onboarding_completed: z.boolean().optional().describe('Whether the first steps are behind you'),
    preferences: preferencesChangeSchema.optional(),
  })
  .meta({ id: 'MeChange', examples: [{ first_name: 'Mere' }] });

export type Me = z.infer<typeof meSchema>;
export type Preferences = z.infer<typeof preferencesSchema>;
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;
export type MeChange = z.infer<typeof meChangeSchema>;

export function meOnTheWire(
  row: UserRow,
  of: {
    households: readonly OwnHousehold[];
    asked: readonly Asked[];
    mail: AddressState;
    guarded: boolean;
  },
): Me {
  return {
    id: row.id,
    email: row.email,
    guarded: of.guarded,
    username: row.username,
    first_name: row.first_name,
    last_name: row.last_name,
    // Somebody without any name is known to themself by the address, which others are not shown.
    display_name: calledName(row, row.email.split('@')[0] ?? ''),
    chosen_name: row.chosen_name === '' ? null : row.chosen_name,
    phone: row.phone,
    phone_formatted: row.phone === null ? null : formattedPhone(row.phone),
    country: row.country,
    photo: row.photo,
    onboarding_completed_at: row.onboarding_completed_at,
    profile_completeness: completenessOf({ ...row, guarded: of.guarded }),
    locale: row.locale as Me['locale'],
    timezone: row.time_zone,
    email_verified: row.email_verified_at !== null,
    tier: row.tier as Me['tier'],
    created_at: row.created_at,
    version: row.version,
    households: of.households.map((household) => ({ ...household, role: household.role as Role })),
    preferences: preferencesOf(row),
    asked_to_accept: [...of.asked],
    mail_state: of.mail,
    deletion_due_at: row.deletion_due_at,
  };
}

/** What was saved, with the defaults for the rest; a value that an older program saved falls back too. */
export function preferencesOf(row: UserRow): Preferences {
  const language = row.locale;
  const saved = preferencesSchema.safeParse({ language, ...(row.preferences as object) });
  return saved.success ? saved.data : preferencesSchema.parse({});
}
