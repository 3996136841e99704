import { setTimeout as pause } from 'node:timers/promises';
import { Logger, parseCronItems, run, runOnce } from 'graphile-worker';
import type { RunnerOptions, Task } from 'graphile-worker';
import type { Id } from '@kinwise/core/ids';
import type { Ground, OpenContext, Origin } from './context.ts';
import type { Feature, HouseholdJob, Job, OutsideJob, Outward, OutwardJob } from './feature.ts';
import type { Opener } from './in-household.ts';
import { housekeepingJobs } from './housekeeping.ts';
import { Problem } from './problems.ts';
import { scheduleJobs } from './schedule.ts';
import { watchLives } from './worker-lives.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Takes jobs from the queue until it is stopped; a stop lets running jobs end. */
export async function startWorker(
  ground: Ground,
  opener: Opener,
  features: readonly Feature[],
): Promise<{ stop(): Promise<void> }> {
  const options = optionsOf(ground, opener, features);
  let shift = await beginShift(ground, options);
  const over = new AbortController();
  const kept = (async () => {
    for (;;) {
      await shift.ended;
      if (over.signal.aborted) return;
      // It gives up when PostgreSQL goes away under a job. What it had taken goes back to the queue with the next shift.
      ground.log.warn('the worker lost the queue and begins anew');
      await shift.end();
      const next = await nextShift(ground, options, over.signal);
      if (!next) return;
      shift = next;
    }
  })();
  return {
    stop: async () => {
      over.abort();
      await shift.stop();
      await kept;
    },
  };
}

