import { z } from 'zod';
import { instant } from '../../platform/fields.ts';
import { oneOf, passwordField, shownFields } from '../proofs/proofs.schema.ts';

const METHODS = ['password', 'totp', 'passkey', 'backup_code'] as const;

export const standingSchema = z
  .object({
    confirmed: z.boolean().describe('Whether this session may do what is dangerous at this moment'),
    confirmed_until: instant.nullable(),
    methods: z.array(z.enum(METHODS)).describe('How the user can confirm'),
  })
  .meta({ id: 'StepUpStanding' });

export const stepUpSchema = z
  .strictObject({ password: passwordField.optional(), ...shownFields })
  .refine(...oneOf('password', 'code', 'passkey'))
  .meta({ id: 'StepUp', examples: [{ password: 'three herons over the harbour' }] });

export const confirmedSchema = z
  .object({
    access_token: z.string(),
    expires_in: z.number().int(),
    token_type: z.literal('Bearer'),
    confirmed_until: instant,
  })
  .meta({ id: 'StepUpConfirmed' });

export type Standing = z.infer<typeof standingSchema>;
export type StepUp = z.infer<typeof stepUpSchema>;
export type Confirmed = z.infer<typeof confirmedSchema>;
