import { isId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type pg from 'pg';
import { dbOn } from './database.ts';
import type { Course, Db } from './database.ts';
import { Problem } from './problems.ts';

/** Whose rows a transaction may see. Everything absent means: none of them. */
export type Sight = {
  readonly household?: Id | undefined;
  readonly user?: Id | undefined;
  readonly system?: boolean;
};

/** `reading` holds the transaction to reading, and answers without waiting for its end, which nothing hangs on. */
export type Opening = Sight & { readonly reading?: boolean };

/** The server gave up one of two transactions that waited for each other, or could not order them: safe to do again. */
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 4;

/** For work that finds its ground changed by another writer: it is done again from the start, as after a deadlock. */
export function overtaken(by: string): Error {
  return Object.assign(new Error(by), { code: '40001' });
}

/**
 * Runs the work in one transaction with the wall set to what may be seen. The settings end with the transaction
 * (SET LOCAL), so that a pooled connection carries nothing over. The work has no effect outside and may be run again.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  opening: Opening,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, opening, work);
    } catch (error) {
      if (attempt < TRIES && AGAIN.has(codeOf(error))) continue;
      throw translated(error);
    }
  }
}

async function once<T>(pool: pg.Pool, opening: Opening, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const course: Course = { sent: [], over: false };
  try {
    // Sent ahead without waiting: with pipelining the first query of the work follows on the same trip.
    const opened = client.query(beginning(opening));
    opened.catch(() => undefined);
    const result = await work(dbOn(client, course));
    await opened;
    course.over = true;
    if (opening.reading) leave(client);
    else await commit(client, course.sent);
    return result;
  } catch (error) {
    course.over = true;
    leave(client, 'rollback');
    // Whatever follows a failed statement fails by it: the statement's own reason is the one that counts.
    const cause = codeOf(error) === '25P02' ? await firstFailure(course.sent) : undefined;
    throw cause ?? error;
  }
}

/** Ends the transaction together with what was sent last, on one trip. */
async function commit(client: pg.PoolClient, sent: readonly Promise<unknown>[]): Promise<void> {
  const end = await client.query('commit');
  const failure = await firstFailure(sent);
  if (failure !== undefined) throw failure;
  // In a pipeline a failed statement turns COMMIT into ROLLBACK without an error; the tag tells.
  if (end.command !== 'COMMIT')
    throw new Error('the transaction was rolled back by a statement that failed unnoticed');
  client.release();
}

/** Gives the connection back once the server has said goodbye to the transaction; a broken one is thrown away. */
function leave(client: pg.PoolClient, word: 'commit' | 'rollback' = 'commit'): void {
  client.query(word).then(
    () => {
      client.release();
    },
    (lost: Error) => {
      client.release(lost);
    },
  );
}

async function firstFailure(sent: readonly Promise<unknown>[]): Promise<Error | undefined> {
  const outcomes = await Promise.allSettled(sent);
  return outcomes.find((outcome) => outcome.status === 'rejected')?.reason as Error | undefined;
}

/** What is not in sight needs no word: settings of an earlier transaction ended with it. */
function beginning({ household, user, system, reading }: Opening): string {
  const words = [reading ? 'begin read only' : 'begin'];
  if (household !== undefined) words.push(`set local app.household_id = '${checked(household)}'`);
  if (user !== undefined) words.push(`set local app.user_id = '${checked(user)}'`);
  if (system) words.push("set local app.system = 'on'");
  return words.join('; ');
}

/** Moves the wall of an open transaction. A statement of its own, so that no query is judged before it counts. */
export async function look(db: Db, sight: Sight): Promise<void> {
  await db.text(
    `select set_config('app.household_id', $1, true), set_config('app.user_id', $2, true), set_config('app.system', $3, true)`,
    [sight.household ?? '', sight.user ?? '', sight.system ? 'on' : 'off'],
  );
}

/** Who looks in is no member: by this grant the wall around the household's money lets them read. */
export async function lookBy(db: Db, grant: Id): Promise<void> {
  await db.text(`select set_config('app.staff_grant', $1, true)`, [grant]);
}

/** SET takes no parameters, so that the text goes in by hand: nothing but a UUID passes. */
function checked(id: Id): string {
  if (!isId(id)) throw new Error('not an id');
  return id;
}

const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
]);

/** What a caller can do something about becomes a problem; the rest stays what it is. */
function translated(error: unknown): Error {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  if (code === '53100' || code === 'ENOSPC') {
    return new Problem(
      'DATABASE_5002',
      'The disk of the server is full. Reading still works; nothing was changed.',
    );
  }
  const message = error instanceof Error ? error.message : '';
  if (
    LOST.has(code) ||
    code === '57014' ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  ) {
    return new Problem(
      'DATABASE_5001',
      'The database did not answer in time. Nothing was changed; try again.',
      {
        retryAfterSeconds: 2,
      },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** The SQLSTATE or system code of an error, or an empty text. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The name of the constraint that a statement broke, or an empty text. */
export function constraintOf(error: unknown): string {
  const constraint = (error as { constraint?: unknown } | null)?.constraint;
  return typeof constraint === 'string' ? constraint : '';
}
