import { z } from 'zod';
import { emailField, line, timeZoneField } from '../../platform/fields.ts';
import { localeField, usernameField } from '../users/users.ts';

export const acceptedField = (what: string) => z.literal(true, { message: `the ${what} must be accepted` });

const invitationField = z.string().regex(/^[\w.-]{1,200}$/);

export const registerSchema = z
  .strictObject({
    email: emailField,
    username: usernameField.optional(),
    password: z.string().max(1000),
    password_confirm: z.string().max(1000),
    first_name: line(80, 1),
    last_name: line(80).default(''),
    terms_accepted: acceptedField('terms'),
    privacy_policy_accepted: acceptedField('privacy policy'),
    locale: localeField.default('en-NZ'),
    timezone: timeZoneField.default('Pacific/Auckland'),
    invitation_token: invitationField.optional(),
  })
  .refine((body) => body.password === body.password_confirm, {
    path: ['password_confirm'],
    message: 'is not the same as the password',
    params: { code: 'mismatch' },
  })
  .meta({
    id: 'Registration',
    examples: [
      {
        email: 'mere@example.org',
        password: 'three herons over the harbour',
        password_confirm: 'three herons over the harbour',
        first_name: 'Mere',
        terms_accepted: true,
        privacy_policy_accepted: true,
      },
    ],
  });

export const tokenSchema = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: 'MailToken', examples: [{ token: 'the token of the link' }] });

export const exchangeSchema = z
  .strictObject({
    exchange_token: z.string().min(1).max(200),
    remember_me: z.boolean().default(false),
    device_name: line(100).default(''),
    client: z.enum(['web', 'native']).default('web'),
  })
  .meta({ id: 'Exchange', examples: [{ exchange_token: 'what the verification answered' }] });

export const resendSchema = z
  .strictObject({
    email: emailField,
    invitation_token: invitationField.optional().describe('The link leads on to this invitation'),
  })
  .meta({ id: 'Resend', examples: [{ email: 'mere@example.org' }] });

export type Registration = z.infer<typeof registerSchema>;
export type Resend = z.infer<typeof resendSchema>;
export type Exchange = z.infer<typeof exchangeSchema>;
