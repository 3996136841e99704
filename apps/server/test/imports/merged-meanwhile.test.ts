/** Categories and tags that go while a large file is read or committed. */
import type { Id } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commit } from '../../src/intake/commits/commits.ts';
import { read } from '../../src/intake/readings/readings.ts';
import type { InPieces } from '../../src/intake/readings/readings.ts';
import { followCategory } from '../../src/intake/previews/previews.ts';
import { followMove } from '../../src/ledger/category-moves/category-moves.ts';
import type { HouseholdContext } from '../../src/platform/context.ts';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';

const ROWS = 5_000;
/** Too large to be read while somebody waits. */
const READ_APART = 8_500;
const ORIGIN = { requestId: 'test' };

function table(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_unused, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(index / 28) % 12) + 1).padStart(2, '0');
    return `${day}/${month}/${2000 + Math.floor(index / 336)},-${(index % 97) + 1}.50,Shop ${index % 300} with a name of some length,Reference ${index}`;
  });
  return new TextEncoder().encode(['Date,Amount,Payee,Reference', ...lines].join('\n'));
}

describe('what goes while a large file', () => {
  let world: World;
  let mere: Caller;
  let from: string;
  let into: string;
  let tag: string;
  let account: string;

  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    account = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
    from = await category('Shops');
    into = await category('Shopping');
    tag = (await mere.post('tags/', { name: 'All', colour: '' })).body.id;
    await mere.post('rules/', {
      name: 'Shops',
      match: 'all',
      conditions: [{ field: 'payee', op: 'contains', value: 'Shop' }],
      actions: [
        { kind: 'set_category', value: from },
        { kind: 'add_tag', value: tag },
      ],
    });
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const category = async (name: string): Promise<string> =>
    (await mere.post('categories/', { name, kind: 'expense' })).body.id;
  const upload = async (rows: number): Promise<string> => {
    const sent = { name: 'large.csv', bytes: table(rows) };
    return (await mere.upload('imports/', sent, { account_id: account })).body.id;
  };
  const begunCommit = async (): Promise<string> => {
    const file = await upload(ROWS);
    expect(await rowsBy()).toEqual({ Shops: ROWS });
    expect((await mere.post(`imports/${file}/commit/`)).status).toBe(202);
    return file;
  };
  const asMere = async <T>(work: (ctx: HouseholdContext) => Promise<T>): Promise<T> =>
    await world.program.opener.inHousehold(
      { household: world.household, actor: { kind: 'user', userId: world.ids.mere }, origin: ORIGIN },
      work,
    );
  const asSystem = async <T>(work: (ctx: HouseholdContext) => Promise<T>): Promise<T> =>
    await world.program.opener.inHousehold(
      { household: world.household, actor: { kind: 'system' }, origin: ORIGIN },
      work,
    );
  /** What follows a merge in the worker, before the import goes on. */
  const follow = async (gone: Id, heir: Id | null): Promise<void> => {
    await asSystem(async (ctx) => {
      await followCategory(ctx, gone);
      await followMove(ctx, gone, heir);
    });
  };
  /** Pieces of work, after as many of which something else happens. */
  const interrupted = (after: number, happens: () => Promise<void>): InPieces => {
    let pieces = 0;
    return async (work) => {
      const result = await asMere(work);
      pieces += 1;
      if (pieces === after) await happens();
      return result;
    };
  };
  const merge = async (gone = from, heir = into): Promise<void> => {
    expect((await mere.post(`categories/${gone}/merge/`, { into_id: heir })).status).toBe(200);
    await follow(gone, heir);
  };
  const rowsBy = async (): Promise<Record<string, number>> => await byCategory('import_rows');
  const entriesBy = async (): Promise<Record<string, number>> => await byCategory('transactions');
  const byCategory = async (of: string): Promise<Record<string, number>> => {
    const rows = await world.sql<{ name: string; count: number }>(
      `select coalesce(c.name, 'none') as name, count(*)::int as count
       from ${of} t left join categories c on c.id = t.category_id group by 1 order by 1`,
    );
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  };

  it.each([2, 4, 6])(
    'is read is followed by the rows that are judged after it, after %i pieces',
    async (after) => {
      const file = await upload(READ_APART);
      expect(await rowsBy()).toEqual({});
      await read(interrupted(after, merge), file);
      expect(await rowsBy()).toEqual({ Shopping: READ_APART });
      const named = await world.sql('select from import_rows where strpos(content::text, $1) > 0', [from]);
      expect(named).toHaveLength(0);
      await world.runJobs();
      expect(await rowsBy()).toEqual({ Shopping: READ_APART });
    },
  );

  it('is committed is followed by the entries that are written after it, and on from there', async () => {
    const file = await begunCommit();
    const last = await category('Buying');
    const twice = async (): Promise<void> => {
      await merge();
      await merge(into, last);
    };
    await commit(interrupted(3, twice), file);
    expect(await entriesBy()).toEqual({ Buying: ROWS });
    await world.runJobs();
    expect(await entriesBy()).toEqual({ Buying: ROWS });
  });

  it('is committed without an heir is in no entry that is written after it', async () => {
    const file = await begunCommit();
    const remove = async (): Promise<void> => {
      expect((await mere.delete(`categories/${from}/`)).status).toBe(204);
      expect((await mere.delete(`tags/${tag}/`)).status).toBe(204);
      await follow(from, null);
    };
    await commit(interrupted(3, remove), file);
    const { none = 0, Shops = 0 } = await entriesBy();
    expect(none).toBeGreaterThan(0);
    expect(none + Shops).toBe(ROWS);
    const tagged = await world.sql('select from transaction_tags where tag_id = $1', [tag]);
    expect(tagged).toHaveLength(Shops);
  });

  it('is committed waits until the piece that is being written is there', async () => {
    const file = await begunCommit();
    let merging: Promise<void> | undefined;
    const pieces: InPieces = async (work) =>
      await asMere(async (ctx) => {
        const result = await work(ctx);
        const [written] = await ctx.db.text('select 1 from transactions limit 1');
        if (merging || !written) return result;
        merging = merge();
        // Where nothing holds it up, it is over before the piece is kept.
        await Promise.race([merging, isHeldUp()]);
        return result;
      });
    await commit(pieces, file);
    await merging;
    expect(await entriesBy()).toEqual({ Shopping: ROWS });
  });

  const isHeldUp = async (): Promise<void> => {
    const waiting =
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await world.sql(waiting)).length === 0) await new Promise((go) => setImmediate(go));
  };
});
