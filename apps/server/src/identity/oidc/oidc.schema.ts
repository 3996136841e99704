import { z } from 'zod';
import { line, timeZoneField } from '../../platform/fields.ts';
import { signedInSchema } from '../login/login.schema.ts';
import { backFields } from '../oidc-flows/oidc-flows.schema.ts';
import { acceptedField } from '../registration/registration.schema.ts';
import { localeField } from '../users/users.ts';

const sessionFields = {
  remember_me: z.boolean().default(false),
  device_name: line(100).default(''),
};

export const callbackSchema = z.strictObject({ ...backFields, ...sessionFields }).meta({
  id: 'ProviderCallback',
  examples: [{ state: 'what the address holds', code: 'what the address holds' }],
});

export const completionSchema = z
  .strictObject({
    registration_token: z.string().min(1).max(200),
    first_name: line(80, 1),
    last_name: line(80).default(''),
    terms_accepted: acceptedField('terms'),
    privacy_policy_accepted: acceptedField('privacy policy'),
    locale: localeField.default('en-NZ'),
    timezone: timeZoneField.default('Pacific/Auckland'),
    invitation_token: z
      .string()
      .regex(/^[\w.-]{1,200}$/)
      .optional(),
    ...sessionFields,
  })
  .meta({
    id: 'ProviderRegistration',
    examples: [
      {
        registration_token: 'what the callback answered',
        first_name: 'Mere',
        terms_accepted: true,
        privacy_policy_accepted: true,
      },
    ],
  });

const arrivedSchema = z
  .object({
    registration_required: z.literal(true),
    registration_token: z.string().describe('For POST auth/oidc/{provider}/register/'),
    expires_in: z.number().int(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
  })
  .meta({ id: 'RegistrationRequired' });

/** What coming back from a provider answers: as every sign-in, or what registering still needs. */
export const cameBackSchema = z.union([signedInSchema, arrivedSchema]).meta({ id: 'ProviderAnswer' });

export type Callback = z.infer<typeof callbackSchema>;
export type Completion = z.infer<typeof completionSchema>;
