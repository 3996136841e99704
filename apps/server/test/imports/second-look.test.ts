/** What happened between a file and the next, or between looking at one and keeping it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Answer, Caller, World } from '../world.ts';
import { BOOKED, CAFE, SHOP, WAITING, commit, csv, upload } from './books.ts';
import type { Line } from './books.ts';

describe('a file that is looked at', () => {
  let world: World;
  let mere: Caller;
  let account: string;

  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    account = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const look = async (lines: readonly Line[]): Promise<Answer['body']> =>
    (await upload(mere, { account_id: account, bytes: csv(lines) })).body;
  const bring = async (lines: readonly Line[]): Promise<string> =>
    await commit({ world, by: mere }, (await look(lines)).id);
  const states = async (id: string): Promise<string[]> =>
    (await mere.get(`imports/${id}/rows/`)).body.results.map((row: { state: string }) => row.state);
  const entry = async (q: string): Promise<Answer['body']> =>
    (await mere.get(`transactions/?q=${q}`)).body.results[0];

  it.each([
    ['day', { occurred_on: '2026-01-03' }],
    ['year', { occurred_on: '2025-01-05' }],
    ['amount', { amount: '-5.40' }],
    ['day and name', { occurred_on: '2026-01-03', payee: 'Lunch' }],
  ])('again adds nothing, though the %s of an entry was corrected meanwhile', async (_what, change) => {
    await bring([CAFE, SHOP]);
    await mere.patch(`transactions/${(await entry('cafe')).id}/`, change);
    const again = await look([CAFE, SHOP]);
    expect(await states(again.id)).toEqual(['duplicate', 'duplicate']);
  });

  it('again adds no pending entry that another file has booked on another day', async () => {
    await bring([CAFE, WAITING]);
    await bring([BOOKED, SHOP]);
    const again = await look([CAFE, WAITING]);
    expect(await states(again.id)).toEqual(['duplicate', 'duplicate']);
  });

  it('tells a second coffee from one whose day was corrected', async () => {
    await bring([CAFE]);
    await mere.patch(`transactions/${(await entry('cafe')).id}/`, { occurred_on: '2026-01-03' });
    const more = await look([CAFE, CAFE]);
    expect(await states(more.id)).toEqual(['duplicate', 'new']);
  });

  it.each([
    ['as it is by now', ['03/01/2026', 'Cafe', '-4.50'], [true, false]],
    ['as a file told it', ['03/01/2026', 'Cafe Bar', '-4.50'], [false, true]],
  ] as const)('meets a corrected entry once, %s', async (_how, [day, payee, amount], [other, first]) => {
    await bring([CAFE]);
    await mere.patch(`transactions/${(await entry('cafe')).id}/`, { occurred_on: '2026-01-03' });
    const more = await look([[day, payee, amount], CAFE]);
    const state = (isMet: boolean): string => (isMet ? 'duplicate' : 'new');
    expect(await states(more.id)).toEqual([state(other), state(first)]);
  });

  it('keeps the booked form of a pending entry apart from another row on the day it was pending', async () => {
    await bring([CAFE, WAITING]);
    await bring([BOOKED]);
    const other: Line = ['06/01/2026', 'Hotel Y', '-100.00'];
    const more = await look([BOOKED, other]);
    expect(await states(more.id)).toEqual(['duplicate', 'new']);
  });

  it('books a pending entry though its number is that of another entry, which keeps it', async () => {
    const ofx = (...rows: [day: string, amount: string, id: string, name: string][]): Uint8Array => {
      const lines = rows.map(
        ([day, amount, id, name]) =>
          `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>2026${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`,
      );
      const list = `<BANKTRANLIST>${lines.join('')}</BANKTRANLIST>`;
      return new TextEncoder().encode(
        `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>1<ACCTTYPE>CHECKING</BANKACCTFROM>${list}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
      );
    };
    const file = async (bytes: Uint8Array): Promise<string> =>
      (await upload(mere, { account_id: account, name: 'a.ofx', bytes })).body.id;
    const first = ofx(['0105', '-3.00', '1', 'Kiosk'], ['0106', '-4.00', '2', 'Bakery']);
    await commit({ world, by: mere }, await file(first));
    const waiting = { occurred_on: '2026-02-06', amount: '-100.00', payee: 'Hotel Y', status: 'pending' };
    await mere.post('transactions/', { account_id: account, ...waiting });
    const next = await file(ofx(['0207', '-100.00', '1', 'Hotel Y'], ['0208', '-9.00', '3', 'Books']));
    expect(await states(next)).toEqual(['replaces_pending', 'new']);
    await commit({ world, by: mere }, next);
    expect(await entry('hotel')).toMatchObject({ status: 'completed', occurred_on: '2026-02-07' });
    const ids = await world.sql('select bank_id from transactions order by occurred_on');
    expect(ids).toEqual(['1', '2', null, '3'].map((bank_id) => ({ bank_id })));
  });

  const category = async (name: string, kind = 'expense'): Promise<string> =>
    (await mere.post('categories/', { name, kind })).body.id;
  /** A preview whose first row has a category by a rule, and whose second one a person put there. */
  const sorted = async (category_id: string): Promise<string> => {
    const conditions = [{ field: 'payee', op: 'contains', value: 'cafe' }];
    await mere.post('rules/', {
      name: 'Cafe',
      conditions,
      actions: [{ kind: 'set_category', value: category_id }],
    });
    const { id } = await look([CAFE, SHOP]);
    const [, shop] = (await mere.get(`imports/${id}/rows/`)).body.results;
    expect((await mere.patch(`imports/${id}/rows/`, { rows: [{ id: shop.id, category_id }] })).status).toBe(
      200,
    );
    return id;
  };

  it('follows a category that is merged before it is kept', async () => {
    const [from, into] = [await category('Treats'), await category('Food')];
    const id = await sorted(from);
    await mere.post(`categories/${from}/merge/`, { into_id: into });
    await world.runJobs();
    const rows = (await mere.get(`imports/${id}/rows/`)).body.results;
    expect(rows.map((row: { category_id: string }) => row.category_id)).toEqual([into, into]);
    expect(rows[0].proposed.category_id).toBe(into);
    await commit({ world, by: mere }, id);
    expect([(await entry('cafe')).category_id, (await entry('shop')).category_id]).toEqual([into, into]);
  });

  it.each([true, false])(
    'puts nothing into a category that was deleted meanwhile (told: %s)',
    async (told) => {
      const gone = await category('Treats');
      const id = await sorted(gone);
      await mere.delete(`categories/${gone}/`);
      if (told) {
        await world.runJobs();
        const rows = (await mere.get(`imports/${id}/rows/`)).body.results;
        const shown = rows.flatMap((row: Answer['body']) => [row.category_id, row.proposed]);
        expect(shown).toEqual([null, null, null, null]);
      }
      await commit({ world, by: mere }, id);
      expect([(await entry('cafe')).category_id, (await entry('shop')).category_id]).toEqual([null, null]);
    },
  );

  it('takes no category of income for what went out', async () => {
    const pay = await category('Pay', 'income');
    const { id } = await look([CAFE, SHOP]);
    const [, shop] = (await mere.get(`imports/${id}/rows/`)).body.results;
    const rows = [{ id: shop.id, category_id: pay }];
    expect(await mere.patch(`imports/${id}/rows/`, { rows })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/rows/0/category_id', code: 'category_kind' }] },
    });
  });

  it.each([199, 200, 499, 500, 999])(
    'is read though a character of two halves stands at its place %i',
    async (at) => {
      const name = `${'x'.repeat(at)}😀😀`;
      const file = `Date,Payee,Amount,Memo,Tags,Category\n05/01/2026,${name},-4.50,${name},${name},${name}\nnonsense ${name}\n`;
      const { status, body } = await upload(mere, {
        account_id: account,
        bytes: new TextEncoder().encode(file),
      });
      expect([status, body.counts.total]).toEqual([201, body.counts.new + body.counts.rejected]);
      await commit({ world, by: mere }, body.id);
      const [row] = await world.sql<{ memo: string }>('select memo from transactions');
      expect(row?.memo).not.toContain('\ufffd');
    },
  );
});
