/**
 * What real files of banks and apps hold, as the list beside them says. They lie beside the repository and not in it;
 * whoever has none runs every other test. Used for the API, the shell and the screen alike.
 */
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { WireImport } from '../../src/intake/imports/imports.schema.ts';
import { expectationOf, files, root } from './expected-list.ts';
import type { Figures } from './expected-list.ts';

export { accountCurrencyOf, expectationOf, files, isHere, numbersOf } from './expected-list.ts';
export type { Figures } from './expected-list.ts';

export type Statement = WireImport['statements'][number];
export type Refusal = NonNullable<WireImport['refusal']>;

const NO_STATEMENT = {
  code: 'no_statement',
  line: 1,
  message: 'The file is OFX but holds no statement of an account.',
  cure: 'Export again and choose a period that holds transactions.',
};
const BANK_ERROR = {
  code: 'bank_error',
  cure: 'Ask your bank for the statement again; this file holds only its error answer.',
};
const NO_REGISTER = {
  code: 'no_transactions',
  line: 1,
  cure: 'Export the register of a bank, cash or card account and choose that file.',
};
const NO_ROWS = {
  code: 'no_rows',
  line: 1,
  cure: 'Check that the file lists transactions with a day and an amount, or name the columns by hand.',
};

/** What cannot be read: the line where it shows, what is wrong, and what to do. */
export const refusals: Readonly<Record<string, Refusal>> = {
  'ofx/ofxparse-bank_small.ofx': NO_STATEMENT,
  'ofx/ofxparse-error_message.ofx': {
    ...BANK_ERROR,
    line: 22,
    message: 'Instead of a statement the bank answered with error 2000, “General Server Error”.',
  },
  'ofx/ofxparse-signon_fail.ofx': {
    ...BANK_ERROR,
    line: 11,
    message:
      'Instead of a statement the bank answered with error 15500, “Your request could not be processed because you supplied an invalid identification code or your password was incorrect”.',
  },
  'qif/gnucash-quicktest.qif': {
    ...NO_REGISTER,
    message:
      'The file holds no register of an account, only 1 classes, 66 categories, 47 investment records, 2 memorised records.',
  },
  'qif/gnucash-swipe.qif': {
    ...NO_REGISTER,
    message: 'The file holds no register of an account, only 11 investment records.',
  },
  'camt/camt053.v2.wrong.xml': {
    ...NO_STATEMENT,
    message: 'The file is CAMT.053 but holds no statement of an account.',
  },
  'gnucash/currency_tree_xml.gnucash': {
    code: 'old_gnucash',
    line: 1,
    message: 'The file was written by a GnuCash before version 1.6.',
    cure: 'Open the file in a current GnuCash, save it, and choose the new file.',
  },
  'broken/libofx-downcast.ofx': NO_STATEMENT,
  'broken/libofx-failing-ofx-file1.xml': {
    ...NO_ROWS,
    message:
      'No line holds both a day and an amount. The first one looked at is “this is totally not an ofx file”.',
  },
  'broken/libofx-failing-ofx-file2.xml': NO_STATEMENT,
  'broken/libofx-heap-buffer-overflow-1.ofx': NO_STATEMENT,
  'broken/libofx-heap-buffer-overflow-2.ofx': {
    ...NO_ROWS,
    message: 'No line holds both a day and an amount. The first one looked at is “:OFXER:1ECY:NONE”.',
  },
  'broken/libofx-null-ptr-deref-1.ofx': NO_STATEMENT,
  'broken/libofx-null-ptr-deref-2.ofx': NO_STATEMENT,
  'broken/libofx-use-after-free.ofx': NO_STATEMENT,
};

/** All other files are UTF-8. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'exports/hledger-example-french-cp1252.csv': 'windows-1252',
  'exports/hledger-example-french-iso88591.csv': 'windows-1252',
  'exports/sure-fixture-windows1250.csv': 'windows-1250',
  'qif/gnucash-Money95invst_fr.qif': 'windows-1252',
  'world-csv/at-raiffeisen-tab-latin1.csv': 'windows-1252',
  'world-csv/cz-mbank-windows1250.csv': 'windows-1250',
  'world-csv/nl-rabobank.csv': 'windows-1252',
};

export const readable: readonly string[] = files.filter((name) => !(name in refusals));

/** The currencies of all files, so that accounts can be made and rates given. */
export const currencies: readonly string[] = 'AUD BRL CAD CHF CZK DEM EUR GBP JOD PLN RON SEK SGD USD'.split(
  ' ',
);

export function pathOf(name: string): string {
  return fileURLToPath(new URL(name, root));
}

/** Holds a preview against all that the list says of its file. */
export function expectPreview(name: string, preview: WireImport): void {
  expect(preview.status).toBe('preview');
  expect(preview.encoding).toBe(ENCODINGS[name] ?? 'utf-8');
  const { file, count, statements } = expectationOf(name);
  if (count !== undefined) expect(preview.statements).toHaveLength(count);
  expectFigures(file, preview);
  for (const [index, figures] of statements.entries()) {
    const statement = preview.statements[index];
    if (!statement) throw new Error(`${name} has no statement ${index + 1}`);
    expectFigures(figures, statement);
    for (const which of ['opening_balance', 'closing_balance'] as const)
      if (figures[which] !== undefined) expectMoney(statement[which], figures[which]);
  }
}

export function expectRefusal(name: string, preview: WireImport): void {
  expect([preview.status, preview.counts.total, preview.statements]).toEqual(['failed', 0, []]);
  expect(preview.refusal).toEqual(refusals[name]);
}

function expectFigures(wanted: Figures, got: WireImport | Statement): void {
  if (wanted.total !== undefined) expect(got.counts.total).toBe(wanted.total);
  if (wanted.rejected !== undefined) expect(got.counts.rejected).toBe(wanted.rejected);
  if (wanted.currency !== undefined) expect(got.currency).toBe(wanted.currency);
  for (const which of ['sum_in', 'sum_out', 'sum'] as const)
    if (wanted[which] !== undefined) expectMoney(sumOf(got, which), wanted[which]);
  for (const which of ['first_on', 'last_on'] as const)
    if (wanted[which] !== undefined) expect(got[which]).toBe(wanted[which]);
}

/** The list adds the amounts of a file also where they are in several currencies. */
function sumOf(got: WireImport | Statement, which: 'sum_in' | 'sum_out' | 'sum'): string {
  if (got.currency !== null || !('by_currency' in got)) return got[which];
  return String(got.by_currency.reduce((all, one) => all + Number(one[which]), 0));
}

/** Files give more decimals than their currency has, and each is rounded for itself. */
function expectMoney(got: string | null, wanted: string): void {
  expect(Math.abs(Number(got) - Number(wanted))).toBeLessThan(0.0051);
}
