import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Answer, World } from '../../../test/world.ts';
import { linkTwins } from './twins.ts';

type Row = readonly [on: string, amount: string, name: string];

/** One file with a statement of each account. */
function ofx(...statements: readonly { number: string; rows: readonly Row[] }[]): Uint8Array {
  const one = ({ number, rows }: { number: string; rows: readonly Row[] }): string =>
    `<STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>${number}<ACCTTYPE>CHECKING</BANKACCTFROM>` +
    `<BANKTRANLIST><DTSTART>20260601<DTEND>20260630${rows.map((row, index) => entry(row, `${number}-${index}`)).join('')}</BANKTRANLIST></STMTRS></STMTTRNRS>`;
  return new TextEncoder().encode(
    `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1>${statements.map(one).join('')}</BANKMSGSRSV1></OFX>`,
  );
}

function entry([on, amount, name]: Row, id: string): string {
  return `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${on}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`;
}

const NUMBERS = {
  everyday: '12-3405-0123456-50',
  savings: '12-3405-0123456-51',
  holiday: '12-3405-0123456-52',
};

describe('two sides of one movement', () => {
  let world: World;
  let ids: Record<string, string>;

  beforeEach(async () => {
    world = await makeWorld();
    ids = {};
    for (const [name, number] of Object.entries(NUMBERS)) {
      const made = await world.as('mere').post('accounts/', { name, kind: 'checking', number });
      ids[name] = made.body.id;
    }
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const read = async (bytes: Uint8Array, ...places: string[]): Promise<Answer> => {
    const mere = world.as('mere');
    const { id } = (await mere.upload('imports/', { name: 'all.ofx', bytes }, {})).body;
    const statements = places.map((name, index) => ({ index, account_id: ids[name] }));
    return await mere.patch(`imports/${id}/`, { statements });
  };
  const commit = async (id: string): Promise<Answer> => await world.as('mere').post(`imports/${id}/commit/`);
  const list = async (query = ''): Promise<{ type: string; payee: string; transfer_account_id: string }[]> =>
    (await world.as('mere').get(`transactions/?page_size=100${query}`)).body.results;

  const BOTH = ofx(
    {
      number: NUMBERS.everyday,
      rows: [
        ['20260605', '-300.00', 'To savings'],
        ['20260606', '-12.50', 'Java On Quay'],
      ],
    },
    { number: NUMBERS.savings, rows: [['20260605', '300.00', 'From everyday']] },
  );

  it('in one file are shown as a transfer, linked by the commit and taken apart by its undo', async () => {
    const preview = await read(BOTH, 'everyday', 'savings');
    expect(preview.body.counts).toMatchObject({ transfer: 2, new: 1, included: 3 });
    const rows = (await world.as('mere').get(`imports/${preview.body.id}/rows/?state=transfer`)).body.results;
    expect(rows[0].reason).toMatch(/^Opposite amounts on the same day; one names /);
    expect((await commit(preview.body.id)).status).toBe(200);
    expect(await list('&type=transfer')).toMatchObject([
      { transfer_account_id: ids['everyday'] },
      { transfer_account_id: ids['savings'] },
    ]);
    const undone = await world.as('mere').post(`imports/${preview.body.id}/undo/`);
    expect(undone).toMatchObject({ status: 200, body: { status: 'undone' } });
    expect(await list()).toEqual([]);
    expect(await world.sql('select id from transfers')).toEqual([]);
  });

  it('are linked once, though the linking is begun again after a crash', async () => {
    const { id } = (await read(BOTH, 'everyday', 'savings')).body;
    await commit(id);
    const at = {
      household: world.household,
      actor: { kind: 'system' },
      origin: { requestId: 'test' },
    } as const;
    const again = world.program.opener.inHousehold(at, async (ctx) => await linkTwins(ctx, id, -1));
    expect(await again).toBeGreaterThanOrEqual(0);
    expect(await world.sql('select id from transfers')).toHaveLength(1);
  });

  it('are one entry only where the other one is left out', async () => {
    const { id } = (await read(BOTH, 'everyday', 'savings')).body;
    const mere = world.as('mere');
    const rows = (await mere.get(`imports/${id}/rows/?state=transfer`)).body.results;
    await mere.patch(`imports/${id}/rows/`, { rows: [{ id: rows[1].id, include: false }] });
    await commit(id);
    expect(await list()).toMatchObject([{ type: 'expense' }, { type: 'expense' }]);
  });

  it('of one account are never a transfer', async () => {
    const preview = await read(BOTH, 'everyday', 'everyday');
    expect(preview.body.counts).toMatchObject({ transfer: 0, new: 3 });
  });

  it('are in the account that a rule names, though another one fits as well', async () => {
    const mere = world.as('mere');
    await mere.post('rules/', {
      name: 'Holiday money',
      conditions: [{ field: 'payee', op: 'contains', value: 'jandals' }],
      actions: [{ kind: 'mark_transfer', value: ids['holiday'] }],
    });
    for (const account of ['savings', 'holiday']) {
      await mere.post('transactions/', {
        account_id: ids[account],
        amount: '80.00',
        payee: account === 'savings' ? 'Everyday' : 'Deposit',
        occurred_on: account === 'savings' ? '2026-06-05' : '2026-06-07',
      });
    }
    const file = ofx({ number: NUMBERS.everyday, rows: [['20260605', '-80.00', 'JANDALS FUND']] });
    const preview = await read(file, 'everyday');
    expect(preview.body.counts).toMatchObject({ transfer: 1 });
    const [row] = (await mere.get(`imports/${preview.body.id}/rows/`)).body.results;
    expect(row.reason).toBe('Opposite amounts 2 days apart; your rule says so.');
    await commit(preview.body.id);
    const [out] = await list(`&account_id=${ids['everyday']}`);
    expect(out).toMatchObject({ type: 'transfer', transfer_account_id: ids['holiday'] });
  });

  it('stay entries of their own where the other side was changed after the preview', async () => {
    const mere = world.as('mere');
    const other = await mere.post('transactions/', {
      account_id: ids['savings'],
      amount: '80.00',
      payee: 'From everyday',
      occurred_on: '2026-06-05',
    });
    const file = ofx({ number: NUMBERS.everyday, rows: [['20260605', '-80.00', 'To savings']] });
    const { id, counts } = (await read(file, 'everyday')).body;
    expect(counts).toMatchObject({ transfer: 1 });
    await mere.patch(`transactions/${other.body.id}/`, { amount: '81.00' });
    expect(await commit(id)).toMatchObject({ status: 200, body: { status: 'committed' } });
    expect(await list()).toMatchObject([{ type: 'expense' }, { type: 'income' }]);
  });

  it('wait for each other where a rule names an account whose file is not here yet', async () => {
    const mere = world.as('mere');
    await mere.post('rules/', {
      name: 'Holiday money',
      conditions: [{ field: 'payee', op: 'contains', value: 'jandals' }],
      actions: [{ kind: 'mark_transfer', value: ids['holiday'] }],
    });
    const file = ofx({ number: NUMBERS.everyday, rows: [['20260605', '-80.00', 'JANDALS FUND']] });
    const preview = await read(file, 'everyday');
    const [row] = (await mere.get(`imports/${preview.body.id}/rows/`)).body.results;
    expect(row).toMatchObject({ state: 'new', proposed: null });
    expect(row.reason).toContain('a transfer with holiday whose other side is not here yet');
  });
});
