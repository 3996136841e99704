import { z } from 'zod';
import { assertionSchema } from '../passkeys/passkeys.schema.ts';

export { ASSERTION_EXAMPLE } from '../passkeys/passkeys.schema.ts';

export const passwordField = z.string().min(1).max(1000);

export const codeField = z
  .string()
  .min(1)
  .max(40)
  .describe('Six digits of the authenticator app, or a backup code');

/** How a second factor is shown: a code or the answer of a passkey. */
export const shownFields = { code: codeField.optional(), passkey: assertionSchema.optional() };

export type Shown = {
  readonly code?: string | undefined;
  readonly passkey?: z.infer<typeof assertionSchema> | undefined;
};

/** For `.refine`: exactly one of the ways is taken. */
export function oneOf(...names: readonly string[]) {
  const check = (body: object): boolean =>
    names.filter((name) => (body as Record<string, unknown>)[name] !== undefined).length === 1;
  const message = `send one of ${names.join(', ')}`;
  return [check, { path: names.slice(0, 1), message, params: { code: 'one_of' } }] as const;
}
