/** Adding entries: one after another, then many at once, and the month read right after. */
import { addDays, monthOf } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { newId } from '@kinwise/core/ids';
import type { Client } from './client.ts';
import type { Home } from './fill.ts';
import { sizeName } from './options.ts';
import { cpuMs } from './processes.ts';
import type { Scene } from './reads.ts';
import { least, most } from './table.ts';
import type { Line } from './table.ts';
import { inTurns } from './timing.ts';

const CALLS = 200;
const AT_ONCE = 32;
const BURST = 2_000;
/** The first adds of a fresh server are for warming it up. */
let isWarm = false;

type Corner = { readonly home: string; readonly account: string; readonly category: string };

export async function measureWrites(scene: Scene, home: Home): Promise<Line[]> {
  const { client, sql, watched, today } = scene;
  const inside = client.in(home.id);
  const corner: Corner = { home: home.id, account: home.accounts.everyday, category: home.category };
  const size = sizeName(home.entries);
  const byHand = {
    name: `bench-add-${home.entries}`,
    text: `insert into transactions (household_id, id, account_id, occurred_on, amount_minor, currency, household_minor, type,
      status, source, category_id, created_at, updated_at, deleted_at)
      values ($1, $2, $3, $4, -100, 'NZD', -100, 'expense', 'completed', 'manual', $5, now(), now(), now())`,
  };
  const reference = async (): Promise<unknown> =>
    // It goes to the trash at once, so that the sums stay right without it.
    await sql.query({ ...byHand, values: [home.id, newId(), corner.account, today, corner.category] });
  if (!isWarm) for (let round = 0; round < 200; round += 1) await add(inside, corner);
  isWarm = true;
  const one = await inTurns(watched, CALLS, { ours: async () => await add(inside, corner), reference });
  const path = `analytics/category-breakdown/?from=${monthOf(today)}&to=${monthOf(today)}`;
  const both = await inTurns(watched, CALLS, {
    ours: async () => {
      await add(inside, corner);
      await inside.get(path);
    },
  });
  const name = 'insert by hand';
  const cpu = (timing: typeof one.ours): [number, number] => [timing.serverCpu, timing.databaseCpu];
  return [
    {
      measure: 'add one',
      size,
      value: one.ours.p50,
      unit: 'ms',
      p99: one.ours.p99,
      cpu: cpu(one.ours),
      reference: { name, value: one.reference?.p50 ?? NaN },
      goal: most(2, 'ms'),
    },
    {
      measure: 'add one, p99',
      size,
      value: one.ours.p99,
      unit: 'ms',
      reference: { name: `${name} p99`, value: one.reference?.p99 ?? NaN },
      goal: most(10, 'ms'),
    },
    {
      measure: 'add, then the month again',
      size,
      value: both.ours.p50,
      unit: 'ms',
      p99: both.ours.p99,
      cpu: cpu(both.ours),
      goal: most(5, 'ms'),
    },
  ];
}

/** Adds from 32 connections at once: each to a household of its own, then all to one. */
export async function measureBurst(scene: Scene, corners: readonly Corner[], one: Corner): Promise<Line[]> {
  const spread = await burst(scene, (index) => corners[index % corners.length] as Corner);
  const same = await burst(scene, () => one);
  const hand = await handBurst(scene, corners);
  const reference = { name: 'insert by hand', value: hand };
  return [
    {
      measure: `adds at once, ${AT_ONCE} households`,
      size: 'small',
      value: spread.rate,
      unit: 'adds/s',
      p99: spread.p99,
      cpu: spread.cpu,
      reference,
      goal: least(1000, '/s'),
    },
    {
      measure: `adds at once, one household`,
      size: 'large',
      value: same.rate,
      unit: 'adds/s',
      p99: same.p99,
      cpu: same.cpu,
    },
  ];
}

async function add(inside: Client, corner: Corner): Promise<void> {
  await inside.post('transactions/', bodyOf(corner), { 'idempotency-key': newId() });
}

function bodyOf({ account, category }: Corner): unknown {
  return {
    id: newId(),
    account_id: account,
    amount: '4.50',
    type: 'expense',
    payee: 'Corner Coffee Central',
    category_id: category,
  };
}

async function burst(scene: Scene, cornerOf: (index: number) => Corner) {
  const { client, watched } = scene;
  const times: number[] = [];
  let next = 0;
  const before = [cpuMs(watched.server), cpuMs(watched.database)] as const;
  const began = performance.now();
  const lane = async (): Promise<void> => {
    for (let index = next++; index < BURST; index = next++) {
      const corner = cornerOf(index);
      const started = performance.now();
      await add(client.in(corner.home), corner);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const cpu = [
    (cpuMs(watched.server) - before[0]) / BURST,
    (cpuMs(watched.database) - before[1]) / BURST,
  ] as const;
  return { rate: BURST / seconds, p99: times[Math.floor(times.length * 0.99)] ?? NaN, cpu };
}

/** The same number of durable inserts from as many connections, without a server in between. */
async function handBurst(scene: Scene, corners: readonly Corner[]): Promise<number> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: scene.url, max: AT_ONCE });
  const on = addDays(scene.today, -1);
  let next = 0;
  const began = performance.now();
  const lane = async (): Promise<void> => {
    for (let index = next++; index < BURST; index = next++) {
      const { home, account, category } = corners[index % corners.length] as Corner;
      const values: (Id | string)[] = [home, newId(), account, on, category];
      await pool.query({
        name: 'bench-burst',
        text: `insert into transactions (household_id, id, account_id, occurred_on, amount_minor, currency, household_minor, type,
          status, source, category_id, created_at, updated_at, deleted_at)
          values ($1, $2, $3, $4, -100, 'NZD', -100, 'expense', 'completed', 'manual', $5, now(), now(), now())`,
        values,
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const rate = BURST / ((performance.now() - began) / 1000);
  await pool.end();
  return rate;
}
