/** Real files of banks and apps by the shell: shown, refused, placed, imported, known again. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WireImport } from '../../src/intake/imports/imports.schema.ts';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';
import * as samples from './expectations.ts';
import type { Statement } from './expectations.ts';
import { importByShell } from './shell.ts';
import type { ShellAnswer } from './shell.ts';

describe.skipIf(!samples.isHere)(
  'real files of banks and apps by the shell (skipped where the sample folder is absent)',
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
      for (const one of await imports()) {
        if (one.status === 'committed') await mere.post(`imports/${one.id}/undo/`);
        await mere.delete(`imports/${one.id}/`);
      }
      for (const id of open.splice(0)) await mere.delete(`accounts/${id}/`);
    });
    afterAll(async () => {
      await world.close();
    });

    const imports = async (): Promise<WireImport[]> => (await mere.get('imports/')).body.results;
    const count = async (): Promise<number> =>
      (await mere.get('transactions/?totals=true&page_size=1')).body._meta.totals.count;
    const newAccount = async (currency: string, number?: string): Promise<string> => {
      made += 1;
      const name = `Account ${made}`;
      const body = { name, kind: 'checking', currency, opened_on: '1990-01-01', ...(number && { number }) };
      const answer = await mere.post('accounts/', body);
      expect(answer.status).toBe(201);
      open.push(answer.body.id);
      return name;
    };
    /** The account for a table, and for what else the file holds an account for each statement by its number. */
    const wordsFor = async (name: string) => {
      const currency = samples.accountCurrencyOf(name);
      if (currency !== undefined) return { account: await newAccount(currency) };
      const { out } = await importByShell(world, { path: samples.pathOf(name), json: true, dryRun: true });
      const names = new Map<string, string>();
      const statements = new Map<number, string>();
      for (const one of (JSON.parse(out) as WireImport).statements) {
        const key = keyOf(one);
        if (!names.has(key)) names.set(key, await newAccount(one.account_hint.currency));
        statements.set(one.index + 1, names.get(key) ?? '');
      }
      return { statements };
    };

    it.each(Object.keys(samples.refusals))('%s is refused, and nothing of it is imported', async (name) => {
      const { line, message, cure, code } = samples.refusals[name] ?? {};
      const { code: exit, out, err } = await importByShell(world, { path: samples.pathOf(name) });
      expect({ exit, out, err }).toEqual({
        exit: 1,
        out: '',
        err: `kinwise: line ${line}: ${message} ${cure} (${code})\n`,
      });
      const json = await importByShell(world, { path: samples.pathOf(name), json: true });
      expect(json.err).toBe(err);
      samples.expectRefusal(name, JSON.parse(json.out));
      expect(await imports()).toEqual([]);
      expect(await count()).toBe(0);
    });

    it.each(samples.readable)('%s is shown, imported, known again and undone', async (name) => {
      const path = samples.pathOf(name);
      const words = await wordsFor(name);
      const shown = await importByShell(world, { path, ...words, dryRun: true, json: true });
      expect([shown.code, shown.err]).toEqual([0, '']);
      const preview = JSON.parse(shown.out) as WireImport;
      samples.expectPreview(name, preview);
      expect(await imports()).toEqual([]);

      const first = await importByShell(world, { path, ...words });
      expectReport(first, preview);
      const rows = preview.counts.total - preview.counts.rejected;
      expect(first.out).toContain(`Imported ${rows} of ${preview.counts.total} rows.`);
      expect(await count()).toBe(rows);

      const again = await importByShell(world, { path, ...words, json: true });
      expect(again.code).toBe(0);
      expect(JSON.parse(again.out)).toMatchObject({
        status: 'committed',
        counts: { total: preview.counts.total, included: 0, new: 0 },
      });
      expect(await count()).toBe(rows);

      for (const one of await imports())
        expect((await mere.post(`imports/${one.id}/undo/`)).body.status).toBe('undone');
      expect(await count()).toBe(0);
    });

    const numbered = samples.readable.filter((name) => {
      const numbers = samples.numbersOf(name);
      return numbers.length > 0 && numbers.every((number) => /^[A-Z]{0,3}[\d .-]{4,}$/.test(number));
    });
    it.each(numbered)('%s goes by itself to the accounts that bear its numbers', async (name) => {
      const path = samples.pathOf(name);
      const unplaced = await importByShell(world, { path });
      const held = samples
        .expectationOf(name)
        .statements.filter((one) => (one.total ?? 0) > (one.rejected ?? 0));
      if (held.length > 0) {
        expect(unplaced.code).toBe(1);
        expect(unplaced.out).toContain('goes to no account yet');
        expect(unplaced.err).toContain('Add --account NAME');
      }
      for (const { id } of await imports()) await mere.delete(`imports/${id}/`);
      const { out } = await importByShell(world, { path, json: true, dryRun: true });
      const { statements } = JSON.parse(out) as WireImport;
      const numbers = new Map(
        samples
          .numbersOf(name)
          .map((number, index) => [number, statements[index]?.account_hint.currency ?? '']),
      );
      for (const [number, currency] of numbers) await newAccount(currency, number);
      const done = await importByShell(world, { path, json: true });
      expect([done.code, done.err]).toEqual([0, '']);
      const { counts } = JSON.parse(done.out) as WireImport;
      expect(counts.included).toBe(counts.total - counts.rejected);
    });
  },
);

/** What is written says of every statement what the preview does. */
function expectReport({ code, out, err }: ShellAnswer, preview: WireImport): void {
  expect([code, err]).toEqual([0, '']);
  const blocks = out.split(/^statement \d+: /m).slice(1);
  expect(blocks).toHaveLength(preview.statements.length);
  for (const [index, one] of preview.statements.entries()) {
    const block = blocks[index] ?? '';
    expect(block).toContain(`goes to "Account `);
    expect(block).toContain(`  rows     ${one.counts.total}`);
    expect(block).toContain(
      `  money    in ${one.sum_in}, out ${one.sum_out}, sum ${one.sum} ${one.currency}\n`,
    );
    expect(block).toContain(
      one.first_on ? `  days     ${one.first_on} to ${one.last_on}\n` : '  days     none\n',
    );
    if (one.opening_balance !== null) expect(block).toContain(`opening ${one.opening_balance}`);
    if (one.closing_balance !== null)
      expect(block).toContain(`closing ${one.closing_balance} on ${one.closing_on}\n`);
    expect(block.match(/^ {2}line \d+ is no row: \S/gm) ?? []).toHaveLength(one.counts.rejected);
  }
  for (const { message } of preview.warnings) expect(out).toContain(message);
}

function keyOf({ index, account_hint }: Statement): string {
  const { number_masked, name, currency } = account_hint;
  return `${number_masked ?? name ?? index} ${currency}`;
}
