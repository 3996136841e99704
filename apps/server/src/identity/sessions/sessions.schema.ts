import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import { placeSchema } from '../../platform/places.ts';
import type { Places } from '../../platform/places.ts';
import { DEVICE_TYPES, deviceOf } from '../devices/devices.ts';
import type { SessionRow } from './sessions.store.ts';

export const sessionSchema = z
  .object({
    id,
    device_name: z.string(),
    browser: z.string(),
    os: z.string(),
    device_type: z.enum(DEVICE_TYPES),
    fingerprint: z
      .string()
      .describe(
        'The same for the same browser on the same system, whatever their versions; made of what it says of itself',
      ),
    ip: z.string().nullable(),
    place: placeSchema.nullable().describe('By the address, where the installation has a list of places'),
    created_at: instant,
    last_seen_at: instant,
    expires_at: instant,
    current: z.boolean(),
  })
  .meta({ id: 'Session' });

export const terminationSchema = z
  .strictObject({ end_api_keys: z.boolean().default(false).describe('Whether API keys end as well') })
  .meta({ id: 'SessionsTermination', examples: [{ end_api_keys: false }] });

export function sessionOnTheWire(
  row: SessionRow,
  seen: { current: boolean; places: Places },
): z.infer<typeof sessionSchema> {
  const { browser, os, type, fingerprint } = deviceOf(row.agent);
  return {
    id: row.id,
    device_name: row.device_name,
    browser,
    os,
    device_type: type,
    fingerprint,
    ip: row.ip,
    place: seen.places.find(row.ip) ?? null,
    created_at: row.created_at,
    last_seen_at: row.last_seen_at,
    expires_at: row.expires_at,
    current: seen.current,
  };
}
