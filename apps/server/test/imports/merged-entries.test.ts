/** Entries of several imports that somebody merged by hand, and imports of them that are undone. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyTrash } from '../../src/ledger/transactions/transactions.ts';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';
import { commit, csv, upload } from './books.ts';
import type { Line } from './books.ts';

const DAY_MS = 86_400_000;

describe('an entry that was merged into one of another import', () => {
  let world: World;
  let mere: Caller;
  let account: string;

  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    account = await addAccount();
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const addAccount = async (): Promise<string> =>
    (await mere.post('accounts/', { name: 'Everyday', kind: 'checking', allow_overdraft: true })).body.id;
  const bring = async (lines: readonly Line[], account_id = account): Promise<string> => {
    const { id } = (await upload(mere, { account_id, bytes: csv(lines) })).body;
    await mere.patch(`imports/${id}/rows/`, { all: { state: 'possible_duplicate', include: true } });
    return await commit({ world, by: mere }, id);
  };
  const entryOf = async (file: string, amount?: string): Promise<string> => {
    const { results } = (await mere.get(`transactions/?import_id=${file}&page_size=100`)).body;
    return results.find((one: { amount: string }) => !amount || one.amount === amount).id;
  };
  const merge = async (keep_id: string, drop_id: string): Promise<void> => {
    expect((await mere.post('transactions/merge/', { keep_id, drop_id })).status).toBe(200);
  };
  const undo = async (file: string): Promise<void> => {
    expect((await mere.post(`imports/${file}/undo/`)).body.status).toBe('undone');
  };
  const books = async (account_id = account): Promise<string[]> => {
    const query = `transactions/?account_id=${account_id}&page_size=100`;
    const { results } = (await mere.get(query)).body;
    return results.map((one: { payee: string; amount: string }) => `${one.payee} ${one.amount}`).sort();
  };

  const emptyOldTrash = async (): Promise<void> => {
    world.clock.advance(32 * DAY_MS);
    const at = {
      household: world.household,
      actor: { kind: 'system' },
      origin: { requestId: 'test' },
    } as const;
    await world.program.opener.inHousehold(at, emptyTrash);
  };

  it('comes back when the import of the one that was kept is undone', async () => {
    const first = await bring([['05/01/2026', 'Cafe', '-4.50']]);
    const second = await bring([['19/01/2026', 'Coffee Ltd', '-4.50']]);
    const dropped = await entryOf(second);
    await merge(await entryOf(first), dropped);
    expect(await books()).toEqual(['Cafe -4.50']);
    await undo(first);
    expect(await books()).toEqual(['Coffee Ltd -4.50']);
    expect((await mere.get(`accounts/${account}/`)).body.balance).toBe('-4.50');
    const told = await world.sql('select from changes where event = $1 and $2 = any(ids)', [
      'transaction.restored',
      dropped,
    ]);
    expect(told).toHaveLength(1);
    await undo(second);
    expect(await books()).toEqual([]);
  });

  it('comes back also after the trash was emptied in between', async () => {
    const first = await bring([['05/01/2026', 'Cafe', '-4.50']]);
    const second = await bring([['19/01/2026', 'Coffee Ltd', '-4.50']]);
    await merge(await entryOf(first), await entryOf(second));
    await emptyOldTrash();
    await undo(first);
    expect(await books()).toEqual(['Coffee Ltd -4.50']);
  });

  it('is there still, by way of another that was merged in turn', async () => {
    const lines: Line[] = [['19/01/2026', 'Coffee Ltd', '-4.50']];
    const first = await bring([['05/01/2026', 'Cafe', '-4.50']]);
    const second = await bring([['12/01/2026', 'Espresso', '-4.50']]);
    const third = await bring(lines);
    const [kept, between, dropped] = [await entryOf(first), await entryOf(second), await entryOf(third)];
    await merge(between, dropped);
    await merge(kept, between);
    await emptyOldTrash();
    const { counts } = (await upload(mere, { account_id: account, bytes: csv(lines) })).body;
    expect(counts).toMatchObject({ new: 0, duplicate: 1 });
    await undo(second);
    await undo(first);
    expect(await books()).toEqual(['Coffee Ltd -4.50']);
  });

  it('does not come in again with a file that has it too', async () => {
    const first = await bring([['05/01/2026', 'Cafe', '-4.50']]);
    const lines: Line[] = [['19/01/2026', 'Coffee Ltd', '-4.50']];
    const second = await bring(lines);
    const [kept, dropped] = [await entryOf(first), await entryOf(second)];
    await mere.patch(`transactions/${dropped}/`, { payee: 'Our cafe' });
    await merge(kept, dropped);
    const again = (
      await upload(mere, { account_id: account, bytes: csv([...lines, ['20/01/2026', 'Tea', '-3']]) })
    ).body;
    const rows = (await mere.get(`imports/${again.id}/rows/`)).body.results;
    expect(rows.map((one: { state: string; matches_id: string }) => [one.state, one.matches_id])).toEqual([
      ['duplicate', dropped],
      ['new', null],
    ]);
    await commit({ world, by: mere }, again.id);
    expect(await books()).toEqual(['Cafe -4.50', 'Tea -3.00']);
    await mere.delete(`transactions/${kept}/`);
    expect((await upload(mere, { account_id: account, bytes: csv(lines) })).body.counts).toMatchObject({
      new: 1,
    });
  });

  it('stays in the trash where the one that was kept is there too', async () => {
    const first = await bring([['05/01/2026', 'Cafe', '-4.50']]);
    const second = await bring([['19/01/2026', 'Coffee Ltd', '-4.50']]);
    const kept = await entryOf(first);
    await merge(kept, await entryOf(second));
    await mere.delete(`transactions/${kept}/`);
    await undo(first);
    expect(await books()).toEqual([]);
  });

  it('is one of its own again once somebody has taken it back', async () => {
    const first = await bring([['05/01/2026', 'Cafe', '-4.50']]);
    const second = await bring([['19/01/2026', 'Coffee Ltd', '-4.50']]);
    const dropped = await entryOf(second);
    await merge(await entryOf(first), dropped);
    await mere.post(`transactions/${dropped}/restore/`);
    await mere.delete(`transactions/${dropped}/`);
    await undo(first);
    expect(await books()).toEqual([]);
  });

  it('comes back, or hands on what had been merged into it, in whichever order imports are undone', {
    timeout: 240_000,
  }, async () => {
    const FILES = 4;
    const file = fc.nat({ max: FILES - 1 });
    const merges = fc.record({
      kind: fc.constant('merge' as const),
      keep: file,
      drop: fc.integer({ min: 1, max: FILES - 1 }),
    });
    const undos = fc.record({ kind: fc.constant('undo' as const), file });
    const steps = fc
      .tuple(
        fc.array(merges, { minLength: 1, maxLength: 4 }),
        fc.array(fc.oneof(merges, undos), { minLength: 2, maxLength: 5 }),
      )
      .map(([before, then]) => [...before, ...then]);
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const home = await addAccount();
        const [files, entries]: [string[], string[]] = [[], []];
        for (let index = 0; index < FILES; index += 1) {
          const id = await bring(
            [[`0${index + 1}/0${index + 1}/2026`, `Shop ${'ABCD'[index]}`, '-7.00']],
            home,
          );
          files.push(id);
          entries.push(await entryOf(id));
        }
        /** Where each entry is by now: in the books, merged into that of another file, or gone with its own. */
        const places: ('books' | 'gone' | number)[] = files.map(() => 'books');
        for (const step of all) {
          if (step.kind === 'merge') {
            const { keep } = step;
            const drop = (keep + step.drop) % FILES;
            if (places[keep] !== 'books' || places[drop] !== 'books') continue;
            await merge(entries[keep] ?? '', entries[drop] ?? '');
            places[drop] = keep;
          } else {
            if (places[step.file] === 'gone') continue;
            await undo(files[step.file] ?? '');
            const own = places[step.file] ?? 'gone';
            const merged = places.flatMap((place, index) => (place === step.file ? [index] : []));
            // Of several that were merged into one, the earliest takes its place.
            const [heir] = own === 'books' ? merged : [];
            for (const index of merged) places[index] = index === heir ? 'books' : (heir ?? own);
            places[step.file] = 'gone';
          }
        }
        const left = places.flatMap((place, index) =>
          place === 'books' ? [`Shop ${'ABCD'[index]} -7.00`] : [],
        );
        expect(await books(home)).toEqual(left);
      }),
      { numRuns: 20 },
    );
  });
});
