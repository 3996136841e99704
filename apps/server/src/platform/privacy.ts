/** What is kept about people: where, why and how long, and what one person gets when they ask for all of it. */
import type { Id } from '@kinwise/core/ids';
import type { Config } from './config.ts';
import type { Ground } from './context.ts';

/**
 * Where a feature keeps something about a person. `$1` is the person's id, and `$2` this moment where it is named; both
 * run as the owner, over all households. `exportSql` answers rows; `eraseSql` removes or neutralises them. Rows that are
 * one member's own (`private_to`) are erased without a word here.
 */
export type PersonalData = {
  readonly table: string;
  readonly exportSql?: string;
  readonly eraseSql?: string;
};

/** A kind of thing that is kept, in sentences for the people whose things they are. */
export type Kept = {
  readonly what: string;
  readonly why: string;
  readonly until: string | ((config: Config) => string);
  /** Counts (as `count`) what should be gone by now; `$1` is the moment, so many days ago. */
  readonly overdue?: { readonly sql: string; readonly days: (config: Config) => number };
};

/** What belongs to no feature. */
const OF_PLATFORM: readonly PersonalData[] = [
  {
    table: 'audit_entries',
    exportSql: `select at, household_id, action, entity, entity_id, count, success, ip, agent from audit_entries
      where actor_id = $1 order by at, id`,
  },
  {
    table: 'idempotency_keys',
    // The kept answers of others may show the person: as a member, or by the address.
    eraseSql: `delete from idempotency_keys k where k.user_id = $1 or k.scope_id = $1 or (
      k.scope_id in (select household_id from memberships where user_id = $1) and exists (
        select from users u where u.id = $1
          and (strpos(k.body, u.id::text) > 0 or (u.email <> '' and strpos(lower(k.body), lower(u.email)) > 0))))`,
  },
  {
    table: 'rate_limits',
    eraseSql: `delete from rate_limits r using users u
      where u.id = $1 and split_part(r.key, ':', 2) in (u.id::text, u.email_key, u.username_key)`,
  },
];

export const KEPT_BY_PLATFORM: readonly Kept[] = [
  {
    what: 'The audit of each household: who changed what, when, and from which address and browser',
    why: 'So that a household can see what happened to its money, and a stranger’s hand is noticed',
    until: (config) =>
      `${config.AUDIT_KEPT_DAYS} days, ${config.AUDIT_ORGANISATION_DAYS} for the time in which the household belongs to an organisation. When a person is erased, addresses and browsers go before, and what was private`,
  },
  {
    what: 'Answers to repeated calls',
    why: 'So that a phone which sends the same thing twice changes it once',
    until: '30 days',
    overdue: {
      sql: 'select count(*)::int as count from idempotency_keys where created_at < $1',
      days: () => 32,
    },
  },
];

export function personalData(ground: Ground): readonly PersonalData[] {
  return [...ground.hooks.personalData, ...OF_PLATFORM];
}

type Rows = readonly Record<string, unknown>[];

const FETCH = 1000;

/** Everything that features know about one person, table by table and page by page: years of somebody may be long. */
export async function* personalRows(
  ground: Ground,
  user: Id,
): AsyncGenerator<{ table: string; pages: AsyncIterable<Rows> }> {
  for (const { table, exportSql } of personalData(ground))
    if (exportSql !== undefined) yield { table, pages: pagesOf(ground, { exportSql, user }) };
}

async function* pagesOf(
  { database }: Ground,
  { exportSql, user }: { exportSql: string; user: Id },
): AsyncGenerator<Rows> {
  const client = await database.owner.connect();
  let isOver = false;
  try {
    await client.query('begin read only');
    await client.query(`declare own no scroll cursor for ${exportSql}`, [user]);
    for (;;) {
      const { rows } = await client.query<Record<string, unknown>>(`fetch ${FETCH} from own`);
      if (rows.length > 0) yield rows;
      if (rows.length < FETCH) break;
    }
    await client.query('commit');
    isOver = true;
  } finally {
    // Who takes no further page, or met an error, leaves a transaction open: the connection goes with it.
    client.release(!isOver);
  }
}

export type Home = { readonly id: Id; readonly name: string; readonly others: number };

/** The households that a person is active in, with how many others are. Asked as the owner, across households. */
export async function homesOf(ground: Ground, user: Id): Promise<Home[]> {
  const { rows } = await ground.database.owner.query<Home>(
    `select h.id, h.name, (select count(*)::int from memberships o
       where o.household_id = h.id and o.status = 'active' and o.user_id <> $1) as others
     from households h join memberships m on m.household_id = h.id and m.user_id = $1 and m.status = 'active'
     where h.deleted_at is null order by m.joined_at, h.id`,
    [user],
  );
  return rows;
}