type Shift = {
  /** Settles when the runner has ended, however it ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  end(): Promise<void>;
};

const AGAIN_MS = 1000;

async function beginShift(ground: Ground, options: RunnerOptions): Promise<Shift> {
  const lives = watchLives(ground);
  await lives.begin();
  const runner = await run({
    ...options,
    events: lives.events,
    concurrency: 2,
    pollInterval: 2000,
  }).catch(async (error: unknown) => {
    await lives.end();
    throw error;
  });
  return {
    ended: runner.promise.catch(() => undefined),
    stop: async () => {
      await runner.stop();
      await lives.end();
    },
    end: lives.end,
  };
}

/** Tries until the queue can be reached again, or until the worker is told to stop. */
async function nextShift(
  ground: Ground,
  options: RunnerOptions,
  over: AbortSignal,
): Promise<Shift | undefined> {
  while (!over.aborted) {
    try {
      return await beginShift(ground, options);
    } catch {
      await pause(AGAIN_MS, undefined, { signal: over }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Runs what waits until the queue is empty, for the command line and tests. */
export async function runWaitingJobs(
  ground: Ground,
  opener: Opener,
  features: readonly Feature[],
): Promise<void> {
  const options = optionsOf(ground, opener, features);
  // What goes one after the other may come free only when the runner has gone.
  do await runOnce({ ...options, parsedCronItems: [] });
  while (await isAnyDue(ground, Object.keys(options.taskList ?? {})));
}

/** Whether a job of these kinds could run now; one of another kind, as a newer program leaves it, waits for that program. */
async function isAnyDue(ground: Ground, tasks: readonly string[]): Promise<boolean> {
  const { rows } = await ground.database.queue.query(
    `select 1 from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = any($1)
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.locked_at is null and q.locked_at is null and j.run_at <= now() and j.attempts < j.max_attempts limit 1`,
    [tasks],
  );
  return rows.length > 0;
}

function optionsOf(ground: Ground, opener: Opener, features: readonly Feature[]): RunnerOptions {
  const jobs = [
    ...features.flatMap((feature) => feature.jobs ?? []),
    ...scheduleJobs(ground, features),
    ...housekeepingJobs(ground, features),
  ];
  // As items and not as the text of a crontab, whose names may hold no point.
  const cron = jobs.flatMap((job) =>
    job.kind === 'outside' && job.cron ? [{ task: job.name, match: job.cron }] : [],
  );
  return {
    pgPool: ground.database.queue,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(ground, opener, job)])),
    parsedCronItems: parseCronItems(cron),
    noHandleSignals: true,
    // In batches (of what is there) an end that cannot be noted stops the runner; alone it would stop the program.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: loggerOf(ground),
  };
}

function taskOf(ground: Ground, opener: Opener, job: Job): Task {
  return async (raw, helpers) => {
    const payload = (raw ?? {}) as Payload;
    const origin: Origin = { requestId: `job-${helpers.job.id}` };
    const effect =
      typeof payload['effect'] === 'string' ? payload['effect'] : `${job.name}:${helpers.job.id}`;
    ground.log.debug({ job: job.name, attempt: helpers.job.attempts }, 'job');
    if (job.kind === 'outward') await runOutward(opener, job, { payload, origin, effect });
    else if (job.kind === 'outside') await runOutside(opener, job, { payload, origin, effect });
    else await runInHousehold(opener, job, { payload, origin, effect });
  };
}

type Run = { payload: Payload; origin: Origin; effect: string };

async function runInHousehold(
  opener: Opener,
  job: HouseholdJob | Extract<Job, { kind: 'daily' }>,
  { payload, origin, effect }: Run,
): Promise<void> {
  const household = String(payload['household']);
  let isInside = false;
  try {
    await opener.inHousehold({ household, actor: actorOf(payload), origin }, async (ctx) => {
      isInside = true;
      if (await firstTime(ctx, `${job.name}:${effect}`)) await job.work(ctx, payload);
    });
  } catch (error) {
    // The household was deleted meanwhile, or who asked has left it: there is nothing to do, and never will be.
    if (isInside || !isMissing(error)) throw error;
  }
}

async function runOutside(opener: Opener, job: OutsideJob, { payload, origin, effect }: Run): Promise<void> {
  await opener.outside({ origin }, async (ctx) => {
    if (await firstTime(ctx, `${job.name}:${effect}`)) await job.work(ctx, payload);
  });
}

async function runOutward(opener: Opener, job: OutwardJob, run: Run): Promise<void> {
  const { payload, origin, effect } = run;
  const outward: Outward = {
    messageId: effect,
    inHousehold: async ({ household, as }: { household: Id; as?: Id }, work) => {
      const actor =
        as === undefined ? ({ kind: 'system' } as const) : ({ kind: 'user', userId: as } as const);
      return await opener.inHousehold({ household, actor, origin }, work);
    },
    outside: async (work) => await opener.outside({ origin }, work),
  };
  try {
    await job.work(outward, payload);
  } catch (error) {
    if (!isMissing(error) || !(await isShut(opener, run))) throw error;
  }
}

/** Whether the household that a job names is not there for who asked, as one that was deleted since. */
async function isShut(opener: Opener, { payload, origin }: Run): Promise<boolean> {
  const { household } = payload;
  if (typeof household !== 'string') return false;
  try {
    const at = { household, actor: actorOf(payload), origin };
    return await opener.inHousehold(at, async () => await Promise.resolve(false));
  } catch (error) {
    return isMissing(error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Problem && error.code === 'RESOURCE_3001';
}

/** Jobs act for the household as the system, unless the one who asked has to be the one who sees. */
function actorOf(payload: Payload): { kind: 'system' } | { kind: 'user'; userId: Id } {
  const user = payload['as_user'];
  return typeof user === 'string' ? { kind: 'user', userId: user } : { kind: 'system' };
}

/** The mark commits with the work: a job that the queue hands out twice takes effect once (invariant 13). */
async function firstTime(ctx: OpenContext, key: string): Promise<boolean> {
  const marked = await ctx.db.text(
    'insert into done_jobs (key, done_at) values ($1, $2) on conflict do nothing returning 1',
    [key, ctx.now],
  );
  return marked.length > 0;
}

function loggerOf(ground: Ground): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') ground.log.error(message);
    else if (level === 'warning') ground.log.warn(message);
  });
}
