/** Real files of banks and apps through the whole house: in, seen, kept, told apart from themselves, and undone. */
import { existsSync, readFileSync } from 'node:fs';
import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor, parseMoney } from '@kinwise/core/money';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importWith } from '../../src/cli/import.ts';
import type { WireImport } from '../../src/intake/imports/imports.schema.ts';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';

/** Kept beside the repository; whoever has none runs every other test. */
const ROOT = new URL('../../../../../shared/samples/bank-files/', import.meta.url);
const LIST = new URL('expected.json', ROOT);
const isHere = existsSync(LIST);

type Statement = WireImport['statements'][number];
type Numbers = { transactions?: number; sum?: string; first?: string | null; last?: string | null };
type Part = Numbers & { entries?: number; net?: string };
type Expected = Numbers & {
  money_in?: string;
  money_out?: string;
  rejected_rows?: number;
  currency?: string;
  expect?: string;
  read_61?: Numbers;
  statements?: number | Part[];
};

const expectations: Record<string, Expected> = isHere ? JSON.parse(readFileSync(LIST, 'utf8')) : {};

/** What cannot be read, with the line where it shows. */
const REFUSED: Record<string, [code: string, line: number]> = {
  'ofx/ofxparse-bank_small.ofx': ['no_statement', 1],
  'ofx/ofxparse-error_message.ofx': ['bank_error', 22],
  'ofx/ofxparse-signon_fail.ofx': ['bank_error', 11],
  'qif/gnucash-quicktest.qif': ['no_transactions', 1],
  'qif/gnucash-swipe.qif': ['no_transactions', 1],
  'camt/camt053.v2.wrong.xml': ['no_statement', 1],
  'gnucash/currency_tree_xml.gnucash': ['old_gnucash', 1],
  'broken/libofx-downcast.ofx': ['no_statement', 1],
  'broken/libofx-failing-ofx-file1.xml': ['no_rows', 1],
  'broken/libofx-failing-ofx-file2.xml': ['no_statement', 1],
  'broken/libofx-heap-buffer-overflow-1.ofx': ['no_statement', 1],
  'broken/libofx-heap-buffer-overflow-2.ofx': ['no_rows', 1],
  'broken/libofx-null-ptr-deref-1.ofx': ['no_statement', 1],
  'broken/libofx-null-ptr-deref-2.ofx': ['no_statement', 1],
  'broken/libofx-use-after-free.ofx': ['no_statement', 1],
};

const CURRENCIES = 'AUD BRL CAD CHF CZK DEM EUR GBP JOD PLN RON SEK SGD USD'.split(' ');

