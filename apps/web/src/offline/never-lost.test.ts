import { newId } from '@kinwise/core/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LocalCopy, rowsOf } from './database.ts';
import { drain } from './drain.ts';
import { type Folded, foldRows } from './fold.ts';
import { blockedOperations, keepMine, keepTheirs } from './conflicts.ts';
import { enqueue, waitingCount } from './outbox.ts';
import { pull } from './pull.ts';
import { freshCopy, HOUSEHOLD, NOW, type ToyServer, toyServer, wireTransaction } from './testing.ts';

/**
 * Random lives of a phone: people add, edit and delete, the line loses requests and answers, others change rows, cursors
 * are forgotten, conflicts are resolved either way. Whatever happens, the screen always shows what the person wanted
 * last, and in the end the server has each wish exactly once.
 */
type Step =
  | { readonly do: 'create' | 'edit' | 'delete' | 'others-edit'; readonly row: number }
  | { readonly do: 'drain'; readonly fail: ToyServer['fail'] }
  | { readonly do: 'pull' | 'forget' | 'keep-mine' | 'keep-theirs' };

const row = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: row.map((at): Step => ({ do: 'create', row: at })) },
  { weight: 4, arbitrary: row.map((at): Step => ({ do: 'edit', row: at })) },
  { weight: 1, arbitrary: row.map((at): Step => ({ do: 'delete', row: at })) },
  { weight: 2, arbitrary: row.map((at): Step => ({ do: 'others-edit', row: at })) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom<ToyServer['fail']>('nothing', 'request-lost', 'answer-lost', 'unavailable', 'busy')
      .map((fail): Step => ({ do: 'drain', fail })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<Step['do']>('pull', 'forget', 'keep-mine', 'keep-theirs')
      .map((name) => ({ do: name }) as Step),
  },
);

/** What the person wants of each row they made: the last words they wrote, or that it be gone. */
type Wishes = Map<string, { mine: string; gone: boolean }>;

class Life {
  readonly copy: LocalCopy = freshCopy();
  readonly server: ToyServer = toyServer();
  readonly wishes: Wishes = new Map();
  readonly ids: string[] = [];
  words = 0;

  async play(step: Step): Promise<void> {
    switch (step.do) {
      case 'create':
        return this.create();
      case 'edit':
        return this.edit(this.live(step.row));
      case 'delete':
        return this.remove(this.live(step.row));
      case 'others-edit': {
        const id = this.ids[step.row];
        if (id && this.server.rows.has(id)) this.server.change(id, { theirs: `words ${++this.words}` });
        return;
      }
      case 'drain':
        this.server.fail = step.fail;
        await drain(this.copy, this.server.transport);
        this.server.fail = 'nothing';
        return;
      case 'pull':
        await pull(this.copy, HOUSEHOLD, this.server.transport);
        return;
      case 'forget':
        return this.server.forget();
      default:
        return this.resolve(step.do);
    }
  }

  async create(): Promise<void> {
    const id = newId();
    const mine = `words ${++this.words}`;
    this.ids.push(id);
    this.wishes.set(id, { mine, gone: false });
    await this.want('create', id, wireTransaction({ id, mine }));
  }

  async edit(id: string | undefined): Promise<void> {
    const wish = id && this.wishes.get(id);
    if (!id || !wish) return;
    wish.mine = `words ${++this.words}`;
    await this.want('update', id, { mine: wish.mine });
  }

  async remove(id: string | undefined): Promise<void> {
    const wish = id && this.wishes.get(id);
    if (!id || !wish) return;
    wish.gone = true;
    await this.want('delete', id, {});
  }

  async resolve(how: 'keep-mine' | 'keep-theirs'): Promise<void> {
    const [blocked] = await blockedOperations(this.copy);
    if (!blocked) return;
    if (how === 'keep-mine') return keepMine(this.copy, blocked);
    const known = blocked.theirs ?? (await rowsOf(this.copy, 'transaction').get(blocked.entityId))?.row;
    await keepTheirs(this.copy, blocked);
    // From here on the person wants what the others have.
    this.wishes.set(blocked.entityId, { mine: String(known?.['mine']), gone: known === undefined });
  }

  want(kind: 'create' | 'update' | 'delete', entityId: string, body: Record<string, unknown>): Promise<void> {
    return enqueue(this.copy, { kind, entity: 'transaction', entityId, household: HOUSEHOLD, body }, NOW);
  }

  /** A row that the person can still see. */
  live(at: number): string | undefined {
    const id = this.ids[at];
    return id !== undefined && this.wishes.get(id)?.gone === false ? id : undefined;
  }

  async screen(): Promise<Map<string, Folded>> {
    const rows = await rowsOf(this.copy, 'transaction').toArray();
    const operations = await this.copy.outbox.orderBy('seq').toArray();
    return new Map(foldRows('transaction', rows, operations).map((shown) => [shown.id, shown]));
  }

  async expectWishesOnScreen(): Promise<void> {
    const screen = await this.screen();
    for (const [id, wish] of this.wishes) {
      if (wish.gone) expect(screen.has(id)).toBe(false);
      else expect(screen.get(id)?.row['mine']).toBe(wish.mine);
    }
  }

  /** The line is good from now on; every conflict is resolved with "keep mine". */
  async settle(): Promise<void> {
    for (let round = 0; round < 50 && (await waitingCount(this.copy)) > 0; round += 1) {
      await drain(this.copy, this.server.transport);
      await pull(this.copy, HOUSEHOLD, this.server.transport);
      await this.resolve('keep-mine');
    }
    await pull(this.copy, HOUSEHOLD, this.server.transport);
  }
}

test('Whatever the line does, no wish is lost and none happens twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const life = new Life();
      try {
        for (const one of steps) {
          await life.play(one);
          if (one.do !== 'forget') await life.expectWishesOnScreen();
        }
        await life.settle();
        expect(await waitingCount(life.copy)).toBe(0);
        for (const [id, wish] of life.wishes) {
          if (wish.gone) expect(life.server.rows.has(id)).toBe(false);
          else expect(life.server.rows.get(id)).toMatchObject({ mine: wish.mine });
        }
        expect([...life.server.effects.values()].every((times) => times === 1)).toBe(true);
        const creations = life.server.requests
          .filter((request) => request.method === 'POST')
          .map((request) => request.body?.['id']);
        for (const id of life.server.rows.keys()) expect(creations).toContain(id);
        const screen = await life.screen();
        expect(new Map([...screen].map(([id, shown]) => [id, shown.row]))).toEqual(life.server.rows);
      } finally {
        await life.copy.delete();
      }
    }),
    { numRuns: 80 },
  );
}, 60_000);
