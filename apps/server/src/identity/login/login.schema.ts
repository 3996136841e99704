import { z } from 'zod';
import { line } from '../../platform/fields.ts';
import { FACTORS } from '../factors/factors.schema.ts';
import { ASSERTION_EXAMPLE, codeField, oneOf, shownFields } from '../proofs/proofs.schema.ts';
import { assertionSchema } from '../passkeys/passkeys.schema.ts';
import { meSchema } from '../users/users.ts';

const tokenField = z.string().min(1).max(200);

const sessionFields = {
  remember_me: z.boolean().default(false),
  device_name: line(100).default(''),
  client: z.enum(['web', 'native']).default('web'),
};

export const loginSchema = z
  .strictObject({
    email_or_username: line(254, 1),
    password: z.string().min(1).max(1000),
    mfa_code: codeField.optional(),
    ...sessionFields,
  })
  .meta({
    id: 'Login',
    examples: [{ email_or_username: 'mere@example.org', password: 'three herons over the harbour' }],
  });

/** The second step of a sign-in. */
export const secondStepSchema = z
  .strictObject({ challenge_token: tokenField, ...shownFields })
  .refine(...oneOf('code', 'passkey'))
  .meta({
    id: 'LoginSecondStep',
    examples: [{ challenge_token: 'what signing in answered', code: '123456' }],
  });

/** With a token of a sign-in that waits, the passkeys of its user; without, whatever the browser has. */
export const passkeyOptionsSchema = z
  .strictObject({ challenge_token: tokenField.optional() })
  .meta({ id: 'PasskeyLoginOptions', examples: [{}] });

export const passkeyLoginSchema = z
  .strictObject({ response: assertionSchema, ...sessionFields })
  .meta({ id: 'PasskeyLogin', examples: [{ response: ASSERTION_EXAMPLE }] });

const openedSchema = z
  .object({
    access_token: z.string(),
    expires_in: z.number().int(),
    token_type: z.literal('Bearer'),
    user: meSchema,
    mfa_required: z.literal(false),
    password_change_required: z.literal(false),
    csrf_token: z.string(),
    refresh_token: z.string().optional().describe('Native clients only; browsers get a cookie'),
  })
  .meta({ id: 'SignedIn' });

const waitingSchema = z
  .object({
    mfa_required: z.literal(true),
    challenge_token: z.string().describe('For POST auth/login/mfa/'),
    expires_in: z.number().int(),
    factors: z.array(z.enum(FACTORS)),
  })
  .meta({ id: 'SecondStepRequired' });

const duePasswordSchema = z
  .object({
    mfa_required: z.literal(false),
    password_change_required: z.literal(true),
    reason: z.enum(['required', 'expired']).describe('Whether it was asked for, or the password is too old'),
    challenge_token: z.string().describe('For POST auth/login/new-password/'),
    expires_in: z.number().int(),
  })
  .meta({ id: 'NewPasswordRequired' });

/** What every way of signing in answers: a session, or what has to come before it. */
export const signedInSchema = z
  .union([openedSchema, waitingSchema, duePasswordSchema])
  .meta({ id: 'SignInAnswer' });

export type Login = z.infer<typeof loginSchema>;
export type SecondStep = z.infer<typeof secondStepSchema>;
export type PasskeyLogin = z.infer<typeof passkeyLoginSchema>;
