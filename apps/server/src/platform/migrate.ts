import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { installQueue } from './queue.ts';

/** Any two programs that migrate the same database take turns on this lock. */
const LOCK = 7_426_001;

/** Tables that the application may read and add to, and nothing else (invariant 16). */
export const APPEND_ONLY = ['audit_entries', 'audit_subjects', 'security_entries', 'staff_acts'];

/** Tables that are none of the application's business: what would tell that the audit was touched. */
export const OWNERS_ONLY = ['audit_seals'];

export type MigrateOptions = {
  readonly ownerUrl: string;
  readonly appRole: string;
  readonly appPassword: string;
};

/** The SQL files stand beside the sources and beside the bundle. */
function migrationsDir(): string {
  const places = ['../../migrations', '../migrations'].map((place) => join(import.meta.dirname, place));
  return places.find((place) => existsSync(place)) ?? '';
}

/** Runs the SQL files that have not run yet, in order, each in a transaction. Forward only. Answers what it ran. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  // A role that happens to be called like our schema would otherwise make its tables there.
  const client = new pg.Client({ connectionString: options.ownerUrl, options: '-c search_path=public' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await prepare(client, options);
    const done = await applied(client);
    const dir = migrationsDir();
    const ran: string[] = [];
    for (const file of readdirSync(dir)
      .filter((name) => name.endsWith('.sql'))
      .sort()) {
      if (await run(client, { file, sql: readFileSync(join(dir, file), 'utf8'), done })) ran.push(file);
    }
    await installQueue(client, options);
    await grant(client, options.appRole);
    return ran;
  } finally {
    await client.end();
  }
}

/** The SQL files that this version brings and this database has not run. */
export function outstanding(done: ReadonlySet<string>): string[] {
  return readdirSync(migrationsDir())
    .filter((name) => name.endsWith('.sql') && !done.has(name))
    .sort();
}

/** The URL of the same database as the application's role. */
export function appUrlOf(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}

/** The application role's password: made from the installation's secret, so that it is nowhere written down. */
export function appPasswordOf(key: Buffer): string {
  return createHmac('sha256', key).update('database application role').digest('base64url');
}

async function prepare(client: pg.Client, options: MigrateOptions): Promise<void> {
  await client.query(`create table if not exists migrations (
    file text primary key, hash text not null, ran_at timestamptz not null default now())`);
  const role = client.escapeIdentifier(options.appRole);
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [options.appRole]);
  if (rows.length === 0) await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole`);
  await refuseMighty(client, options.appRole);
  await client.query(`alter role ${role} login password ${client.escapeLiteral(options.appPassword)}`);
}

/** Row-level security is silently void for a superuser, for who bypasses it, and for who can become the owner. */
async function refuseMighty(client: pg.Client, appRole: string): Promise<void> {
  const { rows } = await client.query(
    `select 1 from pg_roles where rolname = $1 and (rolsuper or rolbypassrls or pg_has_role(oid, current_user, 'member'))`,
    [appRole],
  );
  if (rows.length === 0) return;
  throw new Error(
    `The role ${appRole} walks through the walls between households: it is the owner, a superuser, or bypasses row-level security. Name another one in DATABASE_APP_ROLE; KinWise makes it.`,
  );
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ file: string; hash: string }>('select file, hash from migrations');
  return new Map(rows.map((row) => [row.file, row.hash]));
}

async function run(
  client: pg.Client,
  migration: { file: string; sql: string; done: ReadonlyMap<string, string> },
): Promise<boolean> {
  const { file, sql, done } = migration;
  const hash = createHash('sha256').update(sql).digest('hex');
  const before = done.get(file);
  if (before === hash) return false;
  if (before !== undefined) {
    throw new Error(
      `${file} was changed after it ran here. Migrations only go forward: undo the change, add a new file.`,
    );
  }
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migrations (file, hash) values ($1, $2)', [file, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${file} failed: ${(error as Error).message}`, { cause: error });
  }
  return true;
}

/** The application role reads and writes rows; it creates, owns and bypasses nothing. */
async function grant(client: pg.Client, appRole: string): Promise<void> {
  const role = client.escapeIdentifier(appRole);
  await client.query(`
    grant usage on schema public, kinwise to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant execute on all functions in schema kinwise to ${role};
    revoke all on migrations from ${role};`);
  for (const table of APPEND_ONLY) {
    await client.query(`do $$ begin
      if to_regclass('public.${table}') is not null then revoke update, delete, truncate on ${table} from ${role}; end if;
    end $$`);
  }
  for (const table of OWNERS_ONLY) {
    await client.query(`do $$ begin
      if to_regclass('public.${table}') is not null then revoke all on ${table} from ${role}; end if;
    end $$`);
  }
}
