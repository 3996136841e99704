import { z } from 'zod';
import { emailField, id, line } from '../../platform/fields.ts';

export const requestSchema = z
  .strictObject({ email: emailField })
  .meta({ id: 'MailCodeRequest', examples: [{ email: 'mere@example.org' }] });

export const requestedSchema = z
  .object({
    message: z.string(),
    request_id: id.describe('Goes back together with the code'),
    expires_in: z.number().int(),
  })
  .meta({ id: 'MailCodeRequested' });

export const verifySchema = z
  .strictObject({
    request_id: id,
    email: emailField,
    code: z
      .string()
      .transform((text) => text.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, { message: 'must be the six digits of the mail' })),
    remember_me: z.boolean().default(false),
    device_name: line(100).default(''),
    client: z.enum(['web', 'native']).default('web'),
  })
  .meta({
    id: 'MailCodeVerify',
    examples: [
      { request_id: '01980a58-9f7c-7c63-9a33-3f6f0f0a7d11', email: 'mere@example.org', code: '123456' },
    ],
  });

export type Verify = z.infer<typeof verifySchema>;
