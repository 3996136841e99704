import { z } from 'zod';
import { qrSchema } from '../pictures/pictures.ts';
import { instant } from '../../platform/fields.ts';
import { ASSERTION_EXAMPLE, codeField, oneOf, passwordField, shownFields } from '../proofs/proofs.schema.ts';

export const FACTORS = ['totp', 'passkey', 'backup_code'] as const;

export const statusSchema = z
  .object({
    enabled: z.boolean().describe('Whether signing in with the password asks for a second step'),
    factors: z.array(z.enum(FACTORS)),
    totp: z.object({ enabled: z.boolean(), since: instant.nullable() }),
    passkeys: z.number().int(),
    backup_codes_left: z.number().int(),
  })
  .meta({ id: 'SecondFactors' });

export const setupSchema = z
  .object({
    secret: z.string().describe('Base32, for those who type it'),
    uri: z.string().describe('otpauth://, for an app on the same device'),
    qr: qrSchema.describe('The URI as a picture'),
  })
  .meta({ id: 'AuthenticatorSetup' });

export const codesSchema = z
  .object({ backup_codes: z.array(z.string()).describe('Shown this once') })
  .meta({ id: 'BackupCodes' });

export const firstCodeSchema = z
  .strictObject({ code: codeField })
  .meta({ id: 'AuthenticatorCode', examples: [{ code: '123456' }] });

/** Password and factor together, whatever the session has shown before. */
export const bothSchema = z
  .strictObject({ password: passwordField.optional(), ...shownFields })
  .refine(...oneOf('code', 'passkey'))
  .meta({
    id: 'PasswordAndFactor',
    examples: [
      { password: 'three herons over the harbour', code: '123456' },
      { password: 'three herons over the harbour', passkey: ASSERTION_EXAMPLE },
    ],
  });

export type Status = z.infer<typeof statusSchema>;
export type Setup = z.infer<typeof setupSchema>;
export type Both = z.infer<typeof bothSchema>;
