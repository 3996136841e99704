import { z } from 'zod';

export const providersSchema = z.object({
  results: z.array(z.object({ id: z.string(), name: z.string() }).meta({ id: 'SignInProvider' })),
});

export const providerParam = z.object({ provider: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/) });

export const startedSchema = z
  .object({
    authorization_url: z.string().describe('Where to send the browser that asked'),
    expires_in: z.number().int(),
  })
  .meta({ id: 'ProviderStart' });

/** What the provider put into the address that it sent the browser back to; the rest of it is left out. */
export const backFields = {
  state: z.string().min(1).max(500),
  code: z.string().min(1).max(4000).optional(),
  iss: z.string().min(1).max(500).optional(),
  error: z.string().min(1).max(200).optional(),
};

export type Back = {
  readonly state: string;
  readonly code?: string | undefined;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
};
