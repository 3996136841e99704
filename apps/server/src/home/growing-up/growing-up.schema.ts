import { z } from 'zod';
import { emailField } from '../../platform/fields.ts';

export const offerSchema = z
  .strictObject({ email: emailField.describe('Of the child; it gets the link') })
  .meta({ id: 'GrowUpOffer', examples: [{ email: 'manaia@example.org' }] });

const accepted = (what: string) => z.literal(true, { message: `the ${what} must be accepted` });

export const takeOverSchema = z
  .strictObject({
    token: z.string().min(1).max(200),
    password: z.string().max(1000),
    password_confirm: z.string().max(1000),
    terms_accepted: accepted('terms'),
    privacy_policy_accepted: accepted('privacy policy'),
  })
  .refine((body) => body.password === body.password_confirm, {
    path: ['password_confirm'],
    message: 'is not the same as the password',
    params: { code: 'mismatch' },
  })
  .meta({
    id: 'GrowUp',
    examples: [
      {
        token: 'the token of the link',
        password: 'three herons over the harbour',
        password_confirm: 'three herons over the harbour',
        terms_accepted: true,
        privacy_policy_accepted: true,
      },
    ],
  });

export type TakeOver = z.infer<typeof takeOverSchema>;
