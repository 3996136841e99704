import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit, upload } from '../../../test/imports/books.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Answer, Caller, World } from '../../../test/world.ts';

/** A statement of a bank that numbers its rows. */
function ofx(rows: [day: string, amount: string, name: string, id: string][]): Uint8Array {
  const lines = rows.map(
    ([day, amount, name, id]) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202606${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`,
  );
  return new TextEncoder().encode(
    `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>1<ACCTTYPE>CHECKING</BANKACCTFROM>` +
      `<BANKTRANLIST><DTSTART>20260601<DTEND>20260630${lines.join('')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  );
}

/** The same rows, fetched from the bank once more: another file. */
const fetchedAnew = (file: Uint8Array): Uint8Array => Buffer.concat([file, Buffer.from('\n')]);

describe('an entry that goes to another import', () => {
  let world: World;
  let mere: Caller;
  beforeAll(async () => {
    world = await makeWorld();
    mere = world.as('mere');
  });
  afterAll(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const begin = async (): Promise<string> =>
    (await mere.post('accounts/', { name: 'Everyday', kind: 'checking', allow_overdraft: true })).body.id;
  const bring = async (account_id: string, name: string, bytes: Uint8Array): Promise<string> =>
    await commit({ world, by: mere }, (await upload(mere, { account_id, name, bytes })).body.id);
  const entries = async (account: string): Promise<Answer['body'][]> =>
    (await mere.get(`transactions/?account_id=${account}`)).body.results;

  it('gets the bank’s id that its new row has, so that the next file finds it', async () => {
    const account = await begin();
    const first = await bring(account, 'a.ofx', ofx([['02', '-12.00', 'Java', 'A1']]));
    const csv = new TextEncoder().encode('Date,Amount,Payee\n02/06/2026,-12.00,Java\n');
    await bring(account, 'b.csv', csv);
    await bring(account, 'c.ofx', fetchedAnew(ofx([['02', '-12.00', 'Java', 'A1']])));
    await mere.post(`imports/${first}/undo/`);
    const bankIds = async (): Promise<(string | null)[]> =>
      (
        await world.sql<{ bank_id: string | null }>(
          'select bank_id from transactions where account_id = $1',
          [account],
        )
      ).map((row) => row.bank_id);
    expect(await bankIds()).toEqual([null]);
    const [entry] = await entries(account);
    await mere.post(`imports/${entry.import_id}/undo/`);
    expect(await bankIds()).toEqual(['A1']);
  });

  it('keeps the payee and the memo that a rule gave it', async () => {
    const account = await begin();
    const rule = {
      name: 'Coffee',
      conditions: [{ field: 'payee', op: 'contains', value: 'JAVA' }],
      actions: [{ kind: 'set_payee', value: 'Java on Quay' }],
    };
    expect((await mere.post('rules/', rule)).status).toBe(201);
    const file = ofx([['02', '-12.00', 'JAVA 123 AKL', 'A1']]);
    const first = await bring(account, 'a.ofx', file);
    const second = await bring(account, 'b.ofx', fetchedAnew(file));
    const [before] = await entries(account);
    expect(before).toMatchObject({ payee: 'Java on Quay', import_id: first });
    await mere.post(`imports/${first}/undo/`);
    const { payee, memo } = before;
    expect(await entries(account)).toMatchObject([{ id: before.id, payee, memo, import_id: second }]);
  });

  it('was merged with one by hand and goes to none: it stays when its file is undone', async () => {
    const account = await begin();
    const body = { account_id: account, amount: '-12.00', occurred_on: '2026-06-01', notes: 'With Kiri' };
    const hand = (await mere.post('transactions/', body)).body;
    const file = ofx([
      ['03', '-12.00', 'Baker', 'M1'],
      ['04', '-7.00', 'BUS', 'M2'],
    ]);
    const { id } = (await upload(mere, { account_id: account, name: 'a.ofx', bytes: file })).body;
    const rows = (await mere.get(`imports/${id}/rows/`)).body.results;
    const all = rows.map((row: { id: string }) => ({ id: row.id, include: true }));
    expect((await mere.patch(`imports/${id}/rows/`, { rows: all })).status).toBe(200);
    await commit({ world, by: mere }, id);
    const brought = (await entries(account)).find((one) => one.payee === 'Baker');
    await mere.post('transactions/merge/', { keep_id: brought.id, drop_id: hand.id });
    expect((await mere.post(`imports/${id}/undo/`)).body.status).toBe('undone');
    expect(await entries(account)).toMatchObject([{ id: brought.id, notes: 'With Kiri', import_id: null }]);
    expect((await mere.get(`accounts/${account}/`)).body.balance).toBe('-12.00');
    const again = (await upload(mere, { account_id: account, name: 'b.ofx', bytes: fetchedAnew(file) })).body;
    expect(again.counts).toMatchObject({ new: 1, duplicate: 1 });
  });
});
