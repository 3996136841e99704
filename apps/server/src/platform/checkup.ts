/** What has to be true of the installation itself: its database, the wall between households, its settings. */
import { lastDays, verifyAudit } from './audit/verify.ts';
import { instant } from './clock.ts';
import type { Config } from './config.ts';
import type { Ground } from './context.ts';
import type { Feature } from './feature.ts';
import { APPEND_ONLY, OWNERS_ONLY, outstanding } from './migrate.ts';
import { KEPT_BY_PLATFORM } from './privacy.ts';
import { staleKeys } from './rotation.ts';

/** One thing that was looked at. `broken` says what is wrong and what to do; absent when all is well. */
export type Finding = { readonly name: string; readonly broken?: string | undefined };

const POSTGRES_MIN = 150_000;
const DAY_MS = 86_400_000;

/** Looks at everything. A look that fails is a finding itself, so that one broken part does not hide the others. */
export async function examine(ground: Ground, features: readonly Feature[]): Promise<Finding[]> {
  const looks: [string, () => Promise<string | undefined>][] = [
    ['settings fit together', async () => await Promise.resolve(unwise(ground.config))],
    ['the database is PostgreSQL 15 or newer', async () => await tooOld(ground)],
    ['the database has this version’s tables', async () => await unmigrated(ground)],
    ['the application signs in as a role without rights of its own', async () => await tooMighty(ground)],
    ['a wall stands around every table of a household', async () => await unwalled(ground)],
    ['nobody can shorten the audit', async () => await shortenable(ground)],
    [
      'the audit of the last week hangs together (all of it: kinwise audit verify)',
      async () => await torn(ground),
    ],
    ['sealed fields have the newest key', async () => await staleKeys(ground, features)],
    ['limits are counted where all nodes see them', async () => await ground.limits.broken()],
    ['the virus scanner answers, where one is named', async () => await ground.scanner?.broken()],
    ['no job has been given up', async () => await givenUp(ground)],
    ['nothing is kept longer than is said', async () => await overdue(ground)],
    ...features.flatMap((feature) =>
      (feature.invariants ?? []).map((invariant): (typeof looks)[number] => [
        invariant.name,
        async () => await violated(ground, invariant.sql),
      ]),
    ),
  ];
  const findings: Finding[] = [];
  for (const [name, look] of looks) findings.push({ name, broken: await saying(look) });
  return findings;
}

