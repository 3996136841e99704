/** A number that several accounts of a household bear: nobody is taken for meant who was not named. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Answer, Caller, World } from '../world.ts';
import { importByShell } from './shell.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NUMBER = '12-3405-0123456-50';

function ofx(...numbers: readonly string[]): string {
  const one = (number: string, index: number): string =>
    `<STMTRS><CURDEF>NZD<BANKACCTFROM><ACCTID>${number}</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>POS<DTPOSTED>20260605<TRNAMT>-${index + 1}.00<FITID>a${index}<NAME>Java</STMTTRN></BANKTRANLIST></STMTRS>`;
  return `<OFX>${numbers.map(one).join('')}</OFX>`;
}

describe('a statement whose number several accounts bear', () => {
  let world: World;
  let mere: Caller;
  let folder: string;
  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    folder = mkdtempSync(join(tmpdir(), 'shared-number-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const account = async (name: string, more: object = {}): Promise<string> =>
    (await mere.post('accounts/', { name, kind: 'checking', number: NUMBER, ...more })).body.id;
  const upload = async (content: string, fields: Record<string, string> = {}): Promise<Answer> =>
    await mere.upload('imports/', { name: 'june.ofx', bytes: new TextEncoder().encode(content) }, fields);
  const homes = ({ body }: Answer): (string | null)[] =>
    body.statements.map((one: { account_id: string | null }) => one.account_id);
  const shell = async (
    content: string,
    said: { account?: string; statements?: Map<number, string> } = {},
  ) => {
    const path = join(folder, 'june.ofx');
    writeFileSync(path, content);
    return await importByShell(world, { path, ...said });
  };
  const balance = async (id: string): Promise<string> => (await mere.get(`accounts/${id}/`)).body.balance;

  it('goes to none of them by itself: the preview asks and says which bear it', async () => {
    const one = await account('One');
    const two = await account('Two');
    const answer = await upload(ofx(NUMBER));
    expect(answer.body.statements).toMatchObject([
      {
        account_id: null,
        proposed_account_id: null,
        warnings: [
          { code: 'number_shared', message: expect.stringMatching(/"One" and "Two" bear the number/) },
        ],
      },
    ]);
    const { id } = answer.body;
    const refused = await mere.post(`imports/${id}/commit/`, {});
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'required' }] } });
    const chosen = await mere.patch(`imports/${id}/`, { statements: [{ index: 0, account_id: two }] });
    expect(chosen.body.statements).toMatchObject([{ account_id: two, warnings: [] }]);
    expect((await mere.post(`imports/${id}/commit/`, {})).body.status).toBe('committed');
    expect([await balance(one), await balance(two)]).toEqual(['0.00', '-1.00']);
  });

  it('goes to the one that is named with the file, also where the file holds others', async () => {
    const one = await account('One');
    const two = await account('Two');
    const other = await account('Other', { number: '12-3405-0123456-77' });
    for (const named of [one, two])
      expect(homes(await upload(ofx(NUMBER), { account_id: named }))).toEqual([named]);
    const file = ofx(NUMBER, '12-3405-0123456-77', '99');
    expect(homes(await upload(file, { account_id: two }))).toEqual([two, other, two]);
    expect(homes(await upload(file, { account_id: other }))).toEqual([null, other, other]);
    expect(homes(await upload(file))).toEqual([null, other, null]);
  });

  it('goes to the only one that is open, or in its currency', async () => {
    const dollars = await account('Dollars');
    const euros = await account('Euros', { currency: 'EUR' });
    expect(homes(await upload(ofx(NUMBER)))).toEqual([dollars]);
    expect(homes(await upload(ofx(NUMBER).replace('NZD', 'EUR')))).toEqual([euros]);
    expect(homes(await upload(ofx(NUMBER).replace('<CURDEF>NZD', '')))).toEqual([null]);
    expect((await mere.post(`accounts/${dollars}/close/`)).status).toBe(200);
    const again = await account('Anew');
    expect(homes(await upload(ofx(NUMBER)))).toEqual([again]);
  });

  it('goes by the shell where --account or --statement says, and is asked about otherwise', async () => {
    const one = await account('One');
    const two = await account('Two');
    await account('Other', { number: '12-3405-0123456-77' });
    for (const said of [{}, { account: 'Other' }]) {
      const { code, out, err } = await shell(ofx(NUMBER), said);
      expect([code, out]).toEqual([1, expect.stringContaining('goes to no account yet')]);
      expect(err).toContain('"One" and "Two" bear the number of statement 1');
      expect(err).toContain('--statement 1=NAME');
      expect(err).toContain('Nothing was imported.');
    }
    expect(await shell(ofx(NUMBER), { account: 'Two' })).toMatchObject({ code: 0, err: '' });
    expect([await balance(one), await balance(two)]).toEqual(['0.00', '-1.00']);
    const statements = new Map([[1, 'One']]);
    expect(await shell(ofx(NUMBER), { account: 'Two', statements })).toMatchObject({ code: 0, err: '' });
    expect([await balance(one), await balance(two)]).toEqual(['-1.00', '-1.00']);
  });
});
