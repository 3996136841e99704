import { z } from 'zod';
import { line } from '../../platform/fields.ts';
import { meSchema } from '../users/users.ts';

export const loginSchema = z
  .strictObject({
    email_or_username: line(254, 1),
    password: z.string().min(1).max(1000),
    remember_me: z.boolean().default(false),
    device_name: line(100).default(''),
    client: z.enum(['web', 'native']).default('web'),
  })
  .meta({
    id: 'Login',
    examples: [{ email_or_username: 'mere@example.org', password: 'three herons over the harbour' }],
  });

/** What every way of signing in answers. */
export const signedInSchema = z
  .object({
    access_token: z.string(),
    expires_in: z.number().int(),
    token_type: z.literal('Bearer'),
    user: meSchema,
    mfa_required: z.literal(false),
    csrf_token: z.string(),
    refresh_token: z.string().optional().describe('Native clients only; browsers get a cookie'),
  })
  .meta({ id: 'SignedIn' });

export type Login = z.infer<typeof loginSchema>;
