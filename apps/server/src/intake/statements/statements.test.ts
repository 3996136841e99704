import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Answer, World } from '../../../test/world.ts';

const csv = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(['Date,Amount,Payee,Reference', ...lines].join('\n'));

const JUNE = csv(
  '01/06/2026,-12.50,Java On Quay,1',
  '01/06/2026,-12.50,Java On Quay,2',
  '03/06/2026,-84.10,Countdown,3',
  '15/06/2026,2400.00,Salary,4',
);

const row = (...[on, amount, name, id]: [string, string, string, string]): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${on}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`;

/** A statement of a bank that numbers its rows. */
function ofx(account: string, rows: string[], closing: string): Uint8Array {
  return new TextEncoder().encode(
    `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>` +
      `<BANKTRANLIST><DTSTART>20260601<DTEND>20260630${rows.join('')}</BANKTRANLIST><LEDGERBAL><BALAMT>${closing}<DTASOF>20260630</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  );
}

describe('imports', () => {
  let world: World;
  let account: string;

  beforeEach(async () => {
    world = await makeWorld();
    account = (
      await world
        .as('mere')
        .post('accounts/', { name: 'Everyday', kind: 'checking', number: '12-3405-0123456-50' })
    ).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });
  afterAll(() => undefined);

  const upload = async (
    bytes: Uint8Array,
    name = 'june.csv',
    fields: Record<string, string> = { account_id: account },
  ): Promise<Answer> => await world.as('mere').upload('imports/', { name, bytes }, fields);
  const commit = async (id: string, body = {}): Promise<Answer> =>
    await world.as('mere').post(`imports/${id}/commit/`, body);
  const list = async (): Promise<{ payee: string; amount: string }[]> =>
    (await world.as('mere').get('transactions/?page_size=100')).body.results;
  const balance = async (id = account): Promise<string> =>
    (await world.as('mere').get(`accounts/${id}/`)).body.balance;

  it('show what was read before anything is kept, and keep it when told to', async () => {
    const preview = await upload(JUNE);
    expect(preview).toMatchObject({
      status: 201,
      body: {
        status: 'preview',
        counts: { total: 4, new: 4 },
        sum: '2290.90',
        sum_in: '2400.00',
        sum_out: '-109.10',
        first_on: '2026-06-01',
        last_on: '2026-06-15',
      },
    });
    expect(await list()).toEqual([]);
    const rows = (await world.as('mere').get(`imports/${preview.body.id}/rows/`)).body.results;
    expect(rows[0]).toMatchObject({
      line: 2,
      state: 'new',
      include: true,
      amount: '-12.50',
      payee: 'Java On Quay',
    });
    expect(await commit(preview.body.id)).toMatchObject({ status: 200, body: { status: 'committed' } });
    expect(await list()).toHaveLength(4);
    expect(await balance()).toBe('2290.90');
  });

  it('add nothing the second time, and each entry once where files overlap', async () => {
    await commit((await upload(JUNE)).body.id);
    const again = await upload(JUNE);
    expect(again.body.counts).toMatchObject({ duplicate: 4, new: 0, included: 0 });
    await commit(again.body.id);
    const overlap = await upload(csv('15/06/2026,2400.00,Salary,4', '16/06/2026,-9.90,Bakery,5'));
    expect(overlap.body.counts).toMatchObject({ duplicate: 1, new: 1 });
    await commit(overlap.body.id);
    expect(await list()).toHaveLength(5);
  });

  it('offer a second equal coffee instead of dropping it', async () => {
    await commit((await upload(csv('01/06/2026,-12.50,Java On Quay,'))).body.id);
    const both = await upload(csv('01/06/2026,-12.50,Java On Quay,', '01/06/2026,-12.50,Java On Quay,'));
    expect(both.body.counts).toMatchObject({ duplicate: 1, possible_duplicate: 1 });
    const { results } = (await world.as('mere').get(`imports/${both.body.id}/rows/?state=possible_duplicate`))
      .body;
    await world
      .as('mere')
      .patch(`imports/${both.body.id}/rows/`, { rows: [{ id: results[0].id, include: true }] });
    await commit(both.body.id);
    expect(await list()).toHaveLength(2);
  });

  it('are undone as if they had never been', async () => {
    const mere = world.as('mere');
    await mere.post('transactions/', {
      account_id: account,
      amount: '50.00',
      payee: 'By hand',
      occurred_on: '2026-05-01',
    });
    const { id } = (await upload(JUNE)).body;
    await commit(id);
    const undone = await mere.post(`imports/${id}/undo/`);
    expect(undone).toMatchObject({ status: 200, body: { status: 'undone' } });
    expect((await list()).map((one) => one.payee)).toEqual(['By hand']);
    expect(await balance()).toBe('50.00');
    expect((await upload(JUNE)).body.counts).toMatchObject({ new: 4 });
    expect((await mere.get('transactions/?deleted=true')).body.results).toEqual([]);
  });

  it('book a pending entry in its place, keep what its person wrote, and bring it back on undo', async () => {
    const mere = world.as('mere');
    const waiting = await mere.post('transactions/', {
      account_id: account,
      amount: '-84.10',
      payee: 'COUNTDOWN AUCKLAND',
      occurred_on: '2026-06-02',
      status: 'pending',
      notes: 'party',
    });
    const { id, counts } = (
      await upload(
        ofx('12-3405-0123456-50', [row('20260603', '-84.10', 'COUNTDOWN AUCKLAND', 'A1')], '0'),
        'june.ofx',
      )
    ).body;
    expect(counts).toMatchObject({ replaces_pending: 1, new: 0 });
    await commit(id);
    expect((await mere.get(`transactions/${waiting.body.id}/`)).body).toMatchObject({
      status: 'completed',
      occurred_on: '2026-06-03',
      notes: 'party',
    });
    await mere.post(`imports/${id}/undo/`);
    expect((await mere.get(`transactions/${waiting.body.id}/`)).body).toMatchObject({
      status: 'pending',
      occurred_on: '2026-06-02',
    });
  });

  it('find the account that bears the number, warn of a balance that does not fit, and set the opening when asked', async () => {
    const preview = await upload(
      ofx('12-3405-0123456-50', [row('20260603', '-84.10', 'Shop', 'A1')], '915.90'),
      'june.ofx',
      {},
    );
    expect(preview.body.statements[0]).toMatchObject({ account_id: account, closing_balance: '915.90' });
    await commit(preview.body.id, { adjust_opening: true });
    expect(await balance()).toBe('915.90');
    await world.as('mere').post(`imports/${preview.body.id}/undo/`);
    expect(await balance()).toBe('0.00');
  });

  it('of an unknown account ask where they go, and are not committed before', async () => {
    const preview = await upload(
      ofx('99-9999-9999999-99', [row('20260603', '-1.00', 'Shop', 'A1')], '0'),
      'june.ofx',
      {},
    );
    expect(preview.body.statements[0].account_id).toBeNull();
    expect(await commit(preview.body.id)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/statements/0/account_id' }] },
    });
    await world
      .as('mere')
      .patch(`imports/${preview.body.id}/`, { statements: [{ index: 0, account_id: account }] });
    expect((await commit(preview.body.id)).body.status).toBe('committed');
  });

  it('reject a damaged row alone, with its line', async () => {
    const preview = await upload(
      csv('01/06/2026,-12.50,Java,1', 'no row at all', '02/06/2026,-1.00,Kiosk,2'),
    );
    expect(preview.body.counts).toMatchObject({ new: 2, rejected: 1 });
    const rows = (await world.as('mere').get(`imports/${preview.body.id}/rows/?state=rejected`)).body.results;
    expect(rows[0]).toMatchObject({ line: 3, text: 'no row at all' });
    await commit(preview.body.id);
    expect(await list()).toHaveLength(2);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['a letter', new TextEncoder().encode('Dear bank,\nplease send me my statement.\n')],
  ])('refuse %s with a reason and a cure, and import nothing', async (_name, bytes) => {
    const answer = await upload(bytes, 'file.csv');
    expect(answer.body).toMatchObject({ status: 'failed', counts: { total: 0 } });
    expect(answer.body.refusal.cure).not.toBe('');
    expect((await commit(answer.body.id)).status).toBe(409);
  });

  it('committed by many at once are written once', async () => {
    const { id } = (await upload(JUNE)).body;
    const answers = await Promise.all(Array.from({ length: 6 }, async () => await commit(id)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(5);
    expect(await list()).toHaveLength(4);
  });

  it('of one file prepared twice leave out what came in between', async () => {
    const first = (await upload(JUNE)).body.id;
    world.clock.advance(1000);
    const second = (await upload(JUNE)).body.id;
    world.clock.advance(1000);
    await commit(first);
    await commit(second);
    expect(await list()).toHaveLength(4);
  });

  it('link a transfer to its other side', async () => {
    const mere = world.as('mere');
    const savings = (await mere.post('accounts/', { name: 'Savings', kind: 'savings' })).body.id;
    await commit((await upload(csv('05/06/2026,-300.00,Transfer to Savings,9'))).body.id);
    const other = await upload(csv('05/06/2026,300.00,Transfer from Everyday,9'), 'savings.csv', {
      account_id: savings,
    });
    expect(other.body.counts).toMatchObject({ transfer: 1 });
    await world
      .as('mere')
      .patch(`imports/${other.body.id}/rows/`, { all: { state: 'transfer', include: true } });
    await commit(other.body.id);
    expect((await mere.get('transactions/?type=transfer')).body.results).toHaveLength(2);
    await mere.post(`imports/${other.body.id}/undo/`);
    expect((await mere.get('transactions/')).body.results).toMatchObject([
      { type: 'expense', transfer_id: null },
    ]);
  });

  it('propose the category that this payee had before, and say why', async () => {
    const mere = world.as('mere');
    const food = (await mere.post('categories/', { name: 'Weekly shop', kind: 'expense' })).body.id;
    for (const day of ['01', '08', '15', '22', '29']) {
      await mere.post('transactions/', {
        account_id: account,
        amount: '-1.00',
        payee: 'Countdown',
        category_id: food,
        occurred_on: `2026-05-${day}`,
        status: 'cancelled',
      });
    }
    const { id } = (await upload(JUNE)).body;
    const rows = (await mere.get(`imports/${id}/rows/`)).body.results;
    const proposed = rows.find((one: { payee: string }) => one.payee === 'Countdown');
    expect(proposed).toMatchObject({
      category_id: food,
      proposed: { category_id: food, reason: '5 of 5 Countdown entries were Weekly shop.' },
    });
  });

  it('of large files go on as jobs, piece by piece', async () => {
    const lines = Array.from({ length: 12_000 }, (_unused, index) => {
      const day = String((index % 28) + 1).padStart(2, '0');
      return `${day}/0${(index % 9) + 1}/2025,-${(index % 97) + 1}.${String(index % 100).padStart(2, '0')},Shop ${index % 300} with a long name,${index}`;
    });
    const { id, status } = (await upload(csv(...lines))).body;
    expect(status).toBe('reading');
    await world.runJobs();
    expect((await world.as('mere').get(`imports/${id}/`)).body).toMatchObject({
      status: 'preview',
      counts: { new: 12_000 },
    });
    expect(await commit(id)).toMatchObject({ status: 202, body: { status: 'committing' } });
    await world.runJobs();
    expect((await world.as('mere').get(`imports/${id}/`)).body.status).toBe('committed');
    expect(
      (await world.as('mere').get('transactions/?totals=true&page_size=1')).body._meta.totals.count,
    ).toBe(12_000);
    await world.as('mere').post(`imports/${id}/undo/`);
    await world.runJobs();
    expect(
      (await world.as('mere').get('transactions/?totals=true&page_size=1')).body._meta.totals.count,
    ).toBe(0);
  });

  it('and what they hold do not exist for another household, nor for who may not import', async () => {
    const { id } = (await upload(JUNE)).body;
    for (const path of [`imports/${id}/`, `imports/${id}/rows/`])
      expect((await world.as('zed').get(path)).status).toBe(404);
    expect((await world.as('zed').post(`imports/${id}/commit/`)).status).toBe(404);
    expect((await world.as('aroha').get(`imports/${id}/`)).status).toBe(403);
    expect((await world.as('tama').get(`imports/${id}/`)).status).toBe(404);
  });
});
