/** Real files of banks and apps through the whole house: in, seen, kept, told apart from themselves, and undone. */
import { readFileSync } from 'node:fs';
import { exponentOf } from '@kinwise/core/currencies';
import { formatMinor, parseMoney } from '@kinwise/core/money';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WireImport } from '../../src/intake/imports/imports.schema.ts';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';
import * as samples from './expectations.ts';
import type { Statement } from './expectations.ts';

describe.skipIf(!samples.isHere)(
  'real files of banks and apps by the API (skipped where the sample folder is absent)',
  () => {
    let world: World;
    let mere: Caller;
    let made = 0;
    const open: string[] = [];

    beforeAll(async () => {
      world = await makeWorld();
      mere = world.as('mere');
      for (const base of samples.currencies)
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

    const newAccount = async (currency: string): Promise<string> => {
      made += 1;
      const body = { name: `Account ${made}`, kind: 'checking', currency, opened_on: '1990-01-01' };
      const { id } = (await mere.post('accounts/', body)).body;
      open.push(id);
      return id;
    };
    const upload = async (name: string, account_id?: string): Promise<WireImport> => {
      const file = { name: name.split('/').at(-1) ?? '', bytes: readFileSync(samples.pathOf(name)) };
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

    it('are a hundred and more, and each is one or the other', () => {
      expect(samples.files.length).toBeGreaterThan(100);
      expect(Object.keys(samples.refusals).filter((name) => !samples.files.includes(name))).toEqual([]);
    });

    it.each(Object.keys(samples.refusals))('%s is refused, and nothing of it is imported', async (name) => {
      samples.expectRefusal(name, await upload(name));
      expect((await mere.get('transactions/')).body.results).toEqual([]);
    });

    it.each(samples.readable)('%s is read, kept, known again and undone', async (name) => {
      const currency = samples.accountCurrencyOf(name);
      const account = currency === undefined ? undefined : await newAccount(currency);
      const first = await upload(name, account);
      const accounts = new Map(account ? first.statements.map((one) => [keyOf(one), account]) : []);
      const preview = await assign(first, accounts);
      samples.expectPreview(name, preview);

      const done = await mere.post(`imports/${preview.id}/commit/`);
      expect(done).toMatchObject({ status: 200, body: { status: 'committed' } });
      for (const id of new Set(accounts.values())) {
        const own = preview.statements.filter((one) => accounts.get(keyOf(one)) === id);
        const code = own[0]?.account_hint.currency ?? '';
        const sum = own.reduce((all, one) => all + parseMoney(one.sum, code).minor, 0n);
        const balance = (await mere.get(`accounts/${id}/`)).body.balance;
        expect(balance).toBe(formatMinor(sum, exponentOf(code)));
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
  },
);

function keyOf({ index, account_hint }: Statement): string {
  const { number_masked, name, currency } = account_hint;
  return `${number_masked ?? name ?? index} ${currency}`;
}
