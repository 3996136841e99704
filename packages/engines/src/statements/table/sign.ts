import { amountToken } from '../amounts.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import type { SignRule } from '../types.ts';
import { type BalanceProof, isProven, proveByBalance } from './balance-proof.ts';
import { byCard, mayBeCard } from './card.ts';
import type { ColumnFacts } from './columns.ts';
import { cellAt } from './grid.ts';
import type { MoneyContext } from './money-columns.ts';
import { columnOf, type Roles } from './roles.ts';
import { directionOf, meaningsOf } from './vocabulary.ts';

export type SignChoice = {
  sign: SignRule;
  confidence: number;
  reason: string;
  words_in?: string[];
  words_out?: string[];
  proof?: BalanceProof | undefined;
};

export type RowOrder = BalanceProof['order'];

/**
 * `about`: everything around the rows that may call the account a card: preamble, column names, file name.
 * `byDays`: the order of the rows where every day follows the one above it.
 */
export type SignContext = MoneyContext & { roles: Roles; about: string; byDays?: RowOrder | undefined };

/** Which sign means money in, by the strongest evidence that the whole file gives. */
export function chooseSign(context: SignContext): SignChoice {
  const proof = proofOf(context);
  if (columnOf(context.roles, 'amount') === undefined) return { ...byColumns(context, proof), proof };
  const words = byWords(context);
  if (words !== undefined) return { ...words, proof };
  const values = amountsOf(context);
  const card = byCard(context, values, proof);
  if (card !== undefined) return { ...card, proof };
  const isSigned = values.some((value) => value !== undefined && value < 0n);
  if (
    !isSigned &&
    proof !== undefined &&
    proof.plus > 0 &&
    proof.minus > 0 &&
    proof.either >= proof.tested * 0.8
  ) {
    return {
      sign: 'balance',
      confidence: 0.9,
      reason: 'No amount has a sign; the running balance tells.',
      proof,
    };
  }
  if (proof !== undefined && isProven(proof)) {
    const sign = proof.plus >= proof.minus !== isBefore(context, proof) ? 'positive_in' : 'positive_out';
    const reason = `The running balance moves with ${Math.max(proof.plus, proof.minus)} of ${proof.tested} amounts.`;
    // Amounts without any sign may go either way, and one step or two fit a single way by chance.
    const isChance = !isSigned && proof.tested < 3;
    return { sign, confidence: isChance ? 0.45 : 0.99, reason, proof };
  }
  if (isSigned) {
    const reason = 'Amounts carry signs, and minus usually is money out.';
    return { sign: 'positive_in', confidence: mayBeCard(context, values) ? 0.45 : 0.8, reason, proof };
  }
  return {
    sign: 'positive_in',
    confidence: 0.3,
    reason: 'No amount has a sign and nothing tells the direction.',
    proof,
  };
}

/** Where neither names nor signs nor a balance tell which column is which, the fuller one is only a guess. */
function byColumns(context: SignContext, proof: BalanceProof | undefined): SignChoice {
  const reason = 'A column each for money out and money in.';
  const sides = (['debit', 'credit'] as const).map((role) => columnOf(context.roles, role));
  const facts = sides.map((index) => (index === undefined ? undefined : context.facts.columns[index]));
  const isGuess =
    facts.every((column) => !isNamedSide(column)) &&
    facts.every((column) => (column?.negatives ?? 0) === 0) &&
    (proof === undefined || !isProven(proof));
  return { sign: 'columns', confidence: isGuess ? 0.45 : 0.95, reason };
}

/** One name is enough: the column beside it is the other side. */
function isNamedSide(column: ColumnFacts | undefined): boolean {
  return meaningsOf(column?.name ?? '').some(({ role }) => role === 'debit' || role === 'credit');
}

/**
 * Whether the balance column holds what was there before each row. Followed against the order of the days, such a column
 * fits on every step, and proves the opposite of the sign that the amounts have.
 */
export function isBefore({ byDays }: SignContext, proof: BalanceProof | undefined): boolean {
  if (proof === undefined || byDays === undefined || byDays === proof.order || proof.isTied) return false;
  return Math.max(proof.plus, proof.minus) === proof.tested;
}

function amountsOf(context: SignContext): readonly (bigint | undefined)[] {
  return context.minor.of(columnOf(context.roles, 'amount') ?? 0);
}

/** Follows the running balance, where there is one. */
export function proofOf(context: SignContext): BalanceProof | undefined {
  const balance = columnOf(context.roles, 'balance');
  if (balance === undefined) return undefined;
  const balances = context.minor.of(balance);
  const account = columnOf(context.roles, 'account');
  const amounts = movementsOf(context);
  const rows = context.facts.rows.map((row, index) => {
    const record = context.grid.records[row];
    const name = account === undefined || record === undefined ? '' : cellAt(record, account);
    return { account: name, amount: amounts[index], balance: balances[index] };
  });
  const proof = proveByBalance(rows, context.byDays);
  return proof.tested === 0 ? undefined : proof;
}

