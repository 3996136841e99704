/** A file is judged statement by statement and piece by piece; what the ledger has is met once by all of it together. */
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeEntries, lockEntries } from '../../src/ledger/entries/entries.ts';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';
import { upload } from './books.ts';

/** A day of June 2026, what went out as the bank writes it, and to whom. */
type Line = [day: number, amount: string, payee: string];

/** A bank's file with a statement for each group of lines, all of one account. */
function statements(...groups: readonly Line[][]): Uint8Array {
  const texts = groups.map((lines, index) => {
    const rows = lines.map(([day, amount, payee]) => {
      const on = `06${String(day).padStart(2, '0')}`;
      return `:61:26${on}${on}D${amount}NMSC\n:86:${payee}\n`;
    });
    return `:20:A\n:25:1100888\n:28C:${index + 1}\n:60F:C260601NZD100,00\n${rows.join('')}:62F:C260630NZD90,00\n-\n`;
  });
  return new TextEncoder().encode(texts.join(''));
}

/** An archive with a file of one statement for each group of lines. */
function archive(...groups: readonly Line[][]): Uint8Array {
  return zipSync(Object.fromEntries(groups.map((lines, index) => [`${index + 1}.sta`, statements(lines)])));
}

/** A row with the number that the bank gave it. */
type Numbered = [...line: Line, id: string];

/** The same with numbers, for a bank that says them. */
function numbered(...groups: readonly Numbered[][]): Uint8Array {
  const texts = groups.map((rows) => {
    const lines = rows.map(
      ([day, amount, payee, id]) =>
        `<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>202606${String(day).padStart(2, '0')}<TRNAMT>-${amount}<FITID>${id}<NAME>${payee}</STMTTRN>`,
    );
    return `<STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>1100888<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>${lines.join('')}</BANKTRANLIST></STMTRS></STMTTRNRS>`;
  });
  const file = `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1>${texts.join('')}</BANKMSGSRSV1></OFX>`;
  return new TextEncoder().encode(file);
}

const java = (day: number, id: string): Numbered => [day, '4.50', 'Java', id];

