import { describe, expect, it } from 'vitest';
import { fileOf, refusalOf, rejectedOf, rowsOf } from '../testing.ts';

const account = (id: string, name: string, type: string) =>
  `<gnc:account version="2.0.0"><act:name>${name}</act:name><act:id type="guid">${id}</act:id><act:type>${type}</act:type><act:commodity><cmdty:space>ISO4217</cmdty:space><cmdty:id>NZD</cmdty:id></act:commodity></gnc:account>`;
const split = (id: string, to: string, value: string) =>
  `<trn:split><split:id type="guid">${id}</split:id><split:value>${value}</split:value><split:quantity>${value}</split:quantity><split:account type="guid">${to}</split:account></trn:split>`;
const transaction = (text: string, splits: string) =>
  `<gnc:transaction version="2.0.0"><trn:currency><cmdty:id>NZD</cmdty:id></trn:currency><trn:date-posted><ts:date>2026-05-02 10:00:00 +1200</ts:date></trn:date-posted><trn:description>${text}</trn:description><trn:splits>${splits}</trn:splits></gnc:transaction>`;
const book = (inside: string) =>
  `<?xml version="1.0"?>\n<gnc-v2 xmlns:gnc="g"><gnc:book version="2.0.0">${inside}</gnc:book></gnc-v2>`;
const ACCOUNTS =
  account('b', 'Cheque', 'BANK') +
  account('s', 'Savings', 'BANK') +
  account('f', 'Food', 'EXPENSE') +
  account('e', 'Equity', 'EQUITY');

describe('a GnuCash book', () => {
  it('gives a statement for each account that holds money, with categories and transfers', () => {
    const file = fileOf(
      book(
        ACCOUNTS +
          transaction('Shop', split('1', 'b', '-4500/1000') + split('2', 'f', '450/100')) +
          transaction('Save', split('3', 'b', '-1000/100') + split('4', 's', '1000/100')),
      ),
    );
    expect(
      file.statements.map((one) => [one.account?.name, one.rows.map((row) => row.amount_minor)]),
    ).toEqual([
      ['Cheque', [-450n, -1000n]],
      ['Savings', [1000n]],
    ]);
    expect(rowsOf(file).map((row) => row.category ?? row.transfer_account)).toEqual([
      'Food',
      'Savings',
      'Cheque',
    ]);
  });

  it('reports what moves no money of an account', () => {
    const file = fileOf(
      book(
        ACCOUNTS +
          transaction('Close', split('1', 'e', '100/100') + split('2', 'f', '-100/100')) +
          transaction('Shop', split('3', 'b', '-1/1')),
      ),
    );
    expect(rejectedOf(file).map((one) => one.split(' ')[1])).toEqual(['no_account']);
  });

  it('of the first kind, long out of use, is refused with the way out', () => {
    expect(refusalOf('<?xml version="1.0"?><gnc><version>1</version></gnc>')).toMatchObject({
      code: 'old_gnucash',
    });
  });
});
