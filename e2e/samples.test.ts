/**
 * Every real file of a bank or an app on the screen: what is written there is what the file holds, and what cannot be
 * read is refused with its line and its cure. Some of them are carried to the end: into accounts, seen there, and undone.
 */
import { basename } from 'node:path';
import { formatMinor, parseMoney } from '@kinwise/core/money';
import { exponentOf } from '@kinwise/core/currencies';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { WireImport } from '../apps/server/src/intake/imports/imports.schema.ts';
import * as samples from '../apps/server/test/imports/expectations.ts';
import { closeBrowser, openPage, type OpenPage } from './browser.ts';
import * as screen from './import-screen.ts';
import { type Home, newHome, signIn } from './people.ts';
import { eventually } from './screens.ts';

const { url } = inject('program');

const ADJUSTED = 'nz/asb-everyday-2026-broken-row.csv';

type Row = { line: number; reason: string; text: string | null };

describe.skipIf(!samples.isHere)(
  'real files on the screen (skipped where the sample folder is absent)',
  () => {
    let home: Home;
    let open: OpenPage;
    const accounts = new Map<string, string>();

    beforeAll(async () => {
      home = await newHome('Hana');
      accounts.set('NZD', home.account);
      for (const currency of samples.currencies) {
        const body = { name: `In ${currency}`, kind: 'checking', currency };
        accounts.set(currency, String((await home.person.call('POST', 'accounts/', body)).id));
        await home.person.call('POST', 'exchange-rates/', {
          base: currency,
          quote: 'NZD',
          on: '1990-01-01',
          rate: '1.5',
        });
      }
      open = await openPage();
      await signIn(open.page, url, home.person);
    });
    afterAll(async () => {
      expect(open.complaints).toEqual([]);
      await closeBrowser();
    });

    const show = (id: string): Promise<WireImport> => home.person.call<WireImport>('GET', `imports/${id}/`);

    it.each(Object.keys(samples.refusals))('%s is refused with its line and its cure', async (name) => {
      const { page } = open;
      const { message, line, cure, code } = samples.refusals[name] ?? {};
      await screen.giveSample(page, name);
      const told = page.getByRole('list', { name: 'Files' }).getByRole('listitem');
      await told.getByText(`${basename(name)} was not read`).waitFor();
      const words = [`Line ${line}: ${message}`, cure, `Nothing was imported. Code: ${code}`];
      const text = await told.innerText();
      for (const word of words) expect(text).toContain(word);
      // It stands in the list with its reason, until it is removed.
      await page.getByRole('link', { name: new RegExp(`^${basename(name)}`) }).click();
      await page.getByRole('heading', { level: 1, name: basename(name) }).waitFor();
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      samples.expectRefusal(name, await show(id));
      const page_ = await page.getByRole('main').innerText();
      for (const word of words) expect(page_).toContain(word);
      await page.getByRole('button', { name: 'Remove from the list' }).click();
      await page.waitForURL((address) => address.pathname === '/import');
    });

    it.each(samples.readable)('%s is shown as it is', async (name) => {
      const { page } = open;
      await screen.giveSample(page, name);
      const id = await screen.previewOf(page, name);
      const currency = samples.accountCurrencyOf(name);
      // What names no currency is in that of the household, until an account says otherwise.
      if (currency !== undefined && currency !== 'NZD')
        await screen.sendTo(page, 0, accounts.get(currency) ?? '');
      const preview = await show(id);
      samples.expectPreview(name, preview);
      await expectFigures(name, preview);
      if (preview.counts.rejected > 0) await expectRejected(preview);
      await screen.throwAway(page);
    });

    async function expectFigures(name: string, preview: WireImport): Promise<void> {
      const { page } = open;
      const { statements, by_currency, currency } = preview;
      const shown = await screen.figuresOn(page);
      const wanted = samples.expectationOf(name);
      const left = preview.counts.total - preview.counts.included;
      expect(shown.file).toMatchObject({
        'Rows read': left === 0 ? `${preview.counts.total}` : `${preview.counts.total} | ${left} left out`,
        ...screen.written(preview as samples.Figures, currency),
        ...screen.written(wanted.file, currency),
      });
      expect(shown.currencies).toEqual(
        by_currency.length < 2
          ? []
          : by_currency.map((sums) => {
              const { Days: _days, ...money } = screen.written(sums as samples.Figures, sums.currency);
              return { [`Rows in ${sums.currency}`]: `${sums.counts.total}`, ...money };
            }),
      );
      expect(shown.statements).toHaveLength(statements.length);
      for (const [index, statement] of statements.entries()) {
        const all = screen.writtenOf(statement);
        // The only statement is the file: its figures stand above, its balances beside its name.
        const { 'Opening balance': opening, 'Closing balance': closing } = all;
        const balances = {
          ...(opening && { 'Opening balance': opening }),
          ...(closing && { 'Closing balance': closing }),
        };
        expect(shown.statements[index]).toEqual(statements.length > 1 ? all : balances);
        const figures = wanted.statements[index];
        const own = screen.written(figures ?? {}, statement.currency);
        expect({ ...all, ...own }).toEqual(all);
      }
    }

    /** Every line that is no row stands there with its number, its text and the reason. */
    async function expectRejected({ id, counts }: WireImport): Promise<void> {
      const { page } = open;
      await page.getByRole('button', { name: `Not readable ${counts.rejected}` }).click();
      const { results } = await home.person.call<{ results: Row[] }>(
        'GET',
        `imports/${id}/rows/?state=rejected&page_size=100`,
      );
      expect(results).toHaveLength(counts.rejected);
      const list = page.getByRole('list', { name: 'Rows of the file' }).getByRole('listitem');
      await eventually(() => list.count(), counts.rejected);
      const texts = (await list.allInnerTexts()).map(plain);
      for (const [index, { line, reason, text }] of results.entries()) {
        expect(texts[index]).toMatch(new RegExp(`^Line ${line} `));
        expect(texts[index]).toContain(plain(reason));
        expect(texts[index]).toContain(plain(text ?? ''));
      }
    }

    it('the rows of one statement stand alone when asked for, and are taken or left alone', async () => {
      const { page } = open;
      await screen.giveSample(page, 'mt940/cmxl-mt940.sta');
      await screen.previewOf(page, 'mt940/cmxl-mt940.sta');
      await page.getByLabel('Show the rows of').selectOption({ label: '2: •••• 4567' });
      await page.getByRole('button', { name: 'All 2' }).waitFor();
      const list = page.getByRole('list', { name: 'Rows of the file' }).getByRole('listitem');
      await eventually(() => list.count(), 2);
      await page.getByRole('button', { name: 'New 2' }).click();
      await page.getByRole('button', { name: 'Leave all out' }).click();
      await page.getByText('2 left out').waitFor();
      await screen.throwAway(page);
    });

    it.each([
      [1, 'nz/anz-nz-card-2018.csv', 'unsigned amounts beside D and C'],
      [1, ADJUSTED, 'a row that is broken, and a balance at the end'],
      [1, 'nz/kiwibank-2025-15-columns.csv', 'a running balance'],
      [1, 'world-csv/at-raiffeisen-tab-latin1.csv', 'tabs and Latin-1'],
      [2, 'exports/sure-fixture-ynab.csv', 'accounts and a transfer of YNAB'],
      [2, 'exports/hledger-example-ynab4-jordan-dinar-rtl.csv', 'amounts with three decimals'],
      [2, 'ofx/ofxparser-php-ofx-multiple-accounts-xml.ofx', 'three accounts, one of them without rows'],
      [1, 'ofx/ofxparse-suncorp.ofx', 'one account'],
      [3, 'mt940/cmxl-mt940.sta', 'three accounts in three currencies'],
      [1, 'camt/camt053.v2.multi.statement.xml', 'two statements of one account'],
      [1, 'qif/gnucash-ms-money.qif', '346 rows'],
      [2, 'xlsx/oca-sample_statement_en.xlsx', 'a workbook in two currencies'],
    ])('into %i accounts comes %s (%s), is seen there, and is undone', async (count, name) => {
      const { page } = open;
      await screen.giveSample(page, name);
      const id = await screen.previewOf(page, name);
      const currency = samples.accountCurrencyOf(name) ?? 'NZD';
      if (currency !== 'NZD') await screen.sendTo(page, 0, accounts.get(currency) ?? '');
      const made = await placeAll(id, basename(name));
      expect(made).toHaveLength(count);
      const preview = await show(id);
      samples.expectPreview(name, preview);
      const rows = preview.counts.total - preview.counts.rejected;
      expect(preview.counts.included).toBe(rows);
      // An empty account is going to end where its statement does, unless one says no.
      const adjust = page.getByLabel(/^Set the opening balance/);
      const adjusts = name === ADJUSTED;
      if ((await adjust.count()) > 0) await adjust.setChecked(adjusts);
      await page.getByRole('button', { name: /^Bring in/ }).click();
      await page.getByRole('heading', { name: inBooks(rows) }).waitFor();

      const before = new Map<string, string>();
      for (const account of made) {
        const own = preview.statements.filter(({ account_id }) => account_id === account);
        const code = own[0]?.currency ?? '';
        const begin = adjusts ? '0.00' : await openingOf(account);
        const begun = parseMoney(begin, code).minor;
        const sum = own.reduce((all, one) => all + parseMoney(one.sum, code).minor, begun);
        const after = formatMinor(sum, exponentOf(code));
        before.set(account, screen.moneyText(begin, code, 'auto') ?? '');
        await expectAccount(account, {
          balance: screen.moneyText((adjusts && own[0]?.closing_balance) || after, code, 'auto') ?? '',
          entries: own.reduce((all, one) => all + one.counts.total - one.counts.rejected, 0),
        });
      }

      await page.goto(`${url}/import/${id}`);
      await page.getByRole('button', { name: 'Undo the import' }).click();
      const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
      await dialog.getByRole('button', { name: 'Undo the import' }).click();
      await page.getByRole('heading', { name: 'Undone: it is as if it had never been' }).waitFor();
      for (const [account, balance] of before) await expectAccount(account, { balance, entries: 0 });
      await page.goto(`${url}/transactions`);
      await page.getByText('No entries yet').waitFor();
    });

    const openingOf = async (account: string): Promise<string> =>
      String((await home.person.call('GET', `accounts/${account}/`))['opening_balance']);

    /** Makes an account for every statement with rows that has none yet; answers all accounts that the file goes to. */
    async function placeAll(id: string, name: string): Promise<string[]> {
      const { page } = open;
      for (;;) {
        const { statements } = await show(id);
        const next = statements.find(({ account_id, counts }) => account_id === null && counts.total > 0);
        if (!next) return [...new Set(statements.flatMap(({ account_id }) => account_id ?? []))];
        await screen.makeAccount(page, next.index, `${name} ${next.index + 1}`);
      }
    }

    /** Looks at the account itself: its balance, and how many entries there are. */
    async function expectAccount(id: string, wanted: { balance: string; entries: number }): Promise<void> {
      const { page } = open;
      await page.goto(`${url}/accounts/${id}`);
      const main = page.getByRole('main');
      await main.getByText(wanted.balance, { exact: true }).first().waitFor();
      if (wanted.entries === 0) return void (await main.getByText('No entries yet').waitFor());
      const list = main.getByRole('list', { name: 'Entries, newest first' }).getByRole('listitem');
      await list.first().waitFor();
      await eventually(() => list.first().getAttribute('aria-setsize'), String(wanted.entries));
    }
  },
);

function inBooks(count: number): string {
  return `${count} ${count === 1 ? 'entry is' : 'entries are'} in your books`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
