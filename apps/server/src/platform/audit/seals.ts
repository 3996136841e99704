/**
 * Seals say how far a chain of the audit had come, signed with a key that is not in the database: who rewrites a chain
 * from some entry on to its end still cannot write the seal. Everything here runs as the owner.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import type pg from 'pg';
import { instant, millisecondsOf } from '../clock.ts';
import type { Ground } from '../context.ts';

/** The chain of the security entries, which belong to no household. */
export const SECURITY: Id = '00000000-0000-0000-0000-000000000000';

/** Two that seal at once take turns. */
const TURN = 7_426_003;
const PAGE = 500;

export type Reached = {
  readonly chain: Id;
  readonly day: string;
  readonly entries: number;
  /** Of the day's last entry, in hex. */
  readonly link: string;
};
export type Seal = Reached & { readonly removed_at: string | null; readonly signature: string };

export const SEAL_COLUMNS = "chain, day, entries, encode(link, 'hex') as link, removed_at, signature";

export function signatureOf(ground: Ground, seal: Reached & { removed_at: string | null }): string {
  const { chain, day, entries, link, removed_at } = seal;
  const removed = removed_at === null ? null : millisecondsOf(removed_at);
  const text = JSON.stringify([chain, day, entries, link, removed]);
  return createHmac('sha256', ground.keyFor('audit seals')).update(text).digest('base64url');
}

export function isGenuine(ground: Ground, seal: Seal): boolean {
  const wanted = Buffer.from(signatureOf(ground, seal));
  const found = Buffer.from(seal.signature);
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

/** Gives the security entries that wait their links, and seals how far they came. Answers how many they were. */
export async function sealSecurity(ground: Ground): Promise<number> {
  let sealed = 0;
  for (;;) {
    const step = await asOwner(ground, async (client) => {
      const [last] = await seals(client, SECURITY, 'order by day desc limit 1');
      const { rows } = await client.query<Reached>(
        `select $1::uuid as chain, day, entries, encode(last_link, 'hex') as link
         from kinwise.seal_security($2, $3, decode($4, 'hex'))`,
        [SECURITY, last?.day ?? null, last?.entries ?? 0, last?.link ?? null],
      );
      await keep(ground, client, rows);
      return rows.reduce((sum, row) => sum + row.entries - (row.day === last?.day ? last.entries : 0), 0);
    });
    if (step === 0) return sealed;
    sealed += step;
  }
}

/** Seals how far the chain of each household came since its last seal. Answers how many seals it wrote. */
export async function sealHouseholds(ground: Ground): Promise<number> {
  let after: Id = SECURITY;
  let written = 0;
  for (;;) {
    const page = await asOwner(ground, async (client) => {
      const moved = (await client.query<{ id: Id }>(MOVED, [after, PAGE])).rows.map((row) => row.id);
      const { rows } = await client.query<Reached>(REACHED, [moved]);
      await keep(ground, client, rows);
      written += rows.length;
      return moved;
    });
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return written;
    after = last;
  }
}

const MOVED = `
select c.household_id as id from change_counters c
left join lateral (select s.day, s.entries from audit_seals s where s.chain = c.household_id order by s.day desc limit 1) last
  on true
where c.link is not null and c.household_id > $1
  and (last.day is null or last.day < c.chained_on or last.entries < c.chained_no)
order by c.household_id limit $2`;

/** The last sealed day may have gone on; an entry is told up to some hours before the day that it is chained on ends. */
const REACHED = `
select e.household_id as chain, e.chained_on as day, max(e.chained_no) as entries,
  encode((array_agg(e.link order by e.chained_no desc))[1], 'hex') as link
from unnest($1::uuid[]) as moved (id)
left join lateral (select max(s.day) as day from audit_seals s where s.chain = moved.id) last on true
join audit_entries e on e.household_id = moved.id and e.chained_on >= coalesce(last.day, '-infinity')
  and e.at >= coalesce(last.day - interval '1 day', '-infinity')
group by 1, 2 order by 1, 2`;

/** A seal only ever moves forward: what was there and is no more stays missed. */
async function keep(ground: Ground, client: pg.PoolClient, reached: readonly Reached[]): Promise<void> {
  if (reached.length === 0) return;
  const signed = reached.map((one) => signatureOf(ground, { ...one, removed_at: null }));
  await client.query(
    `insert into audit_seals as s (chain, day, entries, link, signed_at, signature)
     select chain, day, entries, decode(link, 'hex'), $5, signature
     from unnest($1::uuid[], $2::date[], $3::int[], $4::text[], $6::text[]) as u (chain, day, entries, link, signature)
     on conflict (chain, day) do update set entries = excluded.entries, link = excluded.link,
       signed_at = excluded.signed_at, signature = excluded.signature
     where s.removed_at is null and s.entries < excluded.entries`,
    [
      reached.map((one) => one.chain),
      reached.map((one) => one.day),
      reached.map((one) => one.entries),
      reached.map((one) => one.link),
      instant(ground.clock.nowMs()),
      signed,
    ],
  );
}

/** Signs every seal anew with the key in use, for who changed SECRET_KEY. Whether the chains hold is asked before. */
export async function signAnew(ground: Ground): Promise<number> {
  return await asOwner(ground, async (client) => {
    const { rows } = await client.query<Seal>(`select ${SEAL_COLUMNS} from audit_seals`);
    const foreign = rows.filter((seal) => !isGenuine(ground, seal));
    for (const seal of foreign) await sign(ground, client, seal);
    return foreign.length;
  });
}

export async function sign(
  ground: Ground,
  client: pg.PoolClient,
  seal: Reached & { removed_at: string | null },
): Promise<void> {
  await client.query(
    'update audit_seals set removed_at = $3, signed_at = $4, signature = $5 where chain = $1 and day = $2',
    [seal.chain, seal.day, seal.removed_at, instant(ground.clock.nowMs()), signatureOf(ground, seal)],
  );
}

export async function seals(client: pg.PoolClient, chain: Id, rest = 'order by day'): Promise<Seal[]> {
  return (
    await client.query<Seal>(`select ${SEAL_COLUMNS} from audit_seals where chain = $1 ${rest}`, [chain])
  ).rows;
}

/** One after another, in a transaction of the owner. */
export async function asOwner<T>(ground: Ground, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await ground.database.owner.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [TURN]);
    const answer = await work(client);
    await client.query('commit');
    client.release();
    return answer;
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}
