import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type pg from 'pg';

/** Stands among the migrations that ran, with what was laid as its hash. */
const NAME = 'graphile-worker';

/**
 * The queue's one door for a role that owns nothing. What follows a merge goes one after the other, in the order of their
 * commits: a second merge may take from the category, or the merchant, that the first one gives to.
 */
const DOOR = `
  create or replace function kinwise.enqueue(task text, payload json, job_key text, run_at timestamptz) returns void
    language sql security definer set search_path = graphile_worker, pg_temp
    as $$ select graphile_worker.add_job(task, payload, run_at => coalesce(run_at, clock_timestamp()), job_key => job_key,
      max_attempts => 12,
      queue_name => case when strpos(task, '.follow_') > 0 then task || ' ' || (payload->>'household') end) $$;
  revoke all on function kinwise.enqueue from public;`;

/**
 * Lays the queue's own tables and its door for the application's role: the queue guards its tables by row-level
 * security without a policy, so that a role that owns nothing could not add to them. What this version of the queue has
 * laid is not laid again, and its library not loaded for it.
 */
export async function installQueue(client: pg.Client, at: { ownerUrl: string }): Promise<void> {
  const { version } = createRequire(import.meta.url)(`${NAME}/package.json`) as { version: string };
  const wanted = createHash('sha256').update(`${version}\n${DOOR}`).digest('hex');
  const laid = await client.query(
    `select 1 from migrations where file = $1 and hash = $2
       and to_regclass('graphile_worker._private_jobs') is not null and to_regproc('kinwise.enqueue') is not null`,
    [NAME, wanted],
  );
  if (laid.rows.length > 0) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: at.ownerUrl, logger: new Logger(() => () => undefined) });
  await client.query(DOOR);
  await client.query(
    'insert into migrations (file, hash) values ($1, $2) on conflict (file) do update set hash = excluded.hash, ran_at = now()',
    [NAME, wanted],
  );
}
