import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';

/**
 * Lays the queue's own tables and its one door for the application's role: the queue guards its tables by row-level
 * security without a policy, so that a role that owns nothing could not add to them.
 */
export async function installQueue(
  client: pg.Client,
  at: { ownerUrl: string; appRole: string },
): Promise<void> {
  await runMigrations({ connectionString: at.ownerUrl, logger: new Logger(() => () => undefined) });
  await client.query(`
    create or replace function kinwise.enqueue(task text, payload json, job_key text, run_at timestamptz) returns void
      language sql security definer set search_path = graphile_worker, pg_temp
      as $$ select graphile_worker.add_job(task, payload, run_at => coalesce(run_at, now()), job_key => job_key,
        max_attempts => 12) $$;
    revoke all on function kinwise.enqueue from public;`);
}