describe.skipIf(!isHere)('real files of banks and apps (skipped where the sample folder is absent)', () => {
  let world: World;
  let mere: Caller;
  let made = 0;
  const open: string[] = [];

  beforeAll(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    for (const base of CURRENCIES)
      await mere.post('exchange-rates/', { base, quote: 'NZD', on: '1990-01-01', rate: '1.5' });
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    for (const one of (await mere.get('imports/')).body.results) {
      if (one.status === 'committed') await mere.post(`imports/${one.id}/undo/`);
      await mere.delete(`imports/${one.id}/`);
    }
    for (const id of open.splice(0)) await mere.delete(`accounts/${id}/`);
  });
  afterAll(async () => {
    await world.close();
  });

  const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, ROOT));
  const newAccount = async (currency: string): Promise<string> => {
    made += 1;
    const body = { name: `Account ${made}`, kind: 'checking', currency, opened_on: '1990-01-01' };
    const { id } = (await mere.post('accounts/', body)).body;
    open.push(id);
    return id;
  };
  const upload = async (name: string, account_id?: string): Promise<WireImport> => {
    const file = { name: name.split('/').at(-1) ?? '', bytes: bytesOf(name) };
    return (await mere.upload('imports/', file, account_id ? { account_id } : {})).body;
  };
  /** An account for each one that the file names, of its currency; where it names none, for each statement. */
  const assign = async (preview: WireImport, accounts: Map<string, string>): Promise<WireImport> => {
    const statements: { index: number; account_id: string }[] = [];
    for (const one of preview.statements) {
      const key = keyOf(one);
      if (!accounts.has(key)) accounts.set(key, await newAccount(one.account_hint.currency));
      statements.push({ index: one.index, account_id: accounts.get(key) ?? '' });
    }
    return (await mere.patch(`imports/${preview.id}/`, { statements })).body;
  };

  for (const [name, expected] of Object.entries(expectations)) {
    const refusal = REFUSED[name];
    if (refusal) {
      it(`${name} is refused, and nothing of it is imported`, async () => {
        const { status, refusal: got, counts } = await upload(name);
        expect([status, got?.code, got?.line, counts.total]).toEqual(['failed', ...refusal, 0]);
        expect(got?.message).not.toBe('');
        expect(got?.cure).not.toBe('');
      });
      continue;
    }
    it(`${name} is read, kept, known again and undone`, async () => {
      const isTable = expected.currency !== undefined && !/^(ofx|camt|mt940|qif|gnucash|xlsx)\//.test(name);
      const account = isTable ? await newAccount(expected.currency ?? 'NZD') : undefined;
      const first = await upload(name, account);
      const accounts = new Map(account ? first.statements.map((one) => [keyOf(one), account]) : []);
      const preview = await assign(first, accounts);
      expectPreview(name, expected, preview);

      const done = await mere.post(`imports/${preview.id}/commit/`);
      expect(done).toMatchObject({ status: 200, body: { status: 'committed' } });
      for (const id of new Set(accounts.values())) {
        const own = preview.statements.filter((one) => accounts.get(keyOf(one)) === id);
        const currency = own[0]?.account_hint.currency ?? '';
        const sum = own.reduce((all, one) => all + parseMoney(one.sum, currency).minor, 0n);
        const balance = (await mere.get(`accounts/${id}/`)).body.balance;
        expect(balance).toBe(formatMinor(sum, exponentOf(currency)));
      }
      const { counts } = preview;
      const list = await mere.get('transactions/?totals=true&page_size=1');
      expect(list.body._meta.totals.count).toBe(counts.total - counts.rejected);

      const again = await assign(await upload(name, account), accounts);
      expect(again.counts).toMatchObject({ total: counts.total, included: 0, new: 0 });
      await mere.delete(`imports/${again.id}/`);

      expect((await mere.post(`imports/${preview.id}/undo/`)).body.status).toBe('undone');
      expect((await mere.get('transactions/')).body.results).toEqual([]);
      expect((await mere.get('tags/')).body.results).toEqual([]);
      for (const id of accounts.values())
        expect(Number((await mere.get(`accounts/${id}/`)).body.balance)).toBe(0);
    });
  }

  it.each([
    ['nz/asb-everyday-2026.csv', 'NZD', '7 of 7 rows'],
    ['ofx/ofxparse-checking.ofx', 'USD', '3 of 3 rows'],
    ['mt940/jejik-ing.sta', 'EUR', '7 of 7 rows'],
    ['camt/camt053.v8.xml', 'EUR', '1 of 1 rows'],
  ])('%s comes in by the shell too', async (name, currency, told) => {
    const id = await newAccount(currency);
    const account = (await mere.get(`accounts/${id}/`)).body.name;
    const place = { path: new URL(name, ROOT).pathname, account, household: 'Ngata whānau' };
    const said: string[] = [];
    const voice = { write: (text: string) => said.push(text) };
    const voices = { stdout: voice, stderr: voice };
    expect(await importWith(world.program, { ...place, email: 'mere@example.org' }, voices)).toBe(0);
    expect(said.join('')).toContain(`Imported ${told}`);
    const list = await mere.get('imports/');
    await mere.post(`imports/${list.body.results[0].id}/undo/`);
    expect((await mere.get('transactions/')).body.results).toEqual([]);
  });

  it('that cannot be read are refused by the shell with the line and the cure', async () => {
    const id = await newAccount('NZD');
    const account = (await mere.get(`accounts/${id}/`)).body.name;
    const path = new URL('ofx/ofxparse-signon_fail.ofx', ROOT).pathname;
    const place = { path, account, household: 'Ngata whānau', email: 'mere@example.org' };
    const said: string[] = [];
    const voice = { write: (text: string) => said.push(text) };
    expect(await importWith(world.program, place, { stdout: voice, stderr: voice })).toBe(1);
    expect(said.join('')).toMatch(/^kinwise: line 11: .*15500.*\(bank_error\)\n$/s);
  });
});

function keyOf({ index, account_hint }: Statement): string {
  const { number_masked, name, currency } = account_hint;
  return `${number_masked ?? name ?? index} ${currency}`;
}

function expectPreview(name: string, expected: Expected, preview: WireImport): void {
  expect(preview.status).toBe('preview');
  const { counts, statements } = preview;
  const read = counts.total - counts.rejected;
  if (name.startsWith('ofx/') || name.startsWith('camt/')) {
    const parts = expected.statements as Part[];
    expect(statements).toHaveLength(parts.length);
    for (const [index, part] of parts.entries()) {
      const { counts: own, sum, first_on, last_on } = statements[index] as Statement;
      expect(own.total).toBe(part.transactions ?? part.entries);
      if (own.rejected > 0) continue;
      expectMoney(sum, part.sum ?? part.net);
      expect([first_on, last_on].map(bare)).toEqual([bare(part.first), bare(part.last)]);
    }
    return;
  }
  if (name.startsWith('mt940/')) {
    expect(statements).toHaveLength(expected.statements as number);
    expect([read, counts.rejected]).toEqual([expected.read_61?.transactions, 0]);
    const sum = statements.reduce((all, one) => all + Number(one.sum), 0);
    expectMoney(String(sum), expected.read_61?.sum);
    return;
  }
  if (name.startsWith('xlsx/')) {
    expect(statements.map((one) => [one.currency, one.sum, one.first_on])).toEqual([
      ['USD', '-33.50', '2018-12-15'],
      ['EUR', '1525.00', '2018-12-15'],
    ]);
    return;
  }
  if (name.startsWith('gnucash/')) return;
  expect(counts.total - (expected.rejected_rows ?? 0)).toBe(expected.transactions);
  expectMoney(preview.sum, expected.sum);
  if (expected.money_in === undefined) return;
  expect(counts.rejected).toBe(expected.rejected_rows);
  expectMoney(preview.sum_in, expected.money_in);
  expectMoney(preview.sum_out, expected.money_out);
  expect([preview.first_on, preview.last_on]).toEqual([expected.first, expected.last]);
}

/** Files give more decimals than their currency has, and each is rounded for itself. */
function expectMoney(got: string, wanted: string | undefined): void {
  expect(Math.abs(Number(got) - Number(wanted))).toBeLessThan(0.0051);
}

function bare(day: string | null | undefined): string {
  return (day ?? '').replaceAll('-', '');
}
