/** Files that a download broke off: what is whole comes in, what the cut went through does not, the rest comes later. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Answer, Caller, World } from '../world.ts';

/** Two entries each: 5.00 and 1,234.56 out. The cut is behind the mark, in the middle of the second amount. */
const FILES: Record<string, { text: string; mark: string; line: number }> = {
  OFX: {
    text: '<OFX><STMTRS><CURDEF>NZD<BANKTRANLIST>\n<STMTTRN><DTPOSTED>20260601<TRNAMT>-5.00<NAME>Java</STMTTRN>\n<STMTTRN><DTPOSTED>20260602<TRNAMT>-1234.56<NAME>Rent</STMTTRN>\n</BANKTRANLIST></STMTRS></OFX>\n',
    mark: '-12',
    line: 3,
  },
  QIF: {
    text: '!Type:Bank\nD13/06/2026\nT-5.00\nPJava\n^\nD14/06/2026\nT-1234.56\nPRent\n^\n',
    mark: 'T-12',
    line: 6,
  },
  MT940: {
    text: ':20:A\n:25:1\n:28C:1/1\n:60F:C260601NZD5000,00\n:61:260601D5,00NMSC\n:86:Java\n:61:260602D1234,56NMSC\n:86:Rent\n:62F:C260602NZD3760,44\n-\n',
    mark: 'D1234,',
    line: 7,
  },
  CSV: {
    text: 'Date,Payee,Amount\n31/05/2026,Java,-5.00\n02/06/2026,Rent,-1234.56\n',
    mark: '-12',
    line: 3,
  },
};

describe('a file that was cut off', () => {
  let world: World;
  let mere: Caller;
  let account_id: string;
  beforeEach(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    account_id = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const upload = async (content: string): Promise<Answer> =>
    await mere.upload(
      'imports/',
      { name: 'june.txt', bytes: new TextEncoder().encode(content) },
      { account_id },
    );
  const balance = async (): Promise<string> => (await mere.get(`accounts/${account_id}/`)).body.balance;

  it.each(Object.keys(FILES))(
    'brings in no part of an amount, and the rest when it is fetched again: %s',
    async (name) => {
      const { text = '', mark = '', line } = FILES[name] ?? {};
      const cut = (await upload(text.slice(0, text.lastIndexOf(mark) + mark.length))).body;
      expect(cut.counts).toMatchObject({ total: 2, new: 1, rejected: 1, included: 1 });
      expect(cut.warnings).toContainEqual(expect.objectContaining({ code: 'truncated' }));
      const { results } = (await mere.get(`imports/${cut.id}/rows/?state=rejected`)).body;
      expect(results).toMatchObject([{ line, reason: expect.stringContaining('Fetch the file again') }]);
      await mere.post(`imports/${cut.id}/commit/`, {});
      expect(await balance()).toBe('-5.00');
      const whole = (await upload(text)).body;
      expect(whole.counts).toMatchObject({ total: 2, new: 1, duplicate: 1, rejected: 0 });
      await mere.post(`imports/${whole.id}/commit/`, {});
      expect(await balance()).toBe('-1239.56');
    },
  );
});