async function saying(look: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await look();
  } catch (error) {
    return `could not be looked at: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What the start lets pass and yet nobody wants. */
function unwise(config: Config): string | undefined {
  const production = config.NODE_ENV === 'production';
  const lines: string[] = [];
  if (production && config.MAIL_URL === undefined)
    lines.push('MAIL_URL is missing: no mail leaves, so nobody can confirm an address or reset a password');
  if (production && config.MAIL_FROM.includes('@localhost'))
    lines.push('MAIL_FROM is missing: others take mail from localhost for a forgery');
  if (production && config.PRIVACY_CONTACT === undefined)
    lines.push('PRIVACY_CONTACT is missing: people cannot see whom to ask about their data');
  if (production && config.RATE_LIMITS === 'off')
    lines.push('RATE_LIMITS is off: passwords can be guessed at speed');
  if (production && config.TRUST_PROXY === '' && config.PLAIN_HTTP === 'refused')
    lines.push('TRUST_PROXY names no proxy: only programs on this machine are answered');
  if (config.HOST === '0.0.0.0' && config.NODE_ENV === 'development')
    lines.push('HOST 0.0.0.0 in development: everybody in the network can read the development mailbox');
  return lines.length === 0 ? undefined : lines.join('; ');
}

async function tooOld(ground: Ground): Promise<string | undefined> {
  const [row] = await ask<{ number: number; version: string }>(
    ground,
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  if (row && row.number >= POSTGRES_MIN) return undefined;
  return `it is ${row?.version ?? 'unknown'}: move to a newer PostgreSQL with pg_dump and pg_restore`;
}

async function unmigrated(ground: Ground): Promise<string | undefined> {
  const [there] = await ask<{ there: boolean }>(
    ground,
    "select to_regclass('public.migrations') is not null as there",
  );
  const done = there?.there ? await ask<{ file: string }>(ground, 'select file from migrations') : [];
  const missing = outstanding(new Set(done.map((row) => row.file)));
  return missing.length === 0 ? undefined : `start KinWise once to run ${missing.join(', ')}`;
}

async function tooMighty(ground: Ground): Promise<string | undefined> {
  const { rows } = await ground.database.app.query<{
    role: string;
    mighty: boolean;
    owned: string;
  }>(
    `select current_user as role, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as mighty,
       (select count(*) from pg_class c where c.relowner = r.oid) as owned
     from pg_roles r where r.rolname = current_user`,
  );
  const [row] = rows;
  if (!row) return 'the role does not exist: start KinWise once';
  if (row.mighty)
    return `${row.role} may do more than read and write rows: alter role ${row.role} nosuperuser nobypassrls nocreatedb nocreaterole`;
  return Number(row.owned) === 0
    ? undefined
    : `${row.role} owns ${row.owned} tables: give them to the role of DATABASE_URL`;
}

/** A tenant table without a forced policy shows every household to a query that forgot to name one. */
async function unwalled(ground: Ground): Promise<string | undefined> {
  const rows = await ask<{ name: string }>(
    ground,
    `select c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'household_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
     order by 1`,
  );
  return rows.length === 0
    ? undefined
    : `row-level security is not forced on ${rows.map((row) => row.name).join(', ')}`;
}

async function shortenable(ground: Ground): Promise<string | undefined> {
  const { rows } = await ground.database.app.query<{ name: string }>(
    `select t.name from unnest($1::text[]) t (name) where to_regclass('public.' || t.name) is not null
       and has_table_privilege(to_regclass('public.' || t.name),
         case when t.name = any($2::text[]) then 'select, insert, ' else '' end || 'update, delete, truncate')`,
    [[...APPEND_ONLY, ...OWNERS_ONLY], OWNERS_ONLY],
  );
  return rows.length === 0
    ? undefined
    : `the application may change ${rows.map((row) => row.name).join(', ')}: start KinWise once to take that back`;
}

async function torn(ground: Ground): Promise<string | undefined> {
  const faults: string[] = [];
  await verifyAudit(ground, { since: lastDays(ground, 7) }, ({ name, fault }) => {
    if (fault !== undefined) faults.push(`${name}: ${fault}`);
  });
  return faults.length === 0 ? undefined : faults.join('; ');
}

async function givenUp(ground: Ground): Promise<string | undefined> {
  const rows = await ask<{ task: string; count: bigint; last_error: string | null }>(
    ground,
    `select t.identifier as task, count(*) as count, max(j.last_error) as last_error
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts >= j.max_attempts group by 1 order by 1`,
  );
  const lines = rows.map(
    (row) => `${row.task} (${row.count}): ${(row.last_error ?? 'no reason given').split('\n')[0] ?? ''}`,
  );
  return lines.length === 0 ? undefined : lines.join('; ');
}

/** What people are told about how long something is kept has to be true. */
async function overdue(ground: Ground): Promise<string | undefined> {
  const lines: string[] = [];
  for (const { what, overdue: late } of [...ground.hooks.kept, ...KEPT_BY_PLATFORM]) {
    if (!late) continue;
    const before = instant(ground.clock.nowMs() - late.days(ground.config) * DAY_MS);
    const { rows } = await ground.database.owner.query<{ count: number }>(late.sql, [before]);
    const count = rows[0]?.count ?? 0;
    if (count > 0) lines.push(`${what}: ${count} should be gone since before ${before.slice(0, 10)}`);
  }
  return lines.length === 0 ? undefined : `${lines.join('; ')}. Does a worker run?`;
}

/** The first row that should not be, and how many there are. */
async function violated(ground: Ground, sql: string): Promise<string | undefined> {
  const rows = await ask<Record<string, unknown>>(ground, sql);
  if (rows.length === 0) return undefined;
  const first = JSON.stringify(rows[0], (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return rows.length === 1 ? first : `${first} and ${rows.length - 1} more`;
}

/** As the owner, over all households. */
async function ask<Row>(ground: Ground, sql: string): Promise<Row[]> {
  return (await ground.database.owner.query(sql)).rows as Row[];
}
