import { z } from 'zod';
import { deviceOf } from '../../identity/devices/devices.ts';
import { id, instant, line } from '../../platform/fields.ts';
import type { DeviceRow } from './family-devices.store.ts';

export const familyDeviceSchema = z
  .object({
    id,
    name: z.string(),
    browser: z.string(),
    os: z.string(),
    locked: z.boolean().describe('Too many wrong PINs: no child signs in there until a guardian unlocks it'),
    created_at: instant,
    last_used_at: instant.nullable(),
    expires_at: instant,
  })
  .meta({ id: 'FamilyDevice' });

export const newDeviceSchema = z
  .strictObject({
    name: line(60, 1),
    client: z.enum(['web', 'native']).default('web'),
  })
  .meta({ id: 'NewFamilyDevice', examples: [{ name: 'Kitchen tablet' }] });

export const registeredSchema = familyDeviceSchema
  .extend({
    device_secret: z
      .string()
      .optional()
      .describe('Native clients only, for X-Family-Device; browsers get a cookie'),
  })
  .meta({ id: 'FamilyDeviceRegistered' });

export const pinSchema = z
  .strictObject({
    pin: z
      .string()
      .regex(/^\d{4,8}$/, { message: 'must be 4 to 8 digits' })
      .refine((pin) => !isObvious(pin), { message: 'is the first that anybody would try' }),
  })
  .meta({ id: 'ChildPin', examples: [{ pin: '4071' }] });

export const pinSignInSchema = z
  .strictObject({
    membership_id: id,
    pin: z.string().min(1).max(20),
    client: z.enum(['web', 'native']).default('web'),
  })
  .meta({
    id: 'ChildPinSignIn',
    examples: [{ membership_id: '01935f6e-0000-7000-8000-000000000001', pin: '4071' }],
  });

export const familySchema = z
  .object({
    device_name: z.string(),
    household_name: z.string(),
    locked: z.boolean(),
    children: z.array(
      z.object({
        membership_id: id,
        display_name: z.string(),
        has_pin: z.boolean(),
        locked: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Family' });

export type WireDevice = z.infer<typeof familyDeviceSchema>;
export type NewDevice = z.infer<typeof newDeviceSchema>;
export type PinSignIn = z.infer<typeof pinSignInSchema>;
export type Family = z.infer<typeof familySchema>;

export function deviceOnTheWire(row: DeviceRow, most: number): WireDevice {
  const { browser, os } = deviceOf(row.agent);
  const { agent: _agent, failures, ...rest } = row;
  return { ...rest, browser, os, locked: failures >= most };
}

/** The same digit all along, or digits in a row. */
function isObvious(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  return [0, 1, -1].some((step) => steps.every((one) => one === step));
}
