import { exponentOf, isCurrency } from '@kinwise/core/currencies';
import { parseDay } from '@kinwise/core/days';
import { AMOUNT_MAX_MINOR } from '@kinwise/core/money';
import { refused } from '../refusals.ts';
import { cleanText, excerpt } from '../text/clean.ts';
import type { Decoded } from '../text/encoding.ts';
import { lineFinder } from '../text/lines.ts';
import type { AccountKind, ReadOptions, Statement, StatementFile, StatementRow } from '../types.ts';
import { nodeAt, nodesAt, parseXml, startOf, textAt, type XmlNode } from '../xml.ts';

const LISTS = new Set(['account', 'transaction', 'split', 'slot', 'commodity', 'price']);

/** Accounts that hold money or worth, and so can receive rows; income, expense and equity are categories here. */
const OWN: Readonly<Record<string, AccountKind | undefined>> = {
  BANK: 'everyday',
  CASH: 'cash',
  CREDIT: 'credit',
  ASSET: undefined,
  LIABILITY: 'loan',
  MUTUAL: 'investment',
  STOCK: 'investment',
  RECEIVABLE: undefined,
  PAYABLE: undefined,
};

type Account = {
  id: string;
  name: string;
  type: string;
  parent: string;
  currency: string | undefined;
  code: string;
};

/** A GnuCash book (XML): a statement for each account that holds money. Yields the share done, from 0 to 1. */
export function* readGnucash(decoded: Decoded, options: ReadOptions): Generator<number, StatementFile> {
  const document = parseXml(decoded.text, LISTS);
  yield 0.5;
  const book = nodeAt(document, 'gnc-v2', 'book');
  const accounts = new Map(nodesAt(book, 'account').map((node) => [textAt(node, 'id'), accountOf(node)]));
  const transactions = nodesAt(book, 'transaction');
  if (transactions.length === 0)
    throw refused('no_transactions', 'The GnuCash book holds no transactions.', 1);
  const context: Context = {
    accounts,
    statements: new Map(),
    options,
    text: decoded.text,
    lineAt: lineFinder(decoded.text),
    left: [],
  };
  for (const [index, transaction] of transactions.entries()) {
    if ((index & 511) === 511) yield 0.5 + (0.5 * index) / transactions.length;
    readTransaction(transaction, context);
  }
  const statements = [...context.statements.values()];
  const first = statements[0] ?? { currency: options.currency, rows: [], rejected: [] };
  first.rejected = first.rejected.concat(context.left);
  return {
    format: 'gnucash',
    encoding: decoded.encoding,
    statements: statements.length === 0 ? [first] : statements,
    warnings: [],
  };
}

type Context = {
  accounts: ReadonlyMap<string, Account>;
  statements: Map<string, Statement>;
  options: ReadOptions;
  text: string;
  lineAt: (position: number) => number;
  /** Transactions that touch no account of the holder. */
  left: Statement['rejected'];
};

function accountOf(node: XmlNode): Account {
  const commodity = textAt(node, 'commodity', 'id').toUpperCase();
  return {
    id: textAt(node, 'id'),
    name: cleanText(textAt(node, 'name')),
    type: textAt(node, 'type').toUpperCase(),
    parent: textAt(node, 'parent'),
    currency: isCurrency(commodity) ? commodity : undefined,
    code: cleanText(textAt(node, 'code')),
  };
}

type Split = { node: XmlNode; account: Account | undefined };

