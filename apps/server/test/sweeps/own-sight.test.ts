import { dayAt, monthOf } from '@kinwise/core/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/features.ts';
import { NOW_MS, makeWorld } from '../world.ts';
import type { Person, World } from '../world.ts';
import { goodRequest, send, titleOf } from './requests.ts';

/**
 * Teens and children see their own entries alone. What is made of entries (sums, counts, names, days) must be made of
 * those: no GET route may show them a trace of their parents' money, however it is cooked.
 */
const NARROW: readonly Person[] = ['aroha', 'kiri'];
/** Marks that stand in no other data: whom the parents pay, and what can only come from their amounts. */
const PAYEE = 'Zanzibar Traders';
const AMOUNTS = ['7331.77', '9119.53'];
/** The sum of the category that parents and teen share, and of the month. */
const SUMS = ['9124.03', '1792.26'];
const TRACES = [PAYEE, ...AMOUNTS, ...SUMS, '1787.76'];

const reads = routes.filter((route) => route.access === 'household' && route.method === 'GET');

let world: World;
let own: string;
const EARLIER = '2026-11-20';
const today = dayAt(NOW_MS, 'Pacific/Auckland');
beforeAll(async () => {
  world = await makeWorld();
  const mere = world.as('mere');
  const { body: account } = await mere.post('accounts/', {
    name: 'Of the parents',
    kind: 'checking',
    currency: 'NZD',
    opening_balance: '9000.00',
  });
  const { body: theirs } = await world.as('aroha').post('accounts/', {
    name: 'Of the teen',
    kind: 'checking',
    currency: 'NZD',
    opening_balance: '9000.00',
  });
  const tag = await mere.post('tags/', { name: 'Counted' });
  // A merchant is everybody's; what banks call it is known from entries.
  await mere.post('merchants/', { name: 'Island Shop', aliases: [PAYEE] });
  const made = await mere.post('categories/', { name: 'Sweets', kind: 'expense' });
  const category = String(made.body.id);
  const entry = async (person: Person, body: Record<string, unknown>) => {
    const answer = await world.as(person).post('transactions/', { occurred_on: today, ...body });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body as { id: string };
  };
  for (const amount of AMOUNTS) {
    await entry('mere', {
      account_id: account.id,
      amount: amount === AMOUNTS[0] ? amount : `-${amount}`,
      payee: PAYEE,
      tags: [tag.body.id],
      ...(amount === AMOUNTS[0] ? {} : { category_id: category }),
    });
  }
  // Before their parents' newest, so that its day would show.
  const spent = { account_id: theirs.id, amount: '-4.50', payee: 'Dairy', category_id: category };
  await entry('aroha', { ...spent, occurred_on: EARLIER });
  own = String(theirs.id);
});
afterAll(async () => {
  expect(await world.brokenInvariants()).toEqual([]);
  await world.close();
});

it('the marks are there for who may see them', async () => {
  const month = monthOf(today);
  const { body } = await world.as('mere').get(`analytics/category-breakdown/?from=${month}&to=${month}`);
  for (const amount of [AMOUNTS[0], SUMS[0]]) expect(JSON.stringify(body)).toContain(amount);
  expect(JSON.stringify((await world.as('mere').get('payees/')).body)).toContain(PAYEE);
});

describe.each(NARROW)('to %s, who sees only their own,', (person) => {
  it.each(reads.map((route) => [titleOf(route), route] as const))(
    '%s shows nothing else',
    async (_, route) => {
      const request = await goodRequest(route, { world, person: 'mere', household: world.household });
      const answer = await send(route, { world, person, household: world.household }, request);
      const text = JSON.stringify(answer.body);
      expect(TRACES.filter((trace) => text.includes(trace))).toEqual([]);
    },
  );

  it('counts are of their own entries', async () => {
    const counted: number[] = [];
    for (const path of ['categories/', 'tags/', 'payees/', 'merchants/', 'categories/usage/']) {
      const { body } = await world.as(person).get(path);
      counted.push(
        ...[...JSON.stringify(body).matchAll(/"(?:transactions_count|count)":(\d+)/g)].map((match) =>
          Number(match[1]),
        ),
      );
    }
    expect(Math.max(0, ...counted)).toBe(person === 'aroha' ? 1 : 0);
  });
});

describe('a teen', () => {
  it('gets sums of just what is their own', async () => {
    const teen = world.as('aroha');
    const { body } = await teen.get('analytics/dashboard/');
    expect(body.month).toMatchObject({ income: '0.00', expense: '-4.50', net: '-4.50' });
    expect(body.month.by_category).toHaveLength(1);
    expect(body.pay).toMatchObject({ income: '0.00', spent: '-4.50' });
    expect(body.cash_flow.at(-1)).toMatchObject({ income: '0.00', expense: '-4.50' });
    expect(body.needs_you).toEqual([]);
    const usage = await teen.get('categories/usage/');
    expect(usage.body.results).toMatchObject([{ count: 1, total: '-4.50', last_used_on: EARLIER }]);
    expect((await teen.get('payees/')).body.results).toMatchObject([
      { name: 'Dairy', transactions_count: 1 },
    ]);
    expect((await teen.get('accounts/')).body.results).toMatchObject([{ id: own }]);
  });

  it('gets the same sums as an admin from entries that are split', async () => {
    const { body: one } = await world.as('aroha').get('transactions/');
    const [entry] = one.results as { id: string; category_id: string }[];
    const changed = await world.as('aroha').patch(`transactions/${entry?.id ?? ''}/`, {
      splits: [
        { amount: '-1.50', category_id: entry?.category_id },
        { amount: '-3.00', category_id: null },
      ],
    });
    expect([changed.status, changed.body]).toEqual([200, expect.anything()]);
    const { body } = await world.as('aroha').get('analytics/category-breakdown/');
    expect(body.rows.map((row: { total: string }) => row.total).sort()).toEqual(['-1.50', '-3.00']);
  });
});
