import { z } from 'zod';
import { id, instant, line } from '../../platform/fields.ts';
import type { PasskeyRow } from './passkeys.store.ts';

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/);

const credential = { id: base64url(1500), rawId: base64url(1500), type: z.literal('public-key') };

/** What `navigator.credentials.get()` gives, as JSON. Browsers add members of their own; they are not read. */
export const assertionSchema = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(4000),
      authenticatorData: base64url(8000),
      signature: base64url(8000),
      userHandle: base64url(200).optional(),
    }),
  })
  .meta({ id: 'PasskeyAssertion' });

/** What `navigator.credentials.create()` gives, as JSON. */
const creationSchema = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(4000),
      attestationObject: base64url(40_000),
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  })
  .meta({ id: 'PasskeyCreation' });

const EXAMPLE = { id: 'AQID', rawId: 'AQID', type: 'public-key' } as const;

export const ASSERTION_EXAMPLE = {
  ...EXAMPLE,
  response: { clientDataJSON: 'e30', authenticatorData: 'AQID', signature: 'AQID' },
};

const nameField = line(60, 1);

export const registrationSchema = z
  .strictObject({ response: creationSchema, name: nameField.optional() })
  .meta({
    id: 'PasskeyRegistration',
    examples: [{ response: { ...EXAMPLE, response: { clientDataJSON: 'e30', attestationObject: 'AQID' } } }],
  });

export const renameSchema = z
  .strictObject({ name: nameField })
  .meta({ id: 'PasskeyName', examples: [{ name: 'Kitchen tablet' }] });

/** Options for the browser. They come from the library and go to the browser as they are. */
export const optionsSchema = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });

export const passkeySchema = z
  .object({
    id,
    name: z.string(),
    is_synced: z.boolean().describe('Whether it travels between its owner’s devices'),
    created_at: instant,
    last_used_at: instant.nullable(),
  })
  .meta({ id: 'Passkey' });

export const registeredSchema = z
  .object({
    passkey: passkeySchema,
    backup_codes: z.array(z.string()).describe('With the first factor, and never again; else empty'),
  })
  .meta({ id: 'PasskeyRegistered' });

export type Passkey = z.infer<typeof passkeySchema>;
export type Registration = z.infer<typeof registrationSchema>;

export function passkeyOnTheWire(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    is_synced: row.is_synced,
    created_at: row.created_at,
    last_used_at: row.last_used_at,
  };
}
