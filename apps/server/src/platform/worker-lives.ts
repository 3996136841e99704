import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Ground } from './context.ts';

/** The first half of the advisory locks that say «this worker lives»; the second half is made of its name. */
const LIVES = 7_426_002;
const LOOK_MS = 15_000;

/**
 * Each worker holds a lock for as long as its process lives: PostgreSQL lets go of it the moment the process is gone,
 * however it went. Jobs that a gone worker had taken are given back to the queue, instead of waiting for four hours.
 */
export function watchLives(ground: Ground): {
  events: WorkerEvents;
  begin(): Promise<void>;
  end(): Promise<void>;
} {
  const events: WorkerEvents = new EventEmitter();
  const mine = new Set<string>();
  let keeper: pg.PoolClient | undefined;
  let timer: NodeJS.Timeout | undefined;
  const hold = async (): Promise<void> => {
    if (keeper) return;
    const client = await ground.database.owner.connect();
    client.on('error', () => {
      // PostgreSQL went away and took the locks along: the next look takes them again.
      keeper = undefined;
    });
    keeper = client;
    for (const id of mine) await client.query('select pg_advisory_lock($1, hashtext($2))', [LIVES, id]);
  };
  // The queue notes the pool that took a job, not the worker in it.
  events.on('pool:create', ({ workerPool }) => {
    mine.add(workerPool.id);
    void keeper
      ?.query('select pg_advisory_lock($1, hashtext($2))', [LIVES, workerPool.id])
      .catch((error: Error) =>
        ground.log.warn({ err: error.message }, 'a worker could not say that it lives'),
      );
  });
  const look = async (): Promise<void> => {
    try {
      await hold();
      await giveBack(ground);
    } catch (error) {
      ground.log.warn({ err: (error as Error).message }, 'could not look for workers that are gone');
    }
  };
  return {
    events,
    begin: async () => {
      await look();
      timer = setInterval(() => void look(), LOOK_MS);
      timer.unref();
    },
    end: async () => {
      clearInterval(timer);
      keeper?.release(true);
      keeper = undefined;
      await Promise.resolve();
    },
  };
}

/** Unlocks the jobs of every worker whose lock nobody holds. */
export async function giveBack(ground: Ground): Promise<void> {
  await ground.database.owner.query(
    `select graphile_worker.force_unlock_workers(gone.names) from (
       select array_agg(distinct j.locked_by) as names from graphile_worker.jobs j
       where j.locked_by is not null and not exists (
         select from pg_locks l where l.locktype = 'advisory' and l.classid = $1 and l.granted
           and l.database = (select oid from pg_database where datname = current_database())
           and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid)) gone
     where gone.names is not null`,
    [LIVES],
  );
}
