import { SCOPES } from '@kinwise/core/scopes';
import type { OfferedScope } from '@kinwise/core/scopes';
import { z } from 'zod';
import { millisecondsOf } from '../../platform/clock.ts';
import { id, instant, line } from '../../platform/fields.ts';
import { KEY_PREFIX } from '../key-texts/key-texts.ts';
import type { KeyRow } from './api-keys.store.ts';

const nameField = line(60, 1);
const daysField = z.number().int().min(1).max(365);
const scopeField = z.enum(SCOPES).meta({ id: 'ApiKeyScope' });

export const makingSchema = z
  .strictObject({
    name: nameField,
    scopes: z
      .array(scopeField)
      .min(1, { message: 'choose at least one' })
      .max(SCOPES.length)
      .refine((all) => new Set(all).size === all.length, {
        message: 'names a scope twice',
        params: { code: 'scope_twice' },
      }),
    expires_in_days: daysField.optional().describe('90 when absent; both this and the most are settings'),
    household_id: id
      .optional()
      .describe('The one household that the key may speak of; any of yours when absent'),
    signed_only: z.boolean().default(false).describe('Whether each request has to be signed'),
  })
  .meta({ id: 'ApiKeyMaking', examples: [{ name: 'Spreadsheet', scopes: ['read:transactions'] }] });

export const changeSchema = z
  .strictObject({
    name: nameField.optional(),
    expires_in_days: daysField.optional().describe('From now, and sooner than before'),
  })
  .meta({ id: 'ApiKeyChange', examples: [{ name: 'Spreadsheet at home' }] });

export const extensionSchema = z
  .strictObject({ expires_in_days: daysField.describe('From now') })
  .meta({ id: 'ApiKeyExtension', examples: [{ expires_in_days: 180 }] });

const GRACE_MOST_HOURS = 24;

export const renewalSchema = z
  .strictObject({
    grace_hours: z
      .number()
      .int()
      .min(0)
      .max(GRACE_MOST_HOURS)
      .default(0)
      .describe('How long the old secret opens something still; 0 when somebody may have seen it'),
  })
  .meta({ id: 'ApiKeyRenewal', examples: [{ grace_hours: 1 }] });

export const apiKeySchema = z
  .object({
    id,
    name: z.string(),
    shown: z.string().describe('The prefix and the last four characters'),
    scopes: z.array(scopeField),
    household_id: id.nullable().describe('The one household that it may speak of'),
    signed_only: z.boolean(),
    created_at: instant,
    expires_at: instant,
    expired: z.boolean(),
    last_used_at: instant.nullable().describe('To the minute'),
    last_used_ip: z.string().nullable(),
    old_until: instant
      .nullable()
      .describe('It was made anew, and what it was before opens something until then'),
  })
  .meta({ id: 'ApiKey' });

export const apiKeysSchema = z
  .object({
    results: z.array(apiKeySchema),
    days_default: z.number().int(),
    days_most: z.number().int(),
    most: z.number().int().describe('How many keys one person may have'),
  })
  .meta({ id: 'ApiKeys' });

export const madeSchema = z
  .object({
    api_key: apiKeySchema,
    key: z.string().describe('Shown this once: send it as `Authorization: Bearer …`'),
    signing_secret: z
      .string()
      .nullable()
      .describe('What requests are signed with, shown this once; null where none has to be'),
  })
  .meta({ id: 'ApiKeyMade' });

export type Making = z.infer<typeof makingSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Renewal = z.infer<typeof renewalSchema>;
export type Made = z.infer<typeof madeSchema>;
export type WireApiKey = z.infer<typeof apiKeySchema>;
export type WireApiKeys = z.infer<typeof apiKeysSchema>;

export function apiKeyOnTheWire(row: KeyRow, nowMs: number): WireApiKey {
  return {
    id: row.id,
    name: row.name,
    shown: `${KEY_PREFIX}…${row.last_four}`,
    scopes: row.scopes.filter((scope): scope is OfferedScope =>
      (SCOPES as readonly string[]).includes(scope),
    ),
    household_id: row.only_household,
    signed_only: row.is_signed,
    created_at: row.created_at,
    expires_at: row.expires_at,
    expired: millisecondsOf(row.expires_at) <= nowMs,
    last_used_at: row.last_used_at,
    last_used_ip: row.last_used_ip,
    old_until: row.old_until !== null && millisecondsOf(row.old_until) > nowMs ? row.old_until : null,
  };
}
