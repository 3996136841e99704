/** What the installation does for itself: it seals the audit, looks whether all is well and sweeps up what is spent. */
import { forgetOldDays } from './audit/retention.ts';
import { sealHouseholds, sealSecurity } from './audit/seals.ts';
import { examine } from './checkup.ts';
import { instant } from './clock.ts';
import type { Ground, OpenContext } from './context.ts';
import type { Feature, OutsideJob } from './feature.ts';

const DAY_MS = 86_400_000;

/** Phones sleep: the answer to a repeated call is kept this long. */
const ANSWERS_DAYS = 30;
/** The job to ask for when a table has grown many times over within a moment. */
export const MEASURE = 'housekeeping.measure';

/** Longer than any job is retried. */
const MARKS_DAYS = 60;
/** So long a job that was given up can be looked at, with whatever it was to do and to whom. */
const GIVEN_UP_DAYS = 30;

export function housekeepingJobs(ground: Ground, features: readonly Feature[]): OutsideJob[] {
  return [
    {
      kind: 'outside',
      name: 'housekeeping.look',
      cron: '20 13 * * *',
      work: async () => {
        await look(ground, features);
      },
    },
    {
      kind: 'outside',
      name: MEASURE,
      work: async () => {
        await measure(ground, features);
      },
    },
    { kind: 'outside', name: 'housekeeping.sweep', cron: '50 13 * * *', work: sweep },
    {
      kind: 'outside',
      name: 'housekeeping.forget_jobs',
      cron: '55 13 * * *',
      work: async (ctx) => {
        await forgetJobs(ground, ctx);
      },
    },
    ...auditJobs(ground),
  ];
}

/** They run as the owner: the application may add to the audit and nothing else. */
function auditJobs(ground: Ground): OutsideJob[] {
  const job = (name: string, cron: string, work: (ground: Ground) => Promise<number>): OutsideJob => ({
    kind: 'outside',
    name,
    cron,
    work: async () => {
      const count = await work(ground);
      if (count > 0) ground.log.debug({ job: name, count }, 'audit');
    },
  });
  return [
    job('audit.seal_security', '* * * * *', sealSecurity),
    job('audit.seal_households', '*/15 * * * *', sealHouseholds),
    job('audit.forget', '40 13 * * *', forgetOldDays),
  ];
}

/** The same questions as `kinwise doctor`, asked each night; what is broken is an error in the log. */
async function look(ground: Ground, features: readonly Feature[]): Promise<void> {
  const findings = await examine(ground, features);
  const broken = findings.filter((finding) => finding.broken !== undefined);
  for (const finding of broken)
    ground.log.error({ check: finding.name, found: finding.broken }, 'a check failed');
  ground.log.info({ checks: findings.length, broken: broken.length }, 'nightly check');
}

/**
 * Statements are planned once for a connection, by the sizes that tables had then. The database looks at sizes each
 * minute by itself; until then a household whose first file holds 100,000 rows would be searched as if it had ten.
 */
async function measure(ground: Ground, features: readonly Feature[]): Promise<void> {
  const tables = features.flatMap((feature) => feature.tables ?? []);
  await ground.database.owner.query(`analyze ${tables.join(', ')}`);
}

export async function sweep(ctx: OpenContext): Promise<void> {
  const before = (days: number): string => instant(ctx.nowMs - days * DAY_MS);
  await ctx.db.text('delete from idempotency_keys where created_at < $1', [before(ANSWERS_DAYS)]);
  await ctx.db.text('delete from done_jobs where done_at < $1', [before(MARKS_DAYS)]);
  await ctx.db.text('delete from rate_limits where window_start < $1', [
    Math.floor(ctx.nowMs / 1000) - 2 * 86_400,
  ]);
}

async function forgetJobs(ground: Ground, ctx: OpenContext): Promise<void> {
  await ground.database.owner.query(
    `select graphile_worker.complete_jobs(array_agg(j.id)) from graphile_worker.jobs j
     where j.attempts >= j.max_attempts and j.locked_at is null and j.updated_at < $1 having count(*) > 0`,
    [instant(ctx.nowMs - GIVEN_UP_DAYS * DAY_MS)],
  );
}
