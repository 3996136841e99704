import { dayAt } from '@kinwise/core/days';
import { formatDay, formatTime } from '@kinwise/core/format';
import type { OpenContext } from '../../platform/context.ts';
import { addressWithPlace } from '../../platform/places.ts';
import { deviceOf } from '../devices/devices.ts';
import { sendLetter } from '../letters/letters.ts';
import { raise } from '../security/security.ts';
import type { User } from '../users/users.ts';
import { agentsOf } from './new-devices.store.ts';

const QUIET_MS = 24 * 3600 * 1000;

/**
 * Tells the user when this sign-in comes from a device they have not used before. It is asked before the sign-in is
 * noted. The first sign-in of all is no news to who has just made the account.
 */
export async function tellNewDevice(ctx: OpenContext, user: User, session: string): Promise<void> {
  if (user.is_demo) return;
  const agents = await agentsOf(ctx, user.id);
  const device = deviceOf(ctx.origin.agent ?? '').name;
  if (agents.length === 0 || agents.some((agent) => deviceOf(agent).name === device)) return;
  const isNews = await raise(ctx, {
    action: 'alert.new_device',
    about: `${user.id}:${device}`,
    quietMs: QUIET_MS,
    user: user.id,
    session,
    risk: 'medium',
    details: { device },
  });
  if (!isNews) return;
  const locale = { tag: user.locale };
  const on = formatDay(dayAt(ctx.nowMs, user.time_zone), 'long', locale);
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'new_device',
      name: user.first_name,
      device,
      address: addressWithPlace(ctx.ground.places, ctx.origin.ip ?? ''),
      at: `${on}, ${formatTime(ctx.nowMs, user.time_zone, locale)}`,
      link: `${ctx.ground.publicUrl()}/settings/security`,
    },
  });
}
