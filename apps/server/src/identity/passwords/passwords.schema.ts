import { z } from 'zod';
import { emailField } from '../../platform/fields.ts';

const NEW = { new_password: z.string().max(1000), new_password_confirm: z.string().max(1000) };

const same = (body: { new_password: string; new_password_confirm: string }): boolean =>
  body.new_password === body.new_password_confirm;

const MISMATCH = {
  path: ['new_password_confirm'],
  message: 'is not the same as the new password',
  params: { code: 'mismatch' },
};

const sentence = 'three herons over the harbour';

export const changeSchema = z
  .strictObject({
    old_password: z.string().min(1).max(1000),
    ...NEW,
    end_api_keys: z.boolean().default(false).describe('Whether API keys end as well'),
  })
  .refine(same, MISMATCH)
  .meta({
    id: 'PasswordChange',
    examples: [{ old_password: 'the old one', new_password: sentence, new_password_confirm: sentence }],
  });

export const resetSchema = z
  .strictObject({ email: emailField })
  .meta({ id: 'PasswordReset', examples: [{ email: 'mere@example.org' }] });

export const confirmSchema = z
  .strictObject({ token: z.string().min(1).max(200), ...NEW })
  .refine(same, MISMATCH)
  .meta({
    id: 'PasswordResetConfirm',
    examples: [{ token: 'the token of the link', new_password: sentence, new_password_confirm: sentence }],
  });

/** In the middle of a sign-in. */
export const renewalSchema = z
  .strictObject({ challenge_token: z.string().min(1).max(200), ...NEW })
  .refine(same, MISMATCH)
  .meta({
    id: 'LoginNewPassword',
    examples: [
      {
        challenge_token: 'what signing in answered',
        new_password: sentence,
        new_password_confirm: sentence,
      },
    ],
  });

export const messageSchema = z.object({ message: z.string() });

export type Change = z.infer<typeof changeSchema>;
export type Renewal = z.infer<typeof renewalSchema>;
export type Confirm = z.infer<typeof confirmSchema>;
