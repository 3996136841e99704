/** A thousand small households beside the large ones, made in SQL alone. */
import type pg from 'pg';
import { rollUp } from './fill.ts';

/** Writes `count` households of `entries` each, and makes the person an admin of the first `joined`. Answers their ids. */
export async function makeCrowd(
  sql: pg.Client,
  of: { count: number; entries: number; joined: number; email: string },
): Promise<string[]> {
  await sql.query('begin');
  const { rows } = await sql.query<{ id: string }>('select id from users where email = $1', [of.email]);
  const person = rows[0]?.id;
  for (const statement of STATEMENTS)
    await sql.query(statement, parametersOf(statement, [of.count, of.entries, person]));
  const homes = Array.from({ length: of.count }, (_, index) => index + 1);
  const ids = await sql.query<{ id: string }>(
    `select ${id("'home'", 'n')} as id from unnest($1::int[]) n order by n`,
    [homes],
  );
  const all = ids.rows.map((row) => row.id);
  await sql.query(
    `insert into memberships (household_id, id, user_id, role, joined_at, created_at, updated_at)
     select h, md5('member' || h)::uuid, $2, 'admin', now(), now(), now() from unnest($1::uuid[]) h`,
    [all.slice(0, of.joined), person],
  );
  await rollUp(sql, all);
  await sql.query('commit');
  return all;
}

/** The category and the account that a household of the crowd adds its entries to. */
export async function corner(sql: pg.Client, home: string): Promise<{ account: string; category: string }> {
  const { rows } = await sql.query<{ account: string; category: string }>(
    'select a.id as account, (select id from categories where household_id = $1 limit 1) as category from accounts a where household_id = $1',
    [home],
  );
  return rows[0] as { account: string; category: string };
}

function id(kind: string, ...parts: string[]): string {
  return `md5(${kind} || ${parts.map((part) => `'-' || ${part}`).join(' || ')})::uuid`;
}

function parametersOf(statement: string, all: readonly unknown[]): unknown[] {
  const most = Math.max(...[...statement.matchAll(/\$(\d)/g)].map((match) => Number(match[1])));
  return all.slice(0, most);
}

const HOMES = 'generate_series(1, $1::int) as h';
const HOME = id("'home'", 'h');

const STATEMENTS = [
  `insert into users (id, email, email_key, created_at, updated_at)
   select ${id("'person'", 'h')}, 'person' || h || '@example.org', 'person' || h || '@example.org', now(), now()
   from ${HOMES} where $2::int is not null and $3::uuid is not null`,
  `insert into households (id, name, type, currency, time_zone, pay_cycle, pay_anchor_on, created_by, created_at, updated_at)
   select ${HOME}, 'Home ' || h, 'couple', 'NZD', 'Pacific/Auckland', 'fortnightly', '2026-01-07', $3, now(), now()
   from ${HOMES} where $2::int is not null`,
  `insert into memberships (household_id, id, user_id, role, is_primary, joined_at, created_at, updated_at)
   select ${HOME}, ${id("'place'", 'h')}, ${id("'person'", 'h')}, 'admin', true, now(), now(), now()
   from ${HOMES} where $2::int is not null and $3::uuid is not null`,
  `insert into accounts (household_id, id, name, kind, currency, opened_on, allow_overdraft, owner_id, created_at, updated_at)
   select ${HOME}, ${id("'account'", 'h')}, 'Everyday', 'checking', 'NZD', '2020-01-01', true, $3, now(), now()
   from ${HOMES} where $2::int is not null`,
  `insert into categories (household_id, id, name, name_key, kind, depth, created_at, updated_at)
   select ${HOME}, ${id("'category'", 'h', 'c')}, 'Category ' || c, 'category ' || c, 'expense', 1, now(), now()
   from ${HOMES}, generate_series(1, 12) c`,
  `insert into payees (household_id, id, name, name_key, created_at)
   select ${HOME}, ${id("'payee'", 'h', 'p')}, 'Shop ' || p, 'shop ' || p, now() from ${HOMES}, generate_series(1, 15) p`,
  `insert into transactions (household_id, id, account_id, occurred_on, amount_minor, currency, household_minor, type, status,
     source, payee_id, category_id, author_id, payer_id, created_at, updated_at)
   select ${HOME}, ${id("'entry'", 'h', 'n')}, ${id("'account'", 'h')}, current_date - (n * 3), -100 * n - h, 'NZD', -100 * n - h,
     'expense', 'completed', 'manual', ${id("'payee'", 'h', '(1 + n % 15)')}, ${id("'category'", 'h', '(1 + n % 12)')}, $3, $3, now(), now()
   from ${HOMES}, generate_series(1, $2::int) n`,
];
