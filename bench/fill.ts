/** Writes households straight into the database, quickly, with sums that agree: COPY for entries, SQL for rollups. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Day } from '@kinwise/core/days';
import { features } from '../apps/server/src/features.ts';
import type { Client } from './client.ts';
import { ACCOUNTS, liveALife } from './household.ts';
import type { AccountKey, LifeEntry } from './household.ts';
import { makeChance } from './random.ts';

export type Home = {
  readonly id: string;
  readonly accounts: Readonly<Record<AccountKey, string>>;
  readonly entries: number;
  /** A category and a payee that are used, for adding one more. */
  readonly category: string;
};

const KINDS: Record<AccountKey, Record<string, string>> = {
  everyday: { kind: 'checking' },
  bills: { kind: 'checking' },
  savings: { kind: 'savings' },
  card: { kind: 'credit', credit_limit: '9000000.00' },
  cash: { kind: 'cash' },
};

/** A household with its accounts, made through the API as a person would. */
export async function foundHome(client: Client, name: string): Promise<Home> {
  const home = await client.post<{ id: string }>('households/', { name });
  const inside = client.in(home.body.id);
  const accounts = {} as Record<AccountKey, string>;
  for (const key of ACCOUNTS) {
    const body = { name: key, currency: 'NZD', allow_overdraft: true, ...KINDS[key] };
    accounts[key] = (await inside.post<{ id: string }>('accounts/', body)).body.id;
  }
  const { body } = await inside.get<{ results: { id: string; name: string }[] }>('categories/');
  const category = body.results.find((one) => one.name === 'Groceries')?.id ?? '';
  return { id: home.body.id, accounts, entries: 0, category };
}

/** Gives a home its life: `entries` of them, with payees, transfers, balances and rollups. */
export async function fillHome(
  sql: pg.Client,
  home: Home,
  life: { entries: number; today: Day },
): Promise<Home & { copied: number }> {
  const categories = await categoriesOf(sql, home.id);
  const { rows } = await sql.query<{ id: string }>(
    'select user_id as id from memberships where household_id = $1',
    [home.id],
  );
  const writer = makeWriter({ home, categories, person: rows[0]?.id ?? '' });
  const lines = [...writer.lines(liveALife(life.entries, life.today))];
  await sql.query('begin');
  await copy(sql, 'payees (household_id, id, name, name_key, created_at)', writer.payees());
  await copy(sql, 'transfers (household_id, id, created_at)', writer.transfers());
  const began = performance.now();
  await copy(sql, `transactions (${COLUMNS})`, lines);
  const copied = life.entries / ((performance.now() - began) / 1000);
  await rollUp(sql, [home.id]);
  await sql.query('commit');
  return { ...home, entries: life.entries, copied };
}

export const COLUMNS =
  'household_id, id, account_id, occurred_on, amount_minor, currency, household_minor, type, status, source, payee_id, memo, category_id, payer_id, author_id, transfer_id, needs_review, created_at, updated_at';

export async function copy(sql: pg.Client, target: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inBlocks(lines)), sql.query(copyFrom(`copy ${target} from stdin`)));
}

/** Lines in blocks of some hundred: a stream that is handed each line alone spends its time on handing over. */
function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block: string[] = [];
  for (const line of lines) {
    block.push(line);
    if (block.length === 500) {
      yield block.join('');
      block = [];
    }
  }
  yield block.join('');
}

