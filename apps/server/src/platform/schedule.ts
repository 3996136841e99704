import { Temporal } from 'temporal-polyfill';
import type { Ground, OpenContext } from './context.ts';
import type { Feature, Job, OutsideJob } from './feature.ts';

type Daily = Extract<Job, { kind: 'daily' }>;

/** A tick each quarter hour that queues the daily jobs of every household whose local hour has come. */
export function scheduleJobs(ground: Ground, features: readonly Feature[]): OutsideJob[] {
  const daily = features
    .flatMap((feature) => feature.jobs ?? [])
    .filter((job): job is Daily => job.kind === 'daily');
  if (daily.length === 0) return [];
  return [
    {
      kind: 'outside',
      name: 'schedule.tick',
      cron: '*/15 * * * *',
      work: async (ctx) => {
        await tick(ctx, daily);
        ground.log.debug('tick');
      },
    },
  ];
}

/** Keyed by household and day, so that a clock that jumps back queues nothing twice. */
async function tick(ctx: OpenContext, daily: readonly Daily[]): Promise<void> {
  const households = await ctx.db.text<{ id: string; time_zone: string }>(
    'select id, time_zone from kinwise.active_households()',
  );
  const now = Temporal.Instant.fromEpochMilliseconds(ctx.nowMs);
  for (const { id, time_zone } of households) {
    const local = now.toZonedDateTimeISO(time_zone);
    const today = local.toPlainDate().toString();
    for (const job of daily.filter((one) => isDue(one.at, local))) {
      const effect = `${id}:${today}`;
      ctx.enqueue({ job: job.name, payload: { household: id, effect }, key: `${job.name}:${effect}` });
    }
  }
}

/** Due from its hour until an hour later: a tick that was missed is made up for, once. */
function isDue(at: string, local: Temporal.ZonedDateTime): boolean {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const since = local.hour * 60 + local.minute - (hour * 60 + minute);
  return since >= 0 && since < 60;
}
