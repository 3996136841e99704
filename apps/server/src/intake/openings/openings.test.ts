import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit, upload } from '../../../test/imports/books.ts';
import { emptyTrash } from '../../ledger/transactions/transactions.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Caller, World } from '../../../test/world.ts';

type Row = [day: string, amount: string, payee: string];
type Statement = { rows: Row[]; closing: string; on: string; adjust?: boolean };

/** A statement of a bank that says where it ends. */
function ofx({ rows, closing, on }: Statement): Uint8Array {
  const lines = rows.map(
    ([day, amount, name]) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202606${day}<TRNAMT>${amount}<FITID>${name}<NAME>${name}</STMTTRN>`,
  );
  return new TextEncoder().encode(
    `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>1<ACCTTYPE>CHECKING</BANKACCTFROM>` +
      `<BANKTRANLIST><DTSTART>20260601<DTEND>20260630${lines.join('')}</BANKTRANLIST><LEDGERBAL><BALAMT>${closing}<DTASOF>202606${on}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  );
}

const JAVA: Row = ['02', '-12.00', 'Java'];
const SHOP: Row = ['09', '-80.00', 'Countdown'];
const ZOO: Row = ['16', '-30.00', 'Zoo'];
const RENT: Row = ['23', '-400.00', 'Rent'];

describe('the opening balance that imports set', () => {
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
  const bring = async (account_id: string, statement: Statement): Promise<string> => {
    const { id } = (await upload(mere, { account_id, name: 'june.ofx', bytes: ofx(statement) })).body;
    return await commit({ world, by: mere }, id, { adjust_opening: statement.adjust ?? false });
  };
  const ends = async (account: string): Promise<[string, string]> => {
    const { balance, opening_balance } = (await mere.get(`accounts/${account}/`)).body;
    return [balance, opening_balance];
  };

  const asSystem = () =>
    ({ household: world.household, actor: { kind: 'system' }, origin: { requestId: 'test' } }) as const;

  const statements: Statement[] = [
    { rows: [JAVA, SHOP], closing: '1000.00', on: '10', adjust: true },
    { rows: [SHOP, ZOO], closing: '970.00', on: '17', adjust: true },
    { rows: [JAVA, ZOO, RENT], closing: '500.00', on: '24' },
    { rows: [RENT], closing: '450.00', on: '24', adjust: true },
  ];

  it.each([[[0]], [[1]], [[3]], [[0, 1]], [[1, 0]], [[2, 1]], [[3, 0]], [[1, 3, 0]], [[0, 1, 2]]])(
    'is what those that remain set when the files %j are undone',
    async (undone) => {
      const lived = await begin();
      const ids: string[] = [];
      for (const one of statements) ids.push(await bring(lived, one));
      expect((await ends(lived))[0]).toBe('450.00');
      for (const index of undone) await mere.post(`imports/${ids[index] ?? ''}/undo/`);
      const fresh = await begin();
      for (const [index, one] of statements.entries()) if (!undone.includes(index)) await bring(fresh, one);
      expect(await ends(lived)).toEqual(await ends(fresh));
      for (const id of ids) await mere.post(`imports/${id}/undo/`);
      expect(await ends(lived)).toEqual(['0.00', '0.00']);
    },
  );

  it('goes with the first when the very same file came once more and added nothing', async () => {
    const account = await begin();
    const june = { rows: [JAVA, SHOP], closing: '1000.00', on: '10', adjust: true };
    const first = await bring(account, june);
    await bring(account, june);
    await mere.post(`imports/${first}/undo/`);
    expect(await ends(account)).toEqual(['0.00', '0.00']);
  });

  it('goes with its account: the import can be undone, and says that nothing of it was left', async () => {
    const account = await begin();
    const id = await bring(account, { rows: [JAVA, ZOO], closing: '70.00', on: '17', adjust: true });
    for (const one of (await mere.get(`transactions/?import_id=${id}`)).body.results)
      await mere.delete(`transactions/${one.id}/`);
    world.clock.advance(31 * 86_400_000);
    await world.program.opener.inHousehold(asSystem(), emptyTrash);
    expect((await mere.delete(`accounts/${account}/`)).status).toBe(204);
    expect((await mere.get(`imports/${id}/`)).body.statements[0].warnings).toMatchObject([
      { code: 'account_gone', message: expect.stringContaining('left to undo') },
    ]);
    const undone = await mere.post(`imports/${id}/undo/`);
    expect(undone).toMatchObject({ status: 200, body: { status: 'undone', counts: { included: 2 } } });
    expect(undone.body.statements[0].warnings).toMatchObject([
      {
        code: 'account_gone',
        message: 'The account of statement 1 was deleted since. Nothing of it was left to undo.',
      },
    ]);
  });

  it('needs an account that is there: a file whose account was deleted is given another one', async () => {
    const [account, other] = [await begin(), await begin()];
    const june = ofx({ rows: [RENT], closing: '1.00', on: '24' });
    const { id } = (await upload(mere, { account_id: account, name: 'june.ofx', bytes: june })).body;
    await mere.delete(`accounts/${account}/`);
    expect(await mere.post(`imports/${id}/commit/`)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/statements/0/account_id', code: 'required' }] },
    });
    await mere.patch(`imports/${id}/`, { statements: [{ index: 0, account_id: other }] });
    await commit({ world, by: mere }, id);
    expect((await ends(other))[0]).toBe('-400.00');
  });

  it('follows no import that came before', async () => {
    const account = await begin();
    const first = await bring(account, { rows: [JAVA], closing: '100.00', on: '03', adjust: true });
    const second = await bring(account, { rows: [RENT], closing: '0.00', on: '24' });
    await mere.post(`imports/${second}/undo/`);
    expect(await ends(account)).toEqual(['100.00', '112.00']);
    await mere.post(`imports/${first}/undo/`);
    expect(await ends(account)).toEqual(['0.00', '0.00']);
  });
});
