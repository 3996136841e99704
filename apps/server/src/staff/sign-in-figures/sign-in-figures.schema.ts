import { z } from 'zod';
import { id, instant, timeZoneField } from '../../platform/fields.ts';

export const figuresQuery = z.strictObject({
  by: z.enum(['day', 'hour']).default('day'),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(92)
    .default(7)
    .describe('So many until now; 7 at most by the hour'),
  time_zone: timeZoneField.default('Pacific/Auckland').describe('Where days and hours begin'),
});

const count = z.number().int();

const counts = {
  succeeded: count,
  with_second_factor: count.describe('Of those that succeeded: with a code, a backup code or a passkey'),
  with_passkey: count.describe('Of those that succeeded'),
  new_devices: count,
  locks: count,
  wrong_password: count,
  locked: count.describe('Not looked at, because the name was locked'),
  wrong_factor: count.describe('A wrong code, or a passkey that does not fit'),
  wrong_mail_code: count,
};

export const figuresSchema = z
  .object({
    results: z.array(z.object({ at: instant.describe('Where the day or hour begins'), ...counts })),
    totals: z.object(counts),
    networks: z
      .array(
        z.object({
          network: z.string().describe('An address of IPv4, /64 of IPv6'),
          failures: count,
          accounts: count.describe('At how many accounts that there are'),
          last_at: instant,
        }),
      )
      .describe('Where most failures came from'),
    alerts: z
      .array(
        z.object({
          id,
          at: instant,
          action: z.string(),
          risk: z.string(),
          user: z.object({ id, name: z.string() }).nullable(),
          details: z.record(z.string(), z.unknown()),
        }),
      )
      .describe('The newest hundred'),
  })
  .meta({ id: 'SignInFigures' });

export type FiguresQuery = z.infer<typeof figuresQuery>;
export type WireFigures = z.infer<typeof figuresSchema>;
