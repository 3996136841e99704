import { isCurrency } from '@kinwise/core/currencies';
import { checkBalance } from '../balance-check.ts';
import { trustBankIds } from '../bank-ids.ts';
import { bankNamed } from '../banks.ts';
import { refused } from '../refusals.ts';
import type { Decoded } from '../text/encoding.ts';
import { lineFinder } from '../text/lines.ts';
import type { ReadOptions, Statement, StatementBalance, StatementFile, Warning } from '../types.ts';
import { nodeAt, nodesAt, parseXml, startOf, textAt, type XmlNode } from '../xml.ts';
import { amountIn, dayOf, type EntryContext, ibanIn, readEntry } from './entry.ts';

const LISTS = new Set([
  'Stmt',
  'Rpt',
  'Ntfctn',
  'Ntry',
  'Bal',
  'NtryDtls',
  'TxDtls',
  'Ustrd',
  'Strd',
  'AddtlRmtInf',
]);
const KINDS = [
  { body: 'BkToCstmrStmt', statement: 'Stmt', format: 'camt053' },
  { body: 'BkToCstmrAcctRpt', statement: 'Rpt', format: 'camt052' },
  { body: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn', format: 'camt054' },
] as const;

/** CAMT.052, .053 and .054 of any version. Yields the share done, from 0 to 1. */
export function* readCamt(decoded: Decoded, options: ReadOptions): Generator<number, StatementFile> {
  const document = parseXml(decoded.text, LISTS);
  yield 0.5;
  const roots = holdersOf(document);
  const kind = KINDS.find((one) => roots[0]?.[one.body] !== undefined) ?? KINDS[0];
  const nodes = roots.flatMap((root) =>
    nodesAt(root, kind.body).flatMap((body) => nodesAt(body, kind.statement)),
  );
  if (nodes.length === 0) {
    throw refused(
      'no_statement',
      `The file is ${kind.format.replace('camt', 'CAMT.')} but holds no statement of an account.`,
      1,
    );
  }
  const warnings: Warning[] = [];
  const lineAt = lineFinder(decoded.text);
  const statements: Statement[] = [];
  for (const node of nodes) {
    statements.push(
      readStatement(node, { text: decoded.text, lineAt, warnings, fallback: options.currency }),
    );
    yield 0.5 + (0.5 * statements.length) / nodes.length;
  }
  const servicer = nodeAt(nodes[0], 'Acct', 'Svcr', 'FinInstnId');
  const bank = textAt(servicer, 'Nm') || textAt(servicer, 'BICFI') || textAt(servicer, 'BIC');
  return { format: kind.format, encoding: decoded.encoding, bank: bankNamed(bank), statements, warnings };
}

/** No bank puts a document into more envelopes. */
const MAX_ENVELOPES = 8;

/** The elements that hold a message: banks put envelopes of their own around one or several documents. */
function holdersOf(node: unknown, depth = 0): XmlNode[] {
  if (Array.isArray(node)) return node.flatMap((one) => holdersOf(one, depth));
  if (typeof node !== 'object' || node === null || depth > MAX_ENVELOPES) return [];
  const own = node as XmlNode;
  if (KINDS.some(({ body }) => own[body] !== undefined)) return [own];
  return Object.values(own).flatMap((inner) => holdersOf(inner, depth + 1));
}

type Context = Omit<EntryContext, 'currency'> & { fallback: string };

function readStatement(node: XmlNode, context: Context): Statement {
  const account = nodeAt(node, 'Acct');
  const balances = nodesAt(node, 'Bal');
  const entries = nodesAt(node, 'Ntry');
  const named = currencyOf(account, entries, balances);
  const currency = named ?? context.fallback;
  const statement: Statement = { account: accountOf(account), currency, rows: [], rejected: [] };
  if (named === undefined) statement.isCurrencyAssumed = true;
  for (const entry of entries) {
    const reading = readEntry(entry, { ...context, currency });
    if ('code' in reading) statement.rejected.push(reading);
    else statement.rows.push(reading);
  }
  addBalances(statement, balances, context);
  trustBankIds(statement.rows, context.warnings);
  checkBalance(statement, context.warnings);
  return statement;
}

function currencyOf(account: XmlNode | undefined, entries: readonly XmlNode[], balances: readonly XmlNode[]) {
  const codes = [
    textAt(account, 'Ccy'),
    ...[...entries, ...balances].map((node) => textAt(node, 'Amt', '@Ccy')),
  ];
  return codes.map((code) => code.toUpperCase()).find((code) => isCurrency(code));
}

function accountOf(node: XmlNode | undefined): Statement['account'] {
  const id = nodeAt(node, 'Id');
  const number = ibanIn(id) || textAt(id, 'Othr', 'Id');
  const name = textAt(node, 'Nm') || textAt(node, 'Tp', 'Prtry') || textAt(node, 'Ownr', 'Nm');
  const bankCode = textAt(node, 'Svcr', 'FinInstnId', 'BICFI') || textAt(node, 'Svcr', 'FinInstnId', 'BIC');
  return {
    number: number === '' ? undefined : number,
    name: name === '' ? undefined : name,
    bankCode: bankCode === '' ? undefined : bankCode,
  };
}

const BALANCES: Readonly<Record<string, 'opening' | 'closing' | 'available'>> = {
  OPBD: 'opening',
  PRCD: 'opening',
  CLBD: 'closing',
  CLAV: 'available',
  ITAV: 'available',
};

/** Balances in another currency than the account's say nothing about its rows. */
function addBalances(statement: Statement, balances: readonly XmlNode[], context: Context): void {
  const interim: StatementBalance[] = [];
  for (const node of balances) {
    const code = textAt(node, 'Tp', 'CdOrPrtry', 'Cd') || textAt(node, 'Tp', 'Cd');
    const which = code === 'ITBD' ? 'interim' : BALANCES[code];
    const currency = textAt(node, 'Amt', '@Ccy').toUpperCase();
    if (which === undefined || (which !== 'interim' && statement[which] !== undefined)) continue;
    if (currency !== '' && currency !== statement.currency) {
      const message = `The ${which} balance is in ${currency}, the account in ${statement.currency}; it is left out.`;
      context.warnings.push({ code: 'balance_other_currency', message, line: context.lineAt(startOf(node)) });
      continue;
    }
    const balance = balanceOf(node, statement.currency);
    if (balance === undefined) continue;
    if (which === 'interim') interim.push(balance);
    else statement[which] = balance;
  }
  addInterim(statement, interim);
}

/** An interim balance ends what has no closing balance yet, as a page or a report during the day, and opens the next. */
function addInterim(statement: Statement, interim: StatementBalance[]): void {
  if (statement.closing === undefined) statement.closing = interim.pop();
  statement.opening ??= interim[0];
}

function balanceOf(node: XmlNode, currency: string): StatementBalance | undefined {
  const size = amountIn(textAt(node, 'Amt'), currency);
  const on = dayOf(nodeAt(node, 'Dt'));
  if (size === undefined || on === undefined) return undefined;
  return { amount_minor: textAt(node, 'CdtDbtInd') === 'DBIT' ? -size.minor : size.minor, on };
}