/** Turns a life into lines for COPY, noting payees and transfers on the way. */
function makeWriter(of: { home: Home; categories: ReadonlyMap<string, string>; person: string }) {
  const { home, categories, person } = of;
  const chance = makeChance(7);
  const payees = new Map<string, string>();
  const transfers = new Map<number, string>();
  const remembered = <Key>(map: Map<Key, string>, key: Key, at: number): string => {
    const id = map.get(key) ?? chance.id(at);
    map.set(key, id);
    return id;
  };
  let at = 1_300_000_000_000;
  const line = (entry: LifeEntry): string => {
    at += 1000;
    const transfer = entry.transfer === undefined ? '\\N' : remembered(transfers, entry.transfer, at);
    const type = entry.transfer !== undefined ? 'transfer' : entry.cents < 0 ? 'expense' : 'income';
    const category = entry.category === undefined ? '\\N' : (categories.get(entry.category) ?? '\\N');
    const made = `${entry.on} 01:00:00+00`;
    const fields = [
      home.id,
      chance.id(at),
      home.accounts[entry.account],
      entry.on,
      entry.cents,
      'NZD',
      entry.cents,
    ];
    fields.push(
      type,
      entry.pending ? 'pending' : 'completed',
      'manual',
      remembered(payees, entry.payee, at),
      entry.memo,
    );
    fields.push(category, person, person, transfer, entry.review ? 't' : 'f', made, made);
    return `${fields.join('\t')}\n`;
  };
  return {
    *lines(life: Iterable<LifeEntry>): Generator<string> {
      for (const entry of life) yield line(entry);
    },
    payees: () =>
      [...payees].map(
        ([name, id]) => `${home.id}\t${id}\t${name}\t${name.toLocaleLowerCase('en')}\t2020-01-01 00:00+00\n`,
      ),
    transfers: () => [...transfers.values()].map((id) => `${home.id}\t${id}\t2020-01-01 00:00+00\n`),
  };
}

async function categoriesOf(sql: pg.Client, home: string): Promise<Map<string, string>> {
  const { rows } = await sql.query<{ key: string; id: string }>(
    'select default_key as key, id from categories where household_id = $1 and default_key is not null',
    [home],
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

const NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";

/** The sums that the server keeps while it writes, made at once for households that were written past it. */
export async function rollUp(sql: pg.Client, homes: readonly string[]): Promise<void> {
  const counted = "t.household_id = any($1::uuid[]) and t.deleted_at is null and t.status = 'completed'";
  const sums = `coalesce(t.category_id, ${NOBODY}), ${NOBODY},
    coalesce(sum(t.household_minor) filter (where t.household_minor > 0), 0)::bigint,
    coalesce(sum(t.household_minor) filter (where t.household_minor < 0), 0)::bigint, count(*)`;
  const into = 'category_key, private_key, income_minor, expense_minor, entries)';
  await sql.query(
    `insert into account_days (household_id, account_id, on_day, delta_minor, entries)
     select t.household_id, t.account_id, t.occurred_on, sum(t.amount_minor), count(*) from transactions t where ${counted} group by 1, 2, 3`,
    [homes],
  );
  await sql.query(
    `insert into category_days (household_id, on_day, ${into}
     select t.household_id, t.occurred_on, ${sums} from transactions t where ${counted} and t.type <> 'transfer' group by 1, 2, 3`,
    [homes],
  );
  await sql.query(
    `insert into category_months (household_id, month, ${into}
     select t.household_id, date_trunc('month', t.occurred_on)::date, ${sums} from transactions t
     where ${counted} and t.type <> 'transfer' group by 1, 2, 3`,
    [homes],
  );
  await sql.query(
    `update accounts a set balance_minor = a.opening_minor + m.booked, pending_minor = m.pending from (
       select household_id, account_id, coalesce(sum(amount_minor) filter (where status = 'completed'), 0) as booked,
         coalesce(sum(amount_minor) filter (where status = 'pending'), 0) as pending
       from transactions where household_id = any($1::uuid[]) and deleted_at is null group by 1, 2) m
     where a.household_id = m.household_id and a.id = m.account_id`,
    [homes],
  );
}

/** Every feature's invariants over everything: a bench on sums that are wrong would measure nothing. */
export async function checkInvariants(sql: pg.Client): Promise<number> {
  const invariants = features.flatMap((feature) => feature.invariants ?? []);
  for (const { name, sql: text } of invariants) {
    const { rowCount } = await sql.query(`select 1 from (${text}) broken limit 1`);
    if (rowCount !== 0) throw new Error(`broken: ${name}`);
  }
  return invariants.length;
}
