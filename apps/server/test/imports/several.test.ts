/** Files of several statements and currencies, and what names no currency at all. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Answer, Caller, World } from '../world.ts';
import { zipOf } from './archives.ts';

const JUNE = 'Date,Amount,Payee\n01/06/2026,-12.50,Java\n03/06/2026,-84.10,Countdown\n';

describe('a file', () => {
  let world: World;
  let mere: Caller;
  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const account = async (body: object): Promise<string> =>
    (await mere.post('accounts/', { kind: 'checking', ...body })).body.id;
  const upload = async (content: string, fields: Record<string, string> = {}): Promise<Answer> =>
    await mere.upload('imports/', { name: 'june.txt', bytes: new TextEncoder().encode(content) }, fields);

  it('without a currency is in that of the household, and then in that of the account it goes to', async () => {
    const yen = await account({ name: 'Yen', currency: 'JPY' });
    const file = 'Date,Amount,Payee\n01/06/2026,-1250,Java\n03/06/2026,3000,Pay\n';
    const first = (await upload(file)).body;
    expect(first.statements[0].account_hint).toMatchObject({ currency: 'NZD', currency_assumed: true });
    expect(first).toMatchObject({ sum: '1750.00', by_currency: [{ currency: 'NZD', sum: '1750.00' }] });
    const statements = [{ index: 0, account_id: yen }];
    const again = (await mere.patch(`imports/${first.id}/`, { statements })).body;
    expect(again.statements[0]).toMatchObject({ account_id: yen, currency: 'JPY', warnings: [] });
    expect(again).toMatchObject({ sum: '1750', sum_out: '-1250', currency: 'JPY' });
    const named = (await upload(file.replace('Amount', 'Amount (EUR)'), { account_id: yen })).body;
    expect(named.statements[0].account_hint).toMatchObject({ currency: 'EUR', currency_assumed: false });
    expect(named.statements[0].warnings).toMatchObject([{ code: 'currency_differs' }]);
  });

  it('in several currencies has sums for each, and its rows are taken or left by statement', async () => {
    const file =
      'Date,Amount,Payee,Currency\n01/06/2026,-12.50,Java,NZD\n02/06/2026,-3.00,Kiosk,EUR\n03/06/2026,8.00,Pay,EUR\n';
    const { id, currency, sum, by_currency, statements } = (await upload(file)).body;
    expect([currency, sum, statements.length]).toEqual([null, '0.00', 2]);
    const euro = { currency: 'EUR', sum: '5.00', sum_in: '8.00', sum_out: '-3.00', counts: { total: 2 } };
    expect(by_currency).toHaveLength(2);
    expect(by_currency).toContainEqual(expect.objectContaining({ currency: 'NZD', sum: '-12.50' }));
    const at = statements.findIndex((one: { currency: string }) => one.currency === 'EUR');
    expect(by_currency.find((one: { currency: string }) => one.currency === 'EUR')).toMatchObject(euro);
    const all = { state: 'new', include: false, statement: at };
    const { counts, statements: after } = (await mere.patch(`imports/${id}/rows/`, { all })).body;
    expect([counts.included, after[at].counts.included]).toEqual([1, 0]);
  });

  it('of one account is told from what is of another whose number ends alike', async () => {
    const one = (number: string): string =>
      `:20:A\n:25:${number}\n:28C:1\n:60F:C260601EUR10,00\n:61:2606010601D1,00NMSC\n:62F:C260601EUR9,00\n-\n`;
    const { statements } = (await upload(['1100888', '2200888', '1100888'].map(one).join(''))).body;
    const told = statements.map(
      (each: { account_hint: { number_masked: string }; same_account_as: number }) =>
        `${each.account_hint.number_masked} ${each.same_account_as}`,
    );
    expect(told).toEqual(['•••• 0888 0', '•••• 0888 1', '•••• 0888 0']);
  });

  it('is in the currency of its own account, whatever one the layout was read in the last time', async () => {
    const everyday = await account({ name: 'Everyday' });
    const euro = await account({ name: 'Euro', currency: 'EUR' });
    const { id } = (await upload(JUNE, { account_id: everyday })).body;
    await mere.patch(`imports/${id}/`, { mapping: { date_order: 'mdy' } });
    await mere.post(`imports/${id}/commit/`, {});
    const next = (await upload(JUNE, { account_id: euro })).body;
    expect(next.first_on).toBe('2026-01-06');
    expect(next.statements[0]).toMatchObject({ currency: 'EUR', warnings: [] });
  });

  it('stands in a list that is walked forth and back', async () => {
    for (const day of ['01', '02', '03']) {
      world.clock.advance(1000);
      await upload(JUNE.replaceAll('/06/', `/${day}/`));
    }
    const walk = async (cursor: string | null) =>
      (await mere.get(`imports/?page_size=1${cursor === null ? '' : `&cursor=${cursor}`}`)).body;
    const first = await walk(null);
    const second = await walk(first._meta.next_cursor);
    const third = await walk(second._meta.next_cursor);
    expect(third._meta.next_cursor).toBeNull();
    const back = await walk(third._meta.previous_cursor);
    expect(back.results).toEqual(second.results);
    expect((await walk(back._meta.previous_cursor)).results).toEqual(first.results);
  });

  it('that is an archive of daily statements is read as all of them, each with the name of its file', async () => {
    const number = 'DE89370400440532013000';
    const euro = await account({ name: 'Euro', currency: 'EUR', number });
    await mere.post('exchange-rates/', { base: 'EUR', quote: 'NZD', on: '2026-01-01', rate: '1.8' });
    const day = (on: string, amount: string): Uint8Array =>
      new TextEncoder().encode(
        `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${number}</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-06-${on}</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`,
      );
    const days = {
      'june/01.xml': day('01', '1.00'),
      'june/02.xml': day('02', '2.00'),
      'june/03.xml': day('03', '3.00'),
    };
    const send = async (bytes: Uint8Array): Promise<Answer['body']> =>
      (await mere.upload('imports/', { name: 'june.zip', bytes })).body;
    const first = await send(zipOf(days));
    expect(first).toMatchObject({ status: 'preview', format: 'camt053', counts: { new: 3 }, sum: '-6.00' });
    expect(first.statements).toMatchObject(
      ['01.xml', '02.xml', '03.xml'].map((file_name) => ({
        file_name,
        account_id: euro,
        same_account_as: 0,
      })),
    );
    expect((await mere.post(`imports/${first.id}/commit/`, {})).body.status).toBe('committed');
    expect((await mere.get(`accounts/${euro}/`)).body.balance).toBe('-6.00');
    const more = await send(zipOf({ ...days, 'june/04.xml': day('04', '4.00') }));
    expect(more.counts).toMatchObject({ duplicate: 3, new: 1 });
  });

  it('that unpacks to more than is read at once is read as a job', async () => {
    const row = '01/06/2026,-12.50,Java\n';
    const bytes = zipOf({ 'a.csv': new TextEncoder().encode(`Date,Amount,Payee\n${row.repeat(50_000)}`) });
    expect(bytes.length).toBeLessThan(100_000);
    const { body } = await mere.upload('imports/', { name: 'a.zip', bytes });
    expect(body).toMatchObject({ status: 'reading', counts: { total: 0 } });
    expect((await mere.delete(`imports/${body.id}/`)).status).toBe(204);
  });
});
