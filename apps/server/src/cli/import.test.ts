import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importByShell } from '../../test/imports/shell.ts';
import { makeWorld } from '../../test/world.ts';
import type { Caller, World } from '../../test/world.ts';

const csv = (...lines: string[]): string => ['Date,Amount,Payee,Reference', ...lines].join('\n');

const JUNE = csv(
  '01/06/2026,-12.50,Java On Quay,1',
  '03/06/2026,-84.10,Countdown,2',
  'no row at all',
  '15/06/2026,2400.00,Salary,3',
);

const row = ([day, amount, name, id]: readonly [string, string, string, string]): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202606${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`;

const account = (number: string, currency: string, rows: string): string =>
  `<STMTTRNRS><STMTRS><CURDEF>${currency}<BANKACCTFROM><BANKID>12<ACCTID>${number}<ACCTTYPE>CHECKING</BANKACCTFROM>` +
  `<BANKTRANLIST>${rows}</BANKTRANLIST><LEDGERBAL><BALAMT>915.90<DTASOF>20260630</LEDGERBAL></STMTRS></STMTTRNRS>`;

const ofx = (...statements: string[]): string =>
  `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1>${statements.join('')}</BANKMSGSRSV1></OFX>`;

/** An account that the household knows, two that it does not, one of them in another currency, and one without rows. */
const ALL = ofx(
  account('12-3405-0123456-50', 'NZD', row(['03', '-84.10', 'Shop', 'A1'])),
  account('12-3405-0123456-51', 'NZD', row(['04', '20.00', 'Interest', 'B1'])),
  account('12-3405-0123456-52', 'EUR', row(['05', '-7.00', 'Kiosk', 'C1'])),
  account('12-3405-0123456-53', 'NZD', ''),
);

describe('kinwise import', () => {
  let world: World;
  let mere: Caller;
  const folder = mkdtempSync(join(tmpdir(), 'kinwise-shell-'));
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    await mere.post('exchange-rates/', { base: 'EUR', quote: 'NZD', on: '2020-01-01', rate: '2' });
  });
  beforeEach(async () => {
    const made = [
      { name: 'Everyday', number: '12-3405-0123456-50' },
      { name: 'Savings' },
      { name: 'Euro', currency: 'EUR' },
    ];
    for (const body of made)
      ids[body.name] = (await mere.post('accounts/', { kind: 'checking', ...body })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    for (const { id, status } of (await mere.get('imports/')).body.results) {
      if (status === 'committed') await mere.post(`imports/${id}/undo/`);
      await world.runJobs();
      await mere.delete(`imports/${id}/`);
    }
    for (const id of Object.values(ids)) await mere.delete(`accounts/${id}/`);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  const file = (text: string, name = 'june.csv'): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const balances = async (): Promise<Record<string, string>> => {
    const { results } = (await mere.get('accounts/')).body;
    return Object.fromEntries(
      results.map((one: { name: string; balance: string }) => [one.name, one.balance]),
    );
  };
  const kept = async (): Promise<{ imports: number; entries: number }> => ({
    imports: (await mere.get('imports/')).body.results.length,
    entries: (await mere.get('transactions/')).body.results.length,
  });
  const NOTHING = { imports: 0, entries: 0 };

  it('says what the file holds, line by line what is no row, and brings it in', async () => {
    const { code, out, err } = await importByShell(world, { path: file(JUNE), account: 'everyday' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'june.csv: csv, utf-8',
        'statement 1: no account named: goes to "Everyday"',
        '  rows     4: new 3, rejected 1',
        '  money    in 2400.00, out -96.60, sum 2303.40 NZD',
        '  days     2026-06-01 to 2026-06-15',
        '  line 4 is no row: “no row at all” stands where the day should be. | no row at all',
        'Imported 3 of 4 rows. Undo it in the app under Import.',
        '',
      ].join('\n'),
    );
    expect(await balances()).toMatchObject({ Everyday: '2303.40' });
  });

  it('keeps nothing of a dry run', async () => {
    const { code, out } = await importByShell(world, { path: file(JUNE), account: 'Everyday', dryRun: true });
    expect(code).toBe(0);
    expect(out).toContain('new 3');
    expect(out).not.toContain('Imported');
    expect(await kept()).toEqual(NOTHING);
  });

  it('takes the id of a household where two have one name, and tells it', async () => {
    const twin = async (): Promise<string> => (await mere.post('households/', { name: 'Twin' })).body.id;
    const [one, other] = [await twin(), await twin()];
    const wanted = { path: file(JUNE), account: 'Everyday', dryRun: true };
    const asked = await importByShell(world, { ...wanted, household: 'Twin' });
    expect(asked.code).toBe(1);
    expect(asked.err).toContain(`"Twin" (${one}), "Twin" (${other})`);
    const chosen = await importByShell(world, { ...wanted, household: other });
    expect(chosen.err).not.toContain('several households');
  });

  it('writes what the API answers, and nothing else, when asked for JSON', async () => {
    const wanted = { path: file(JUNE), account: 'Everyday', json: true };
    const shown = await importByShell(world, { ...wanted, dryRun: true });
    expect(JSON.parse(shown.out)).toMatchObject({ status: 'preview', counts: { total: 4, new: 3 } });
    const done = JSON.parse((await importByShell(world, wanted)).out);
    expect(done).toEqual((await mere.get(`imports/${done.id}/`)).body);
  });

  it('sends a statement to the account that bears its number, and lists what has no place yet', async () => {
    const { code, out, err } = await importByShell(world, { path: file(ALL, 'all.ofx') });
    expect(code).toBe(1);
    expect(out).toContain('statement 1: •••• 5650, everyday: goes to "Everyday"\n');
    expect(out).toContain('statement 2: •••• 5651, everyday: goes to no account yet\n');
    expect(out).toContain('together: 4 statements, rows 3: new 3\n');
    expect(out).toContain('  money    in 0.00, out -7.00, sum -7.00 EUR\n');
    expect(err).toBe(
      'kinwise: Statements 2 and 3 go to no account yet. Add --account NAME for all of them; or for each ' +
        '--statement 2=NAME, or --statement 2=skip to leave it out. Nothing was imported. ' +
        'The accounts are: "Euro" (EUR), "Everyday" (NZD), "Savings" (NZD).\n',
    );
    expect(await kept()).toEqual(NOTHING);
  });

  it('places statements as it is told, and leaves out what it is told', async () => {
    const statements = new Map([
      [2, 'Savings'],
      [3, 'skip'],
    ]);
    const { code, out } = await importByShell(world, { path: file(ALL, 'all.ofx'), statements });
    expect(code).toBe(0);
    expect(out).toContain('statement 3: •••• 5652, everyday: left out\n');
    expect(await balances()).toMatchObject({ Everyday: '-84.10', Savings: '20.00', Euro: '0.00' });
  });

  it('takes --account for all that name no account of the household', async () => {
    const statements = new Map([[3, 'Euro']]);
    const wanted = { path: file(ALL, 'all.ofx'), account: 'Savings', statements };
    const { code, out } = await importByShell(world, wanted);
    expect(code).toBe(0);
    expect(out).toContain(`It bears this account's number. For "Savings" say --statement 1="Savings".`);
    expect(await balances()).toMatchObject({ Everyday: '-84.10', Savings: '20.00', Euro: '-7.00' });
  });

  it('lets the number decide over --account, and --statement over the number', async () => {
    const one = file(
      ofx(account('12-3405-0123456-50', 'NZD', row(['03', '-84.10', 'Shop', 'A1']))),
      'one.ofx',
    );
    await importByShell(world, { path: one, account: 'Savings' });
    expect(await balances()).toMatchObject({ Everyday: '-84.10', Savings: '0.00' });
    await importByShell(world, { path: one, statements: new Map([[1, 'Savings']]) });
    expect(await balances()).toMatchObject({ Everyday: '-84.10', Savings: '-84.10' });
  });

  it('refuses a currency that is not the account’s, and says what to write instead', async () => {
    const { code, err } = await importByShell(world, { path: file(ALL, 'all.ofx'), account: 'Savings' });
    expect(code).toBe(1);
    expect(err).toContain('Statement 3 is in EUR, "Savings" in NZD. Choose an account in EUR.');
    expect(err).toContain('Say --statement 3=NAME, or --statement 3=skip.');
    expect(await kept()).toEqual(NOTHING);
  });

  it('reads what names no currency in that of the account', async () => {
    const { out } = await importByShell(world, { path: file(JUNE), account: 'Euro' });
    expect(out).toContain('sum 2303.40 EUR');
    expect(await balances()).toMatchObject({ Euro: '2303.40' });
  });

  it('lets the account end where the statement does, and shows the difference', async () => {
    const wanted = {
      path: file(ALL, 'all.ofx'),
      statements: new Map([
        [2, 'skip'],
        [3, 'skip'],
      ]),
    };
    const { out } = await importByShell(world, { ...wanted, adjustOpening: true });
    expect(out).toContain('  balance  closing 915.90 on 2026-06-30\n');
    expect(out).toContain('With these rows the account ends that day at -84.10; the difference is 1000.00.');
    expect(await balances()).toMatchObject({ Everyday: '915.90' });
  });

  it.each([
    ['an account that is none', { account: 'Wallet' }, 'There is no account "Wallet". The accounts are:'],
    ['a statement that the file lacks', { statements: new Map([[2, 'skip']]) }, 'none with the number 2.'],
    ['a household that is none', { household: 'Nobody' }, 'There is no such household or member.'],
    ['a file that is none', { path: '/nowhere/june.csv' }, 'There is no file "/nowhere/june.csv"'],
    ['a folder', { path: tmpdir() }, 'There is no file '],
    ['who may not bring in files', { account: 'Everyday', email: 'aroha@example.org' }, 'data.import'],
  ])('refuses %s', async (_name, words, sentence) => {
    const { code, err } = await importByShell(world, { path: file(JUNE), ...words });
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    expect(await kept()).toEqual(NOTHING);
  });

  it('refuses before the first row what lacks a rate, and keeps nothing', async () => {
    await mere.post('accounts/', { name: 'Yen', kind: 'checking', currency: 'JPY' }).then(({ body }) => {
      ids['Yen'] = body.id;
    });
    const path = file(csv('01/06/2026,-1250,Java,1'));
    for (const dryRun of [true, false]) {
      const { code, err } = await importByShell(world, { path, account: 'Yen', dryRun });
      expect(code).toBe(1);
      expect(err).toMatch(/JPY.*Nothing was imported\.\n$/);
    }
    expect(await kept()).toEqual(NOTHING);
  });

  it('never hands what commands a terminal on to it', async () => {
    const path = file(csv('01/06/2026,-1.00,Java,1', 'x\u001b[31mred\u0007'), 'evil.csv');
    const { out } = await importByShell(world, { path, account: 'Everyday' });
    expect(out).toContain('[31mred');
    // eslint-disable-next-line no-control-regex -- these must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  const LONG = csv(
    ...Array.from(
      { length: 2_500 },
      (_unused, index) => `${(index % 28) + 1}/0${(index % 9) + 1}/2025,-1.00,Shop ${index},${index}`,
    ),
  );

  it('writes a long file piece by piece, leaving a job behind that finds nothing to do', async () => {
    const { code, out } = await importByShell(world, { path: file(LONG), account: 'Everyday' });
    expect(code).toBe(0);
    expect(out).toContain('Imported 2500 of 2500 rows.');
    await world.runJobs();
    expect(await balances()).toMatchObject({ Everyday: '-2500.00' });
  });

  it('of a long file that ends in the middle is brought to its end by the worker', async () => {
    let left = Number.POSITIVE_INFINITY;
    const inHousehold: typeof world.program.opener.inHousehold = async (at, work) => {
      left -= 1;
      if (left < 0) throw new Error('the shell was closed');
      const answer = await world.program.opener.inHousehold(at, work);
      // One piece is written after the commit has begun, the next one is fetched, and then no more.
      if ((answer as { status?: unknown } | undefined)?.status === 'committing') left = 3;
      return answer;
    };
    const opener = { ...world.program.opener, inHousehold };
    const wanted = { path: file(LONG), account: 'Everyday' };
    const closed = importByShell({ program: { ...world.program, opener } }, wanted);
    await expect(closed).rejects.toThrow('the shell was closed');
    expect(await balances()).toMatchObject({ Everyday: '-2000.00' });
    await world.runJobs();
    expect(await balances()).toMatchObject({ Everyday: '-2500.00' });
    expect((await mere.get('imports/')).body.results).toMatchObject([{ status: 'committed' }]);
  });
});
