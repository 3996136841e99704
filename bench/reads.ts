/** Everything that is only read, each beside the same question asked of the entries by hand. */
import type pg from 'pg';
import { addMonths, addToMonth, monthOf } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Client } from './client.ts';
import type { Home } from './fill.ts';
import { RARE } from './household.ts';
import { sizeName } from './options.ts';
import { most } from './table.ts';
import type { Line } from './table.ts';
import { inTurns } from './timing.ts';
import type { Watched } from './timing.ts';

export type Scene = {
  readonly client: Client;
  readonly sql: pg.Client;
  /** The address of the database as its owner. */
  readonly url: string;
  readonly watched: Watched;
  readonly today: Day;
};

const CALLS = 200;

type Question = {
  measure: string;
  path: string;
  byHand: string;
  values: unknown[];
  limit: number;
  large?: number;
};

/** A server that runs for a while has compiled what it does often; one that was started just now has not. */
export async function warmUp(scene: Scene, home: Home): Promise<void> {
  const inside = scene.client.in(home.id);
  for (let round = 0; round < WARM_ROUNDS; round += 1)
    for (const { path } of questions(home, scene.today)) await inside.get(path);
}

const WARM_ROUNDS = 150;

export async function measureReads(scene: Scene, home: Home): Promise<Line[]> {
  const lines: Line[] = [];
  const inside = scene.client.in(home.id);
  for (const [index, question] of questions(home, scene.today).entries()) {
    const { path, byHand, values } = question;
    const name = `bench-${home.entries}-${index}`;
    const { ours, reference } = await inTurns(scene.watched, CALLS, {
      ours: async () => await inside.get(path),
      reference: async () => await scene.sql.query({ name, text: byHand, values }),
    });
    const limit = home.entries >= 1_000_000 ? (question.large ?? question.limit) : question.limit;
    lines.push({
      measure: question.measure,
      size: sizeName(home.entries),
      value: ours.p50,
      unit: 'ms',
      p99: ours.p99,
      cpu: [ours.serverCpu, ours.databaseCpu],
      reference: { name: 'by hand', value: reference?.p50 ?? NaN },
      goal: most(limit, 'ms'),
    });
  }
  lines.push(await notModified(scene, home));
  return lines;
}

/** How each read grew from the smallest household to the largest. */
export function growthOf(lines: readonly Line[], sizes: readonly number[]): Line[] {
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === undefined || large === undefined || small === large) return [];
  const grown: Line[] = [];
  for (const first of lines.filter((line) => line.size === sizeName(small))) {
    const last = lines.find((line) => line.size === sizeName(large) && line.measure === first.measure);
    if (!last?.cpu || !first.cpu) continue;
    const cpu = (line: Line): number => (line.cpu?.[0] ?? NaN) + (line.cpu?.[1] ?? NaN);
    grown.push({
      measure: `growth of: ${first.measure}`,
      size: `${first.size} → ${last.size}`,
      value: last.value / first.value,
      unit: '×',
      reference: { name: 'on cpu ×', value: cpu(last) / cpu(first) },
      goal: most(1.5, '×'),
    });
  }
  return grown;
}

/** What a client that kept the answer pays to hear that it is still good. */
async function notModified(scene: Scene, home: Home): Promise<Line> {
  const inside = scene.client.in(home.id);
  const path = `analytics/category-breakdown/?from=${monthOf(scene.today)}&to=${monthOf(scene.today)}`;
  const { etag = '' } = await inside.get(path);
  const { ours } = await inTurns(scene.watched, CALLS, {
    ours: async () => await inside.get(path, { 'if-none-match': etag }),
  });
  const cpu = [ours.serverCpu, ours.databaseCpu] as const;
  return {
    measure: 'the month again, unchanged (304)',
    size: sizeName(home.entries),
    value: ours.p50,
    unit: 'ms',
    p99: ours.p99,
    cpu,
  };
}

function questions(home: Home, today: Day): Question[] {
  const month = monthOf(today);
  const threeYears = addToMonth(month, -35);
  const rare = encodeURIComponent(RARE.split(' ')[1] ?? '');
  return [
    {
      measure: 'month by category',
      path: `analytics/category-breakdown/?from=${month}&to=${month}`,
      byHand: `select category_id, sum(household_minor) from transactions where household_id = $1 and occurred_on >= $2
        and deleted_at is null and status = 'completed' and type <> 'transfer' group by category_id`,
      values: [home.id, `${month}-01`],
      limit: 2,
      large: 3,
    },
    {
      measure: 'category × month, 3 years',
      path: `analytics/category-breakdown/?from=${threeYears}&to=${month}`,
      byHand: `select date_trunc('month', occurred_on), category_id, sum(household_minor) from transactions
        where household_id = $1 and occurred_on >= $2 and deleted_at is null and status = 'completed' and type <> 'transfer'
        group by 1, 2`,
      values: [home.id, `${threeYears}-01`],
      limit: 5,
    },
    {
      measure: 'net worth by day, 1 year',
      path: 'analytics/net-worth/',
      byHand: `select on_day, sum(sum(amount)) over (order by on_day) from (
          select occurred_on as on_day, sum(amount_minor) as amount from transactions
          where household_id = $1 and occurred_on > $2 and deleted_at is null and status = 'completed' group by 1) days group by on_day`,
      values: [home.id, addMonths(today, -12)],
      limit: 10,
    },
    {
      measure: 'search of a rare payee',
      path: `transactions/search/?q=${rare}`,
      byHand: `select t.*, p.name from transactions t join payees p on p.household_id = t.household_id and p.id = t.payee_id
        where t.household_id = $1 and p.name ilike $2 and t.deleted_at is null order by t.occurred_on desc, t.id desc limit 51`,
      values: [home.id, `%${RARE.split(' ')[1] ?? ''}%`],
      limit: 5,
    },
    {
      measure: 'newest 50',
      path: 'transactions/?page_size=50',
      byHand: `select t.*, p.name from transactions t left join payees p on p.household_id = t.household_id and p.id = t.payee_id
        where t.household_id = $1 and t.deleted_at is null order by t.occurred_on desc, t.id desc limit 51`,
      values: [home.id],
      limit: 2,
    },
  ];
}
