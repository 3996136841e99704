import { amountToken } from '../amounts.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { plainWords } from '../text/clean.ts';
import type { SignRule } from '../types.ts';
import { type BalanceProof, isProven, proveByBalance } from './balance-proof.ts';
import { cellAt } from './grid.ts';
import type { MoneyContext } from './money-columns.ts';
import { columnOf, columnsOf, type Roles } from './roles.ts';
import { directionOf } from './vocabulary.ts';

export type SignChoice = {
  sign: SignRule;
  confidence: number;
  reason: string;
  words_in?: string[];
  words_out?: string[];
  proof?: BalanceProof | undefined;
};

/** `about`: everything around the rows that may call the account a card: preamble, column names, file name. */
export type SignContext = MoneyContext & { roles: Roles; about: string };

/** Which sign means money in, by the strongest evidence that the whole file gives. */
export function chooseSign(context: SignContext): SignChoice {
  const proof = proofOf(context);
  if (columnOf(context.roles, 'amount') === undefined) {
    return { sign: 'columns', confidence: 0.95, reason: 'A column each for money out and money in.', proof };
  }
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
    const sign = proof.plus >= proof.minus ? 'positive_in' : 'positive_out';
    const reason = `The running balance moves with ${Math.max(proof.plus, proof.minus)} of ${proof.tested} amounts.`;
    return { sign, confidence: 0.99, reason, proof };
  }
  if (isSigned) {
    return {
      sign: 'positive_in',
      confidence: 0.8,
      reason: 'Amounts carry signs, and minus usually is money out.',
      proof,
    };
  }
  return {
    sign: 'positive_in',
    confidence: 0.3,
    reason: 'No amount has a sign and nothing tells the direction.',
    proof,
  };
}

function amountsOf(context: SignContext): readonly (bigint | undefined)[] {
  return context.minor.of(columnOf(context.roles, 'amount') ?? 0);
}

/** Follows the running balance, where there is one. */
export function proofOf(context: SignContext): BalanceProof | undefined {
  const balance = columnOf(context.roles, 'balance');
  if (balance === undefined) return undefined;
  const read = (column: number) => context.minor.of(column);
  const balances = read(balance);
  const account = columnOf(context.roles, 'account');
  const debit = columnOf(context.roles, 'debit');
  const credit = columnOf(context.roles, 'credit');
  const isSides = columnOf(context.roles, 'amount') === undefined;
  const outs = isSides && debit !== undefined ? read(debit) : [];
  const ins = isSides && credit !== undefined ? read(credit) : [];
  const amounts = isSides
    ? balances.map((_, index) => size(ins[index]) - size(outs[index]))
    : amountsOf(context);
  const rows = context.facts.rows.map((row, index) => {
    const record = context.grid.records[row];
    const name = account === undefined || record === undefined ? '' : cellAt(record, account);
    return { account: name, amount: amounts[index], balance: balances[index] };
  });
  const proof = proveByBalance(rows);
  return proof.tested === 0 ? undefined : proof;
}

function size(value: bigint | undefined): bigint {
  if (value === undefined) return 0n;
  return value < 0n ? -value : value;
}

/** The fee column, where the balance only follows from the amounts less their fees. */
export function feeByBalance(context: SignContext, proof: BalanceProof | undefined): number | undefined {
  const fee = columnOf(context.roles, 'fee');
  const balance = columnOf(context.roles, 'balance');
  if (fee === undefined || balance === undefined || proof === undefined) return undefined;
  const [fees, balances] = [context.minor.of(fee), context.minor.of(balance)];
  const less = amountsOf(context).map((amount, index) => ({
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
    let empty = false;
    for (const row of context.facts.rows) {
      const record = context.grid.records[row];
      const cell = record === undefined ? '' : directionCell(record, context.roles, column);
      if (cell === '') empty = true;
      const direction = directionOf(cell);
      if (direction === 'in') ins.add(cell);
      if (direction === 'out') outs.add(cell);
    }
    if (empty && (ins.size === 0) !== (outs.size === 0)) (ins.size === 0 ? ins : outs).add('');
    const reason = 'A column says of every row which way the money went.';
    return { sign: 'words', confidence: 0.95, reason, words_in: [...ins], words_out: [...outs] };
  }
  return byKinds(context);
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
  for (const [index, row] of context.facts.rows.entries()) {
    const record = context.grid.records[row];
    const value = values[index];
    const direction = record === undefined ? undefined : directionOf(cellAt(record, column));
    if (direction === undefined || value === undefined || value === 0n) continue;
    if ((direction === 'in') === value > 0n) agree += 1;
    else oppose += 1;
  }
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

const CARD =
  /\b(?:visa|mastercard|master card|amex|american express|credit card|card member|card number|card no|kreditkarte|creditcard|carte de credit|kredietkaart|credit limit)\b/;
/** Said only of money that comes in, so that it tells even where nothing calls the account a card. */
const SURELY_PAID_IN = /\b(?:payment received|thank you|refund|refunded|cashback|cash back)\b/i;
const PAID_IN =
  /\b(?:payments?|thank you|received|refund|refunded|credit|reversal|cashback|cash back|direct debit received|zahlung|gutschrift|paiement|betaling)\b/i;

type CardEvidence = { negatives: number; positives: number; paymentsDown: number; paymentsUp: number };

/**
 * Card exports often list purchases as positive. The mark of it: few negative rows, and those are the payments and
 * refunds, while the many positive ones are not.
 */
function byCard(
  context: SignContext,
  values: readonly (bigint | undefined)[],
  proof: BalanceProof | undefined,
): SignChoice | undefined {
  const isCard = CARD.test(plainWords(context.about));
  if (!isCard && proof !== undefined && isProven(proof)) return undefined;
  const seen = cardEvidence(context, values, isCard ? PAID_IN : SURELY_PAID_IN);
  const { negatives, positives, paymentsDown, paymentsUp } = seen;
  const upIsSpent = paymentsUp <= positives * 0.2;
  const downIsPaid = negatives > 0 && negatives <= positives && paymentsDown >= negatives * 0.5;
  if (upIsSpent && downIsPaid && (isCard || (positives >= 3 && paymentsDown === negatives))) {
    const reason = 'Purchases stand as positive amounts; only payments and refunds are negative.';
    return { sign: 'positive_out', confidence: isCard ? 0.9 : 0.6, reason };
  }
  if (isCard && upIsSpent && negatives === 0 && positives >= 2) {
    const reason = 'A card without a minus anywhere lists what was spent.';
    return { sign: 'positive_out', confidence: 0.6, reason };
  }
  return undefined;
}

function cardEvidence(
  context: SignContext,
  values: readonly (bigint | undefined)[],
  payment: RegExp,
): CardEvidence {
  const seen: CardEvidence = { negatives: 0, positives: 0, paymentsDown: 0, paymentsUp: 0 };
  const texts = (['payee', 'memo', 'kind'] as const).flatMap((role) => columnsOf(context.roles, role));
  for (const [index, row] of context.facts.rows.entries()) {
    const value = values[index];
    const record = context.grid.records[row];
    if (value === undefined || value === 0n || record === undefined) continue;
    const isPayment = texts.some((column) => payment.test(record.cells[column] ?? ''));
    if (value < 0n) seen.negatives += 1;
    else seen.positives += 1;
    if (isPayment && value < 0n) seen.paymentsDown += 1;
    if (isPayment && value > 0n) seen.paymentsUp += 1;
  }
  return seen;
}
