/** Quiet hours as people choose them among their preferences. */
import { isTimeOfDay } from '@kinwise/core/quiet-hours';
import type { QuietHours } from '@kinwise/core/quiet-hours';
import { z } from 'zod';

const timeField = z.string().refine(isTimeOfDay, {
  message: 'must be a time of day such as 22:00',
  params: { code: 'time_invalid' },
});

export const quietHoursField = z
  .strictObject({ from: timeField, until: timeField })
  .refine(({ from, until }) => from !== until, {
    path: ['until'],
    message: 'must be another time than the beginning: a whole day of quiet is none',
    params: { code: 'hours_empty' },
  })
  .meta({ id: 'QuietHours', examples: [{ from: '22:00', until: '07:00' }] });

const saved = z.object({ quiet_hours: quietHoursField });

/** What is saved, where it still is what this program knows; otherwise nothing is quiet. */
export function quietHoursOf(preferences: unknown): QuietHours | null {
  const read = saved.safeParse(preferences);
  return read.success ? read.data.quiet_hours : null;
}
