/** Files that overlap, brought and undone in any order, end where those that remain would have ended alone. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';
import { commit, upload } from './books.ts';

/** What happened at the bank. Until `booked`, the number of a file, it is pending, and a day earlier. */
type Movement = { payee: string; minor: number; day: number; booked: number };
/** How often each movement stands in the file: a second one is an equal coffee. */
type File = readonly number[];
/** A file that is undone, and the file after which it is. */
type Undo = { file: number; after: number };

const PAYEES = ['Countdown', 'Zoo', 'Mitre Ten', 'Briscoes', 'Hotel Waikato', 'Pharmacy'];
const FILES = 4;

const movements = fc.tuple(
  ...PAYEES.map((payee, index) =>
    fc.record({
      payee: fc.constant(payee),
      // Far apart, so that none is taken for another with a tip.
      minor: fc.constant(700 * 2 ** index),
      day: fc.integer({ min: 2, max: 27 }),
      booked: fc.integer({ min: 0, max: FILES }),
    }),
  ),
);
const times = fc.oneof(
  { weight: 4, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(2) },
);
const files = fc.array(fc.array(times, { minLength: PAYEES.length, maxLength: PAYEES.length }), {
  minLength: 2,
  maxLength: FILES,
});
const undos = fc.uniqueArray(
  fc.record({ file: fc.nat({ max: FILES - 1 }), after: fc.nat({ max: FILES - 1 }) }),
  { selector: ({ file }) => file, minLength: 1, maxLength: FILES - 1 },
);

function table(number: number, file: File, of: readonly Movement[]): Uint8Array {
  const lines = of.flatMap(({ payee, minor, day, booked }, index) => {
    const waits = number < booked;
    const on = String(waits ? day - 1 : day).padStart(2, '0');
    const amount = `-${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
    const line = `${on}/03/2026,${payee},${amount},${waits ? 'Pending' : 'Booked'}`;
    // Of two that are pending it is not known which is booked later.
    const times = booked > 0 ? Math.min(1, file[index] ?? 0) : (file[index] ?? 0);
    return Array.from({ length: times }, () => line);
  });
  const rest = `28/03/2026,File ${'abcd'[number] ?? ''},-1.${String(number + 10)},Booked`;
  return new TextEncoder().encode(['Date,Payee,Amount,Status', ...lines, rest].join('\n'));
}

let world: World;
let mere: Caller;
beforeAll(async () => {
  world = await makeWorld();
  mere = world.as('mere');
});
afterAll(async () => {
  await world.close();
});

async function account(): Promise<string> {
  return (await mere.post('accounts/', { name: 'Everyday', kind: 'checking', allow_overdraft: true })).body
    .id;
}

async function bring(account_id: string, bytes: Uint8Array): Promise<string> {
  const { id } = (await upload(mere, { account_id, bytes })).body;
  await mere.patch(`imports/${id}/rows/`, { all: { state: 'possible_duplicate', include: true } });
  return await commit({ world, by: mere }, id);
}

async function books(account_id: string): Promise<{ balance: string; entries: string[] }> {
  const query = `transactions/?account_id=${account_id}&page_size=100`;
  const { results } = (await mere.get(query)).body;
  const entries = results.map(
    (one: { occurred_on: string; amount: string; status: string; payee: string }) =>
      `${one.occurred_on} ${one.amount} ${one.status} ${one.payee}`,
  );
  return { balance: (await mere.get(`accounts/${account_id}/`)).body.balance, entries: entries.sort() };
}

it('what remains after some files were undone is what those that remain bring', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(movements, files, undos, async (of, all, undone) => {
      const lived = await account();
      const standing = new Map<number, string>();
      const isDue = ({ file, after }: Undo, number: number): boolean =>
        Math.min(Math.max(file, after), all.length - 1) === number;
      for (const [number, file] of all.entries()) {
        standing.set(number, await bring(lived, table(number, file, of)));
        for (const { file: old } of undone.filter((one) => isDue(one, number))) {
          const id = standing.get(old);
          if (id === undefined) continue;
          expect((await mere.post(`imports/${id}/undo/`)).body.status).toBe('undone');
          standing.delete(old);
        }
      }
      const fresh = await account();
      for (const number of [...standing.keys()].sort((a, b) => a - b))
        await bring(fresh, table(number, all[number] ?? [], of));
      expect(await books(lived)).toEqual(await books(fresh));
      for (const id of standing.values()) await mere.post(`imports/${id}/undo/`);
      expect(await books(lived)).toEqual({ balance: '0.00', entries: [] });
    }),
    { numRuns: 25 },
  );
  expect(await world.brokenInvariants()).toEqual([]);
});
