import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import { PAGE_QUERY } from '../../platform/lists.ts';
import { agentIn } from '../../platform/origin.ts';
import { placeSchema } from '../../platform/places.ts';
import type { Places } from '../../platform/places.ts';
import { deviceOf } from '../devices/devices.ts';
import type { OwnEntryRow } from './security-history.store.ts';

const RISKS = ['low', 'medium', 'high', 'critical'] as const;
const yes = z.enum(['true', 'false']).transform((text) => text === 'true');

export const securityEntrySchema = z
  .object({
    id,
    at: instant,
    kind: z.enum(['event', 'alert']),
    action: z.string().describe('Such as login.succeeded, login.failed, password.changed, alert.new_device'),
    success: z.boolean(),
    risk: z.enum(RISKS),
    device: z.string().describe('What the browser says of itself, such as Firefox on Linux'),
    ip: z.string().nullable(),
    place: placeSchema.nullable().describe('By the address, where the installation has a list of places'),
    api_key: z
      .object({ id, name: z.string() })
      .nullable()
      .describe('The API key that a program called by, as it was named then'),
    this_session: z.boolean(),
    reason: z.string().nullable().describe('Of what staff did'),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'SecurityEntry' });

export const historyQuery = z.strictObject({
  ...PAGE_QUERY,
  kind: z.enum(['event', 'alert']).optional(),
  success: yes.optional(),
});
export type HistoryQuery = z.infer<typeof historyQuery>;

export const statusSchema = z
  .object({
    email_verified: z.boolean(),
    password_changed_at: instant.nullable(),
    password_age_days: z.number().int().nullable(),
    password_breached: z
      .boolean()
      .describe('It stands in a list of stolen passwords, as was found out later'),
    sessions: z.number().int(),
    last_sign_ins: z.array(securityEntrySchema).describe('The last five, newest first'),
    failures: z.number().int().describe('Sign-ins that failed in the last 30 days'),
    recent_risks: z.array(securityEntrySchema).describe('Alerts and risky entries of the last 30 days'),
  })
  .meta({ id: 'SecurityStatus' });

export type WireSecurityEntry = z.infer<typeof securityEntrySchema>;

export function entryOnTheWire(
  row: OwnEntryRow,
  seen: { session: string | undefined; places: Places },
): WireSecurityEntry {
  const { session, places } = seen;
  return {
    id: row.id,
    at: row.at,
    kind: row.kind as WireSecurityEntry['kind'],
    action: row.action,
    success: row.success,
    risk: row.risk as WireSecurityEntry['risk'],
    device: deviceOf(row.agent ?? '').name,
    ip: row.ip,
    place: places.find(row.ip) ?? null,
    api_key: agentIn(row.agent ?? '').key,
    this_session: session !== undefined && row.session_id === session,
    reason: row.reason,
    details: row.details as Record<string, unknown>,
  };
}