function readTransaction(node: XmlNode, context: Context): void {
  const line = context.lineAt(startOf(node));
  const description = cleanText(textAt(node, 'description'));
  const reject = (code: string, message: string) =>
    context.left.push({ line, text: excerpt(description, 200), code, message });
  const written = textAt(node, 'date-posted', 'date') || textAt(node, 'date-posted', 'gdate');
  const on = parseDay(written.slice(0, 10));
  if (on === undefined)
    return written === ''
      ? void reject('no_day', 'It has no day.')
      : void reject('impossible_day', `There is no day “${excerpt(written, 40)}”.`);
  const splits = nodesAt(nodeAt(node, 'splits'), 'split').map((split) => ({
    node: split,
    account: context.accounts.get(textAt(split, 'account')),
  }));
  const own = splits.filter((split) => split.account !== undefined && split.account.type in OWN);
  if (own.length === 0)
    return void reject('no_account', 'It moves no money of an account, only income, expense or equity.');
  const currency = textAt(node, 'currency', 'id').toUpperCase();
  for (const split of own) {
    const base = { line, on, payee: description, reference: cleanText(textAt(node, 'num')) };
    readSplit(split, { base, splits, own, currency, context, reject });
  }
}

type Around = {
  base: Pick<StatementRow, 'line' | 'on' | 'payee' | 'reference'>;
  splits: readonly Split[];
  own: readonly Split[];
  currency: string;
  context: Context;
  reject: (code: string, message: string) => void;
};

function readSplit(split: Split, around: Around): void {
  const { context, base } = around;
  const { account } = split;
  if (account === undefined) return;
  const currency =
    account.currency ?? (isCurrency(around.currency) ? around.currency : context.options.currency);
  const minor = fractionOf(
    textAt(split.node, account.currency === undefined ? 'value' : 'quantity'),
    currency,
  );
  if (minor === undefined)
    return around.reject('unreadable_amount', 'Its amount is no fraction of the currency.');
  if (minor === 0n) return around.reject('zero_amount', 'Its amount is zero, so no money moved.');
  const raw = `${base.on} ${base.payee} ${textAt(split.node, 'value')}`;
  const memo = cleanText(textAt(split.node, 'memo'));
  const row: StatementRow = {
    ...base,
    amount_minor: minor,
    currency,
    memo,
    raw,
    bank_id: textAt(split.node, 'id'),
  };
  addOtherSide(row, split, around);
  const statement = context.statements.get(account.id) ?? {
    account: {
      name: account.name,
      number: account.code === '' ? undefined : account.code,
      kind: OWN[account.type],
    },
    currency,
    rows: [],
    rejected: [],
  };
  context.statements.set(account.id, statement);
  statement.rows.push(row);
}

function addOtherSide(row: StatementRow, split: Split, around: Around): void {
  const others = around.splits.filter((one) => one !== split);
  const [only] = others;
  const partner = around.own.find((one) => one !== split)?.account;
  if (partner !== undefined) row.transfer_account = partner.name;
  else if (others.length === 1 && only?.account !== undefined)
    row.category = pathOf(only.account, around.context.accounts);
  else if (others.length > 1) {
    row.splits = others.map((one) => ({
      category: one.account === undefined ? '' : pathOf(one.account, around.context.accounts),
      memo: cleanText(textAt(one.node, 'memo')),
      amount_minor: -(fractionOf(textAt(one.node, 'value'), row.currency) ?? 0n),
    }));
  }
}

/** `Food:Groceries`, up to the root. A book that names an account its own ancestor ends the climb. */
function pathOf(account: Account, accounts: ReadonlyMap<string, Account>): string {
  const names: string[] = [];
  for (
    let at: Account | undefined = account;
    at !== undefined && at.type !== 'ROOT' && names.length < 12;
    at = accounts.get(at.parent)
  ) {
    names.unshift(at.name);
  }
  return names.join(':');
}

/** `10000/100` in minor units; undefined when it is no fraction or not exact in the currency. */
function fractionOf(text: string, currency: string): bigint | undefined {
  const match = /^(-?\d{1,24})\/(\d{1,12})$/.exec(text);
  if (!match) return undefined;
  const under = BigInt(match[2] ?? '1');
  if (under === 0n) return undefined;
  const over = BigInt(match[1] ?? '0') * 10n ** BigInt(exponentOf(currency));
  const minor = over / under;
  const isExact = minor * under === over;
  return isExact && minor <= AMOUNT_MAX_MINOR && minor >= -AMOUNT_MAX_MINOR ? minor : undefined;
}