describe('what the ledger has', () => {
  let world: World;
  let mere: Caller;
  let everyday: string;
  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    everyday = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const add = async (entry: object): Promise<void> => {
    expect((await mere.post('transactions/', entry)).status).toBe(201);
  };
  /**
   * Brings the file in as it is proposed; answers what was said of its rows, in order. `instead`: what is said of
   * each of them, as an older program may have left it.
   */
  const bring = async (bytes: Uint8Array, instead?: string): Promise<string[]> => {
    const first = (await upload(mere, { account_id: everyday, bytes })).body;
    const all = first.statements.map((_one: unknown, index: number) => ({ index, account_id: everyday }));
    expect((await mere.patch(`imports/${first.id}/`, { statements: all })).status).toBe(200);
    if (instead !== undefined)
      await world.sql(
        `update import_rows r set state = $2, is_included = true,
           matches_id = (select m.matches_id from import_rows m where m.import_id = $1 and m.matches_id is not null)
         where r.import_id = $1`,
        [first.id, instead],
      );
    const { results } = (await mere.get(`imports/${first.id}/rows/`)).body;
    expect((await mere.post(`imports/${first.id}/commit/`, {})).body.status).toBe('committed');
    return results.map((row: { state: string }) => row.state);
  };
  const ledger = async () =>
    await world.sql<{ type: string; status: string; amount: string }>(
      `select type, status, amount_minor::text as amount from transactions
       where account_id = $1 and deleted_at is null order by occurred_on, id`,
      [everyday],
    );

  it.each([undefined, 'transfer'])(
    'is the other side of one row, though two statements hold one that would fit (%s)',
    async (instead) => {
      const savings = (await mere.post('accounts/', { name: 'Savings', kind: 'savings' })).body.id;
      await add({ account_id: savings, amount: '6.73', occurred_on: '2026-06-10', payee: 'Interest' });
      const states = await bring(statements([[9, '6,73', 'Bakery']], [[11, '6,73', 'Coffee']]), instead);
      expect(states).toEqual(['transfer', instead ?? 'new']);
      expect(await ledger()).toMatchObject([{ type: 'transfer' }, { type: 'expense' }]);
    },
  );

  it.each([undefined, 'replaces_pending'])(
    'when it waits is booked by one row, and the next is an entry of its own (%s)',
    async (instead) => {
      await add({
        account_id: everyday,
        amount: '-100.00',
        occurred_on: '2026-06-06',
        payee: 'Hotel Y',
        status: 'pending',
      });
      const states = await bring(statements([[7, '100,00', 'Hotel Y']], [[8, '100,00', 'Hotel Y']]), instead);
      expect(states).toEqual(['replaces_pending', instead ?? 'new']);
      const booked = { type: 'expense', status: 'completed', amount: '-10000' };
      expect(await ledger()).toEqual([booked, booked]);
    },
  );

  it('is not changed twice at once, since its sums would move twice', async () => {
    await add({ account_id: everyday, amount: '6.73', occurred_on: '2026-06-10', payee: 'Interest' });
    const at = {
      household: world.household,
      actor: { kind: 'user' as const, userId: world.ids.mere },
      origin: { requestId: 'test' },
    };
    const twice = world.program.opener.inHousehold(at, async (ctx) => {
      const ids = (await world.sql<{ id: string }>('select id from transactions')).map(({ id }) => id);
      const [before] = await lockEntries(ctx, ids);
      const changes = before
        ? [1, 2].map(() => ({ before, after: { ...before.row, category_id: null } }))
        : [];
      expect(changes).toHaveLength(2);
      await changeEntries(ctx, changes);
    });
    await expect(twice).rejects.toThrow('changed twice');
  });

  it('is brought once by one file that was looked at twice and is kept twice at the same moment', async () => {
    const look = async (): Promise<string> =>
      (await upload(mere, { account_id: everyday, bytes: statements([[9, '4,50', 'Java']]) })).body.id;
    const ids = [await look(), await look()];
    const kept = await Promise.all(ids.map(async (id) => await mere.post(`imports/${id}/commit/`)));
    expect(kept.map(({ body }) => body.status)).toEqual(['committed', 'committed']);
    expect(await ledger()).toHaveLength(1);
  });

  it('may be repeated by each file of an archive; what one of them has more of is offered, not dropped', async () => {
    const coffee: Line = [9, '4,50', 'Java'];
    await bring(statements([coffee]));
    expect(await bring(statements([coffee], [coffee]))).toEqual(['duplicate', 'possible_duplicate']);
    const states = await bring(archive([coffee], [coffee, coffee]));
    expect(states).toEqual(['duplicate', 'duplicate', 'possible_duplicate']);
  });

  it('comes in once where two files of an archive overlap, without any ids, and twice where one file has it twice', async () => {
    const [coffee, bread, fish]: [Line, Line, Line] = [
      [9, '4,50', 'Java'],
      [8, '6,00', 'Bakery'],
      [10, '20,00', 'Fishmonger'],
    ];
    const states = await bring(archive([bread, coffee, coffee], [coffee, coffee, fish]));
    expect(states).toEqual(['new', 'new', 'new', 'duplicate', 'duplicate', 'new']);
    expect(await ledger()).toHaveLength(4);
    const { results } = (await mere.get('imports/')).body;
    const rows = (await mere.get(`imports/${results[0].id}/rows/?state=duplicate`)).body.results;
    expect(rows[0].reason).toBe('An earlier file of this archive has this row too.');
  });

  it('is not kept from a statement by one that is skipped, or that goes elsewhere', async () => {
    const savings = (await mere.post('accounts/', { name: 'Savings', kind: 'savings' })).body.id;
    const bytes = archive([[9, '4,50', 'Java']], [[9, '4,50', 'Java']]);
    const { id } = (await upload(mere, { account_id: everyday, name: 'june.zip', bytes })).body;
    const put = async (first: object) =>
      (
        await mere.patch(`imports/${id}/`, {
          statements: [
            { index: 0, ...first },
            { index: 1, account_id: everyday },
          ],
        })
      ).body.statements.map((one: { counts: object }) => one.counts);
    expect((await put({ account_id: everyday }))[1]).toMatchObject({ duplicate: 1, included: 0 });
    expect((await put({ skip: true }))[1]).toMatchObject({ new: 1, included: 1 });
    expect((await put({ skip: false, account_id: savings }))[1]).toMatchObject({ new: 1, included: 1 });
  });

  it('comes in once where two statements of one file overlap, by the ids that the bank gave', async () => {
    const file = numbered([java(8, 'a1'), java(9, 'b2')], [java(9, 'b2'), java(9, 'c3')]);
    const states = await bring(file);
    expect(states).toEqual(['new', 'new', 'duplicate', 'new']);
    expect(await ledger()).toHaveLength(3);
  });

  it('bears a number once, though a bank gives it to a row of each of two statements', async () => {
    const numbers = async () =>
      (
        await world.sql<{ bank_id: string | null }>('select bank_id from transactions order by occurred_on')
      ).map((row) => row.bank_id);
    expect(await bring(numbered([[7, '3.00', 'Kiosk', '7']], [[8, '4.00', 'Bakery', '7']]))).toEqual([
      'new',
      'new',
    ]);
    expect(await numbers()).toEqual(['7', null]);
    for (const [amount, payee] of [
      ['-100.00', 'Hotel Y'],
      ['-60.00', 'Inn Z'],
    ])
      await add({ account_id: everyday, amount, occurred_on: '2026-06-20', payee, status: 'pending' });
    const booked = numbered([[21, '100.00', 'Hotel Y', '9']], [[22, '60.00', 'Inn Z', '9']]);
    expect(await bring(booked)).toEqual(['replaces_pending', 'replaces_pending']);
    expect(await numbers()).toEqual(['7', null, '9', null]);
  });
});
