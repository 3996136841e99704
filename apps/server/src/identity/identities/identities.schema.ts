import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import type { ProviderName } from '../../platform/providers.ts';
import { backFields } from '../oidc-flows/oidc-flows.schema.ts';
import type { IdentityRow } from './identities.store.ts';

export const identitySchema = z
  .object({
    id,
    provider: z.string(),
    provider_name: z.string(),
    email: z.string().describe('The address at the provider when it was linked'),
    created_at: instant,
    last_used_at: instant.nullable(),
  })
  .meta({ id: 'LinkedIdentity' });

export const linkSchema = z.strictObject(backFields).meta({
  id: 'IdentityLink',
  examples: [{ state: 'what the address holds', code: 'what the address holds' }],
});

export type Identity = z.infer<typeof identitySchema>;

/** One of a provider that is no longer set up keeps the name it has in the settings. */
export function identityOnTheWire(row: IdentityRow, names: readonly ProviderName[]): Identity {
  const { user_id: _user, issuer: _issuer, ...rest } = row;
  return { ...rest, provider_name: names.find(({ id }) => id === row.provider)?.name ?? row.provider };
}
