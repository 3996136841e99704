import { z } from 'zod';

export const refreshedSchema = z
  .object({
    access: z.string(),
    access_token: z.string(),
    expires_in: z.number().int(),
    token_type: z.literal('Bearer'),
    step_up_required: z
      .literal(true)
      .optional()
      .describe('The session suddenly looks different: everything but POST auth/step-up/ waits for it'),
    refresh_token: z.string().optional().describe('Native clients only; browsers get a cookie'),
  })
  .meta({ id: 'Refreshed' });

export const refreshSchema = z
  .strictObject({ refresh_token: z.string().max(200).optional() })
  .meta({ id: 'Refresh', examples: [{}] });

export const tokenSchema = z
  .strictObject({ token: z.string().max(4000) })
  .meta({ id: 'TokenToVerify', examples: [{ token: 'an access token' }] });