/** What each row moves: its amount, or money in less money out. */
function movementsOf(context: SignContext): readonly (bigint | undefined)[] {
  if (columnOf(context.roles, 'amount') !== undefined) return amountsOf(context);
  const [outs, ins] = (['debit', 'credit'] as const).map((role) => {
    const column = columnOf(context.roles, role);
    return column === undefined ? [] : context.minor.of(column);
  });
  return context.facts.rows.map((_, index) => size(ins?.[index]) - size(outs?.[index]));
}

function size(value: bigint | undefined): bigint {
  if (value === undefined) return 0n;
  return value < 0n ? -value : value;
}

/** The fee column, where fees come on top of the amounts: because their name says so, or because the balance does. */
export function feeOf(context: SignContext, { sign, proof }: SignChoice): number | undefined {
  if (sign === 'positive_in' || sign === 'columns') return feeByBalance(context, proof);
  const amount = context.facts.columns[columnOf(context.roles, 'amount') ?? -1];
  const isLess = sign === 'words' && /\b(?:after|excl\w*|without) fees?\b/i.test(amount?.name ?? '');
  return isLess ? columnOf(context.roles, 'fee') : undefined;
}

function feeByBalance(context: SignContext, proof: BalanceProof | undefined): number | undefined {
  const fee = columnOf(context.roles, 'fee');
  const balance = columnOf(context.roles, 'balance');
  if (fee === undefined || balance === undefined || proof === undefined) return undefined;
  const [fees, balances] = [context.minor.of(fee), context.minor.of(balance)];
  const less = movementsOf(context).map((amount, index) => ({
    account: '',
    amount: (amount ?? 0n) - size(fees[index]),
    balance: balances[index],
  }));
  return proveByBalance(less).plus > proof.plus ? fee : undefined;
}

/** A direction column, or direction words inside a column of kinds. */
function byWords(context: SignContext): SignChoice | undefined {
  const column = columnOf(context.roles, 'direction');
  if (column !== undefined || hasSuffixes(context)) {
    const ins = new Set<string>();
    const outs = new Set<string>();
    const others = new Set<string>();
    let empty = false;
    for (const row of context.facts.rows) {
      const record = context.grid.records[row];
      const cell = record === undefined ? '' : directionCell(record, context.roles, column);
      if (cell === '') empty = true;
      const direction = directionOf(cell);
      if (direction === 'in') ins.add(cell);
      if (direction === 'out') outs.add(cell);
      if (direction === undefined && cell !== '') others.add(cell);
    }
    if (others.size === 1 && (ins.size === 0) !== (outs.size === 0)) {
      for (const other of others) if (isLetter(other)) (ins.size === 0 ? ins : outs).add(other);
    }
    if (empty && (ins.size === 0) !== (outs.size === 0)) (ins.size === 0 ? ins : outs).add('');
    const reason = 'A column says of every row which way the money went.';
    return { sign: 'words', confidence: 0.95, reason, words_in: [...ins], words_out: [...outs] };
  }
  return byKinds(context);
}

function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

/** CR or DR behind the amounts themselves, on some of the rows at least. */
function hasSuffixes(context: SignContext): boolean {
  return context.facts.rows.some((row) => {
    const record = context.grid.records[row];
    return record !== undefined && directionCell(record, context.roles, undefined) !== '';
  });
}

function directionCell(record: TextRecord, roles: Roles, column: number | undefined): string {
  if (column !== undefined) return cellAt(record, column);
  return amountToken(cellAt(record, columnOf(roles, 'amount') ?? -1))?.word ?? '';
}

function byKinds(context: SignContext): SignChoice | undefined {
  const column = columnOf(context.roles, 'kind');
  if (column === undefined) return undefined;
  const values = amountsOf(context);
  let agree = 0;
  let oppose = 0;
  let silent = 0;
  for (const [index, row] of context.facts.rows.entries()) {
    const record = context.grid.records[row];
    const value = values[index];
    const direction = record === undefined ? undefined : directionOf(cellAt(record, column));
    if (value === undefined || value === 0n) continue;
    if (direction === undefined) {
      silent += 1;
      continue;
    }
    if ((direction === 'in') === value > 0n) agree += 1;
    else oppose += 1;
  }
  // Where no amount has a sign, rows called a debit tell nothing about those that are called something else.
  if (silent > 0 && !values.some((value) => value !== undefined && value < 0n)) return undefined;
  if (oppose >= 2 && oppose > agree * 4) {
    return {
      sign: 'positive_out',
      confidence: 0.9,
      reason: `${oppose} rows called debit or credit carry the opposite sign.`,
    };
  }
  if (agree >= 2 && agree > oppose * 4) {
    return {
      sign: 'positive_in',
      confidence: 0.95,
      reason: `${agree} rows called debit or credit carry that sign.`,
    };
  }
  return undefined;
}
