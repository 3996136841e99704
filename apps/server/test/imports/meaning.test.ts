/** What a file says besides amounts: parts, tags, transfers, balances, layouts; and who gets to see it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Answer, Person, World } from '../world.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const JUNE = 'Date,Amount,Payee\n01/06/2026,-12.50,Java\n03/06/2026,-84.10,Countdown\n';

describe('what a file says', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const account = async (person: Person, body: object): Promise<string> =>
    (await world.as(person).post('accounts/', { kind: 'checking', ...body })).body.id;
  const upload = async (
    person: Person,
    content: string,
    fields: Record<string, string> = {},
  ): Promise<Answer> =>
    await world.as(person).upload('imports/', { name: 'june.txt', bytes: text(content) }, fields);
  const rows = async (id: string, person: Person = 'mere') =>
    (await world.as(person).get(`imports/${id}/rows/`)).body.results;
  const commit = async (id: string, body = {}): Promise<Answer> =>
    await world.as('mere').post(`imports/${id}/commit/`, body);

  it('makes parts of entries by the names of categories, and keeps unknown names as a hint', async () => {
    const mere = world.as('mere');
    const id = await account('mere', { name: 'Everyday' });
    const food = (await mere.post('categories/', { name: 'Weekly food', kind: 'expense' })).body.id;
    const qif =
      '!Type:Bank\nD06/13/2026\nT-30.00\nPMarket\nSWeekly food\nEveg\n$-20.00\nSOddities\n$-10.00\n^\nD06/14/2026\nT-5.00\nPKiosk\nLNothing like it\n^\n';
    const preview = await upload('mere', qif, { account_id: id });
    const [market, kiosk] = await rows(preview.body.id);
    expect(market.splits).toEqual([
      { category_id: food, member_id: null, amount: '-20.00', note: 'veg', file_category: 'Weekly food' },
      { category_id: null, member_id: null, amount: '-10.00', note: '', file_category: 'Oddities' },
    ]);
    expect(market.reason).toContain('Oddities');
    expect(kiosk.reason).toContain('Nothing like it');
    await commit(preview.body.id);
    const { results } = (await mere.get('transactions/?has_splits=true')).body;
    expect(results).toMatchObject([
      { amount: '-30.00', splits: [{ category_id: food, amount: '-20.00' }, { amount: '-10.00' }] },
    ]);
  });

  it('makes tags that are missing at the commit and not before, and takes them back with the undo', async () => {
    const mere = world.as('mere');
    const id = await account('mere', { name: 'Everyday' });
    await mere.post('tags/', { name: 'Holiday' });
    const file = 'Date,Amount,Payee,Tags\n01/06/2026,-12.50,Java,holiday\n02/06/2026,-3.00,Kiosk,Rarotonga\n';
    const preview = await upload('mere', file, { account_id: id });
    expect((await rows(preview.body.id))[1].new_tags).toEqual(['Rarotonga']);
    const names = async () =>
      (await mere.get('tags/')).body.results.map((tag: { name: string }) => tag.name).sort();
    expect(await names()).toEqual(['Holiday']);
    await commit(preview.body.id);
    expect(await names()).toEqual(['Holiday', 'Rarotonga']);
    const tagged = (await mere.get('transactions/')).body.results;
    expect(tagged.map((one: { tags: string[] }) => one.tags.length)).toEqual([1, 1]);
    await mere.post(`imports/${preview.body.id}/undo/`);
    expect(await names()).toEqual(['Holiday']);
  });

  it('leaves a tag that somebody else uses by now, though where nobody else sees it', async () => {
    const [mere, tama] = [world.as('mere'), world.as('tama')];
    const file = 'Date,Amount,Payee,Tags\n02/06/2026,-3.00,Kiosk,Rarotonga\n';
    const { id } = (await upload('mere', file, { account_id: await account('mere', { name: 'Everyday' }) }))
      .body;
    await commit(id);
    const [tag] = (await tama.get('tags/')).body.results;
    const own = await account('tama', { name: 'Own', visibility: 'private' });
    await tama.post('transactions/', { account_id: own, amount: '5.00', tags: [tag.id] });
    await mere.post(`imports/${id}/undo/`);
    expect((await tama.get('tags/')).body.results).toMatchObject([{ id: tag.id, transactions_count: 1 }]);
  });

  it('is compared with the account’s balance on the statement’s day before it is committed', async () => {
    const id = await account('mere', {
      name: 'Everyday',
      opening_balance: '100.00',
      opened_on: '2026-01-01',
    });
    await world.as('mere').post('transactions/', {
      account_id: id,
      amount: '-7.00',
      occurred_on: '2026-08-01',
    });
    const sta = [
      ':20:A',
      ':25:12-3405-0123456-50',
      ':28C:1/1',
      ':60F:C260601NZD100,00',
      ':61:2606020602D10,00NMSCX',
    ];
    const file = [...sta, ':86:Shop', ':62F:C260630NZD95,00', '-', ''].join('\r\n');
    const preview = await upload('mere', file, { account_id: id });
    const check = {
      statement_balance: '95.00',
      on: '2026-06-30',
      balance_after_commit: '90.00',
      difference: '5.00',
    };
    expect(preview.body.statements[0].balance_check).toEqual(check);
    expect((await commit(preview.body.id)).body.statements[0].balance_check).toEqual(check);
    await world.as('mere').post(`imports/${preview.body.id}/undo/`);
    const again = await upload('mere', file, { account_id: id });
    const done = await commit(again.body.id, { adjust_opening: true });
    expect(done.body.statements[0].balance_check.difference).toBe('0.00');
    expect((await world.as('mere').get(`accounts/${id}/`)).body.balance).toBe('88.00');
    await world.as('mere').post(`imports/${again.body.id}/undo/`);
    expect((await world.as('mere').get(`accounts/${id}/`)).body.balance).toBe('93.00');
  });

  it('in another currency than the account’s is told of in the preview', async () => {
    const id = await account('mere', { name: 'Euros', currency: 'EUR' });
    const camt = `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>77<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260601<TRNAMT>-1.00<FITID>1<NAME>Shop</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
    const preview = await upload('mere', camt, { account_id: id });
    expect(preview.body.statements[0].warnings).toMatchObject([{ code: 'currency_differs' }]);
    expect((await commit(preview.body.id)).body.errors).toMatchObject([{ code: 'currency_differs' }]);
  });

  it('still finds entries that somebody renamed, so that the same file adds nothing', async () => {
    const mere = world.as('mere');
    const id = await account('mere', { name: 'Everyday' });
    await commit((await upload('mere', JUNE, { account_id: id })).body.id);
    const [newest] = (await mere.get('transactions/')).body.results;
    await mere.patch(`transactions/${newest.id}/`, { payee: 'Our supermarket' });
    expect((await upload('mere', JUNE, { account_id: id })).body.counts).toMatchObject({ duplicate: 2 });
  });

  it('is read by the mapping that was corrected the last time', async () => {
    const mere = world.as('mere');
    const id = await account('mere', { name: 'Everyday' });
    const file = (day: string) => `Date,Amount,Payee\n${day}/2026,12.50,Java\n${day}/2026,84.10,Countdown\n`;
    const first = (await upload('mere', file('01/06'), { account_id: id })).body;
    const patch = async (mapping: object) => (await mere.patch(`imports/${first.id}/`, { mapping })).body;
    expect(await patch({ sign: 'positive_out' })).toMatchObject({ sum: '-96.60' });
    // A second correction leaves the first one as it is.
    expect(await patch({ date_order: 'mdy' })).toMatchObject({ sum: '-96.60', first_on: '2026-01-06' });
    const broken = await patch({ columns: { 0: 'ignore' } });
    expect(broken).toMatchObject({
      status: 'failed',
      refusal: { code: 'no_date_column' },
      counts: { total: 0 },
    });
    const mended = await patch({ columns: { 0: 'date' } });
    expect(mended).toMatchObject({ status: 'preview', refusal: null, sum: '-96.60', first_on: '2026-01-06' });
    await commit(first.id);
    const next = (await upload('mere', file('02/07'), { account_id: id })).body;
    expect(next).toMatchObject({ sum: '-96.60', first_on: '2026-02-07' });
    const [template] = (await mere.get('imports/templates/')).body.results;
    await mere.delete(`imports/templates/${template.id}/`);
    const afresh = (await upload('mere', file('02/07'), { account_id: id })).body;
    expect(afresh).toMatchObject({ sum: '96.60', first_on: '2026-07-02' });
  });

  it('names the other account of a transfer, which is linked where its other side is here and told where not', async () => {
    const everyday = await account('mere', { name: 'Everyday' });
    const nest = await account('mere', { name: 'Nest egg' });
    const qif = (amount: string, to: string) =>
      `!Type:Bank\nD06/13/2026\nT${amount}\nPOnwards\nL[${to}]\n^\n`;
    const alone = await upload('mere', qif('-300.00', 'Nest egg'), { account_id: everyday });
    expect(await rows(alone.body.id)).toMatchObject([
      { state: 'new', category_id: null, reason: expect.stringContaining('transfer with Nest egg') },
    ]);
    await commit(alone.body.id);
    const other = await upload('mere', qif('300.00', 'Everyday'), { account_id: nest });
    expect(other.body.counts).toMatchObject({ transfer: 1, included: 1 });
    await commit(other.body.id);
    const linked = (await world.as('mere').get('transactions/?type=transfer')).body.results;
    expect(linked).toHaveLength(2);
  });

  it('is nobody else’s business before it is committed, nor after it where it went to a private account', async () => {
    const hidden = await account('mere', { name: 'Own', visibility: 'private' });
    const shared = await account('mere', { name: 'Ours' });
    const seen = async (id: string) => {
      const tama = world.as('tama');
      const list = (await tama.get('imports/')).body.results.map((one: { id: string }) => one.id);
      const answers = [await tama.get(`imports/${id}/`), await tama.get(`imports/${id}/rows/`)];
      return [list.includes(id), ...answers.map((one) => one.status)];
    };
    const secret = (await upload('mere', JUNE, { account_id: hidden })).body.id;
    expect(await seen(secret)).toEqual([false, 404, 404]);
    await commit(secret);
    expect(await seen(secret)).toEqual([false, 404, 404]);
    expect((await world.as('tama').post(`imports/${secret}/undo/`)).status).toBe(404);
    expect((await world.as('tama').get('transactions/')).body.results).toEqual([]);

    const open = (await upload('mere', JUNE, { account_id: shared })).body.id;
    expect(await seen(open)).toEqual([false, 404, 404]);
    await commit(open);
    expect(await seen(open)).toEqual([true, 200, 200]);
    expect(await rows(open, 'tama')).toHaveLength(2);
    expect((await world.as('tama').post(`imports/${open}/undo/`)).body.status).toBe('undone');
    expect((await world.as('mere').get('transactions/')).body.results).toHaveLength(2);
    expect((await world.as('tama').get('transactions/')).body.results).toEqual([]);
  });

  it('brings a flatmate’s rows into accounts of their own and no others', async () => {
    const number = '12-3405-0123456-50';
    const ours = await account('mere', { name: 'Ours', number });
    const own = await account('sam', { name: 'Sam’s' });
    expect((await upload('sam', JUNE, { account_id: ours })).status).toBe(403);
    const sta = [
      ':20:A',
      `:25:${number}`,
      ':28C:1/1',
      ':60F:C260601NZD0,',
      ':61:2606020602D10,00NMSCX',
      ':86:Shop',
      ':62F:C260630NZD0,',
      '-',
      '',
    ];
    const named = (await upload('sam', sta.join('\r\n'))).body;
    expect(named.statements[0].account_id).toBeNull();
    const to = async (account_id: string) =>
      await world.as('sam').patch(`imports/${named.id}/`, { statements: [{ index: 0, account_id }] });
    expect([(await to(ours)).status, (await to(own)).status]).toEqual([403, 200]);
    expect((await world.as('sam').post(`imports/${named.id}/commit/`)).body.status).toBe('committed');
    expect((await world.as('mere').get(`accounts/${ours}/`)).body.balance).toBe('0.00');
  });

  it('of several accounts proposes for each the one that bears its number, and skips what is told to be skipped', async () => {
    const [one, two] = [
      await account('mere', { name: 'One', number: '12-3405-0123456-50' }),
      await account('mere', { name: 'Two', number: '12-3405-0123456-51' }),
    ];
    const part = (number: string, amount: string) =>
      [
        ':20:A',
        `:25:${number}`,
        ':28C:1/1',
        ':60F:C260601NZD0,',
        `:61:2606020602${amount}NMSCX`,
        ':86:Shop',
        ':62F:C260630NZD0,',
        '-',
      ].join('\r\n');
    const file = [
      part('12-3405-0123456-50', 'D1,'),
      part('12-3405-0123456-51', 'D2,'),
      part('99', 'D4,'),
      '',
    ].join('\r\n');
    const { id, statements } = (await upload('mere', file)).body;
    expect(statements.map((each: { account_id: string }) => each.account_id)).toEqual([one, two, null]);
    expect((await commit(id)).status).toBe(422);
    await world.as('mere').patch(`imports/${id}/`, { statements: [{ index: 2, skip: true }] });
    expect((await commit(id)).body.status).toBe('committed');
    const balances = [one, two].map(
      async (each) => (await world.as('mere').get(`accounts/${each}/`)).body.balance,
    );
    expect(await Promise.all(balances)).toEqual(['-1.00', '-2.00']);
  });
});
