/** How people sign in and fail to, for whoever watches over the installation. */
import { instant } from '../../platform/clock.ts';
import type { UserContext } from '../../platform/context.ts';
import { invalid } from '../../platform/problems.ts';
import type { FiguresQuery, WireFigures } from './sign-in-figures.schema.ts';
import { readAlerts, readBuckets, readNetworks } from './sign-in-figures.store.ts';

const DAY_MS = 86_400_000;
const DAYS_BY_HOUR = 7;

export async function showFigures(ctx: UserContext, query: FiguresQuery): Promise<WireFigures> {
  const { by, days, time_zone: zone } = query;
  if (by === 'hour' && days > DAYS_BY_HOUR)
    throw invalid('/days', 'too_many', `By the hour these are ${DAYS_BY_HOUR} days at most.`);
  const since = instant(ctx.nowMs - days * DAY_MS);
  const results = await readBuckets(ctx, { by, since, zone });
  const alerts = await readAlerts(ctx, since);
  return {
    results,
    totals: totalsOf(results),
    networks: await readNetworks(ctx, since),
    alerts: alerts.map(({ user_id: id, user_name: name, details, ...alert }) => ({
      ...alert,
      user: id === null ? null : { id, name },
      details: details as Record<string, unknown>,
    })),
  };
}

function totalsOf(results: WireFigures['results']): WireFigures['totals'] {
  const sum = (of: (one: WireFigures['results'][number]) => number) =>
    results.reduce((total, one) => total + of(one), 0);
  return {
    succeeded: sum((one) => one.succeeded),
    with_second_factor: sum((one) => one.with_second_factor),
    with_passkey: sum((one) => one.with_passkey),
    new_devices: sum((one) => one.new_devices),
    locks: sum((one) => one.locks),
    wrong_password: sum((one) => one.wrong_password),
    locked: sum((one) => one.locked),
    wrong_factor: sum((one) => one.wrong_factor),
    wrong_mail_code: sum((one) => one.wrong_mail_code),
  };
}
