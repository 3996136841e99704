import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Answer, World } from '../../../test/world.ts';

const NUMBER = '12-3405-0123456-50';

function ofx(number: string, day: string): Uint8Array {
  return new TextEncoder().encode(
    `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>${number}<ACCTTYPE>CHECKING</BANKACCTFROM>` +
      `<BANKTRANLIST><DTSTART>20260601<DTEND>20260630<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202606${day}<TRNAMT>-5.00<FITID>${day}<NAME>Bakery</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  );
}

describe('an account without a number', () => {
  let world: World;
  let everyday: string;

  beforeEach(async () => {
    world = await makeWorld();
    everyday = (await world.as('mere').post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
    await world.as('mere').post('accounts/', { name: 'Savings', kind: 'savings' });
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const upload = async (number: string, day: string, fields: Record<string, string> = {}): Promise<Answer> =>
    await world.as('mere').upload('imports/', { name: 'june.ofx', bytes: ofx(number, day) }, fields);
  const take = async (number: string, day: string): Promise<string> => {
    const { id } = (await upload(number, day, { account_id: everyday })).body;
    await world.as('mere').post(`imports/${id}/commit/`);
    return id;
  };
  const masked = async (): Promise<string | null> =>
    (await world.as('mere').get(`accounts/${everyday}/`)).body.number_masked;

  it('learns it from the bank’s file, so that the next file finds its way', async () => {
    await take(NUMBER, '05');
    expect(await masked()).toMatch(/5650$/);
    expect((await upload(NUMBER, '06')).body.statements[0]).toMatchObject({ account_id: everyday });
  });

  it('forgets it when the import is undone', async () => {
    const id = await take(NUMBER, '05');
    await world.as('mere').post(`imports/${id}/undo/`);
    expect(await masked()).toBeNull();
    expect((await upload(NUMBER, '06')).body.statements[0].account_id).toBeNull();
  });

  it('keeps it while another file that bears it stands, and forgets it with that one', async () => {
    const first = await take(NUMBER, '05');
    const { id } = (await upload(NUMBER, '06')).body;
    await world.as('mere').post(`imports/${id}/commit/`);
    await world.as('mere').post(`imports/${first}/undo/`);
    expect(await masked()).toMatch(/5650$/);
    await world.as('mere').post(`imports/${id}/undo/`);
    expect(await masked()).toBeNull();
  });

  it('forgets it with the first when the very same file came once more', async () => {
    const first = await take(NUMBER, '05');
    await take(NUMBER, '05');
    await world.as('mere').post(`imports/${first}/undo/`);
    expect(await masked()).toBeNull();
  });

  it('keeps what its people wrote', async () => {
    const id = await take(NUMBER, '05');
    await world.as('mere').patch(`accounts/${everyday}/`, { number: '01-0001-0000001-00' });
    await world.as('mere').post(`imports/${id}/undo/`);
    expect(await masked()).toMatch(/0100$/);
    await take('06-0606-0606060-60', '07');
    expect(await masked()).toMatch(/0100$/);
  });

  it('learns none where the file names two for it', async () => {
    const both = new TextDecoder().decode(ofx(NUMBER, '05'));
    const other = new TextDecoder().decode(ofx('06-0606-0606060-60', '06'));
    const statement = /<STMTTRNRS>.*<\/STMTTRNRS>/.exec(other)?.[0] ?? '';
    const bytes = new TextEncoder().encode(both.replace('</BANKMSGSRSV1>', `${statement}</BANKMSGSRSV1>`));
    const fields = { account_id: everyday };
    const { id, statements } = (await world.as('mere').upload('imports/', { name: 'two.ofx', bytes }, fields))
      .body;
    expect(statements).toMatchObject([{ account_id: everyday }, { account_id: everyday }]);
    await world.as('mere').post(`imports/${id}/commit/`);
    expect(await masked()).toBeNull();
  });

  it('learns none that another account bears', async () => {
    await world.as('mere').post('accounts/', { name: 'Old', kind: 'checking', number: NUMBER });
    await take(NUMBER, '05');
    expect(await masked()).toBeNull();
  });
});
