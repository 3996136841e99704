/** Goes along the chains of the audit and names the first link of each that does not hold. Runs as the owner. */
import { addDays } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import type pg from 'pg';
import { instant, millisecondsOf, todayIn } from '../clock.ts';
import type { Ground } from '../context.ts';
import { SECURITY, isGenuine, seals } from './seals.ts';
import type { Seal } from './seals.ts';
import { walk } from './walk.ts';
import type { Head, LinkRow } from './walk.ts';

export type Checked = {
  readonly chain: Id;
  /** The household's name; of the security entries, what they are. */
  readonly name: string;
  readonly entries: number;
  readonly days: number;
  /** Days that were removed when their time was over. */
  readonly removed: number;
  /** Entries of which something was erased for a person's sake. */
  readonly erased: number;
  /** Entries that have no link yet. */
  readonly waiting: number;
  /** The last link, to be kept elsewhere by who wants to be sure of the end as well. */
  readonly head: string | undefined;
  readonly fault: string | undefined;
};

export type Scope = {
  readonly household?: Id | undefined;
  /** Only what was chained since the last seal before this day. */
  readonly since?: Day | undefined;
  /** Does not mind whose key the seals are signed with. */
  readonly anySignature?: boolean;
};

const GRACE_MS = 24 * 3600 * 1000;

/** Looks at one chain after another; `tell` hears of each. */
export async function verifyAudit(
  ground: Ground,
  scope: Scope,
  tell: (checked: Checked) => void,
): Promise<{ chains: number; broken: number }> {
  const chains = await chainsOf(ground, scope);
  let broken = 0;
  for (const { id, name } of chains) {
    const checked = await verifyChain(ground, { id, name, scope });
    if (checked.fault !== undefined) broken += 1;
    tell(checked);
  }
  return { chains: chains.length, broken };
}

export function lastDays(ground: Ground, days: number): Day {
  return addDays(todayIn(ground.clock.nowMs(), 'UTC'), -days);
}

type Chain = { id: Id; name: string };

async function chainsOf(ground: Ground, { household, since }: Scope): Promise<Chain[]> {
  const { owner } = ground.database;
  if (household !== undefined) {
    const { rows } = await owner.query<Chain>('select id, name from households where id = $1', [household]);
    return rows;
  }
  const named = "select c.id, coalesce(h.name, 'a household that is gone') as name from";
  const { rows } = await owner.query<Chain>(
    `${named} (${since === undefined ? EVERY_CHAIN : MOVED_SINCE}) c left join households h on h.id = c.id
     where c.id <> $1 order by c.id`,
    since === undefined ? [SECURITY] : [SECURITY, since],
  );
  return [...rows, { id: SECURITY, name: 'signing in' }];
}

const EVERY_CHAIN = `select household_id as id from change_counters where link is not null
  union select household_id from audit_entries union select chain from audit_seals`;
const MOVED_SINCE = 'select household_id as id from change_counters where chained_on >= $2';

/** Everything of one chain is read as it was at one moment, while others go on writing. */
async function verifyChain(ground: Ground, of: Chain & { scope: Scope }): Promise<Checked> {
  const client = await ground.database.owner.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const answer = await verifyWith(ground, client, of);
    await client.query('commit');
    client.release();
    return answer;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function verifyWith(
  ground: Ground,
  client: pg.PoolClient,
  { id, name, scope }: Chain & { scope: Scope },
): Promise<Checked> {
  const all = await seals(client, id);
  const forged = scope.anySignature ? undefined : all.find((seal) => !isGenuine(ground, seal));
  const start = startOf(all, scope.since);
  const ahead = all.filter((seal) => start === undefined || seal.day > start.day);
  const head = await headOf(client, id, all);
  const sealedUntil = await lastSealing(ground, client);
  const found = await walk(rowsOf(client, id, start), {
    seals: new Map(ahead.map((seal) => [seal.day, seal])),
    start,
    head,
    mustBeSealed: (day) => day < sealedUntil,
  });
  const waiting = id === SECURITY ? await waitingOf(client) : 0;
  const badSeal =
    forged && `${forged.day}: the seal is not signed with this installation’s key. Was SECRET_KEY changed?`;
  return {
    chain: id,
    name,
    entries: found.entries,
    days: found.days,
    removed: all.filter((seal) => seal.removed_at !== null).length,
    erased: found.erased,
    waiting,
    head: head?.link,
    fault: badSeal ?? found.fault,
  };
}

/** Days before this one have a seal, unless somebody took it. A young installation has had no time to seal any. */
async function lastSealing(ground: Ground, client: pg.PoolClient): Promise<Day> {
  const { rows } = await client.query<{ sealed: string | null; began: string | null }>(
    `select (select max(signed_at) from audit_seals) as sealed,
       (select ran_at from migrations where file = '0009_audit.sql') as began`,
  );
  const [row] = rows;
  const nowMs = ground.clock.nowMs();
  const isYoung = nowMs - millisecondsOf(row?.began ?? instant(nowMs)) < GRACE_MS;
  const atMs = row?.sealed ? millisecondsOf(row.sealed) : isYoung ? 0 : nowMs;
  return addDays(todayIn(atMs, 'UTC'), -1);
}

/** Where the walk begins: after the days that are gone, or at the seal before the day that was asked for. */
function startOf(all: readonly Seal[], since: Day | undefined): Seal | undefined {
  const firstKept = all.findIndex((seal) => seal.removed_at === null);
  const gone = firstKept === -1 ? all.at(-1) : all[firstKept - 1];
  if (since === undefined) return gone;
  // The last seal may have been written in the middle of its day.
  return all.slice(0, -1).findLast((seal) => seal.day < since) ?? gone;
}

async function headOf(client: pg.PoolClient, chain: Id, all: readonly Seal[]): Promise<Head | undefined> {
  if (chain === SECURITY) {
    const last = all.at(-1);
    return last && { day: last.day, no: last.entries, link: last.link };
  }
  const { rows } = await client.query<Head>(
    `select chained_on as day, chained_no as no, encode(link, 'hex') as link from change_counters
     where household_id = $1 and link is not null`,
    [chain],
  );
  return rows[0];
}

async function waitingOf(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from security_entries where link is null',
  );
  return rows[0]?.count ?? 0;
}

const FETCH = 5_000;

/** A cursor, since a chain may be longer than what fits into memory. PostgreSQL makes each link anew. */
async function* rowsOf(client: pg.PoolClient, chain: Id, start: Seal | undefined): AsyncGenerator<LinkRow> {
  const [table, erased, link, where] =
    chain === SECURITY
      ? ['security_entries', 'e.place_digest is not null', 'kinwise.security_link', 'e.link is not null']
      : [
          'audit_entries',
          'e.place_digest is not null or e.matter_digest is not null',
          'kinwise.audit_link',
          `e.household_id = '${chain}'`,
        ];
  await client.query(
    `declare links no scroll cursor for
     select e.id, e.at, e.action, e.chained_on as day, e.chained_no as no, encode(e.link, 'hex') as link,
       ${erased} as erased, e.link = ${link}(coalesce(lag(e.link) over w, decode($1, 'hex')), e) as fits
     from ${table} e where ${where} and e.chained_on > coalesce($2::date, '-infinity')
     window w as (order by e.chained_on, e.chained_no, e.id) order by e.chained_on, e.chained_no, e.id`,
    [start?.link ?? null, start?.day ?? null],
  );
  for (;;) {
    const { rows } = await client.query<LinkRow>(`fetch ${FETCH} from links`);
    yield* rows;
    if (rows.length < FETCH) return;
  }
}
