import { isProven, proveByBalance } from './balance-proof.ts';
import type { ColumnFacts, TableFacts } from './columns.ts';
import type { Grid } from './grid.ts';
import type { MinorColumns } from './numbers.ts';
import { columnOf, type Roles } from './roles.ts';

export type MoneyContext = { grid: Grid; facts: TableFacts; minor: MinorColumns };

/**
 * Settles which columns hold the money: one signed amount, or one column out and one in. Names propose, the cells of
 * all rows decide; where there are no names, the running balance and which cells are filled decide.
 */
export function settleMoney(roles: Roles, context: MoneyContext): Roles {
  const amount = columnOf(roles, 'amount');
  const debit = columnOf(roles, 'debit');
  const credit = columnOf(roles, 'credit');
  if (amount === undefined && debit === undefined && credit === undefined)
    return moneyByContent(roles, context);
  const facts = context.facts.columns;
  const sides = debit !== undefined && credit !== undefined && areSides(debit, credit, context);
  if (amount !== undefined) {
    const signed = (facts[amount]?.negatives ?? 0) > 0 || columnOf(roles, 'direction') !== undefined;
    return sides && !signed ? without(roles, ['amount']) : without(roles, ['debit', 'credit']);
  }
  return debit === undefined || credit === undefined ? withOtherSide(roles, context) : roles;
}

/** The name of one side is known: the other is the column that is filled where it is not. */
function withOtherSide(roles: Roles, context: MoneyContext): Roles {
  const known = columnOf(roles, 'debit') ?? columnOf(roles, 'credit') ?? -1;
  const others = context.facts.columns.filter(
    (column) =>
      roles[column.index] === undefined && isMoney(column) && areSides(known, column.index, context),
  );
  const [other] = others.filter((column) => moves(column, context));
  if (other === undefined) return roles;
  return { ...roles, [other.index]: roles[known] === 'debit' ? 'credit' : 'debit' };
}

/** A column of zeros, such as one of fees, is no side of the money. */
function moves(column: ColumnFacts, context: MoneyContext): boolean {
  return context.minor.of(column.index).some((value) => value !== undefined && value !== 0n);
}

function without(roles: Roles, dropped: readonly string[]): Roles {
  const kept = Object.entries(roles).map(([index, role]) => [
    index,
    dropped.includes(role) ? 'ignore' : role,
  ]);
  return Object.fromEntries(kept) as Roles;
}

/** Two columns are the two sides of the money when hardly any row fills both. */
function areSides(left: number, right: number, context: MoneyContext): boolean {
  const lefts = context.minor.of(left);
  const rights = context.minor.of(right);
  let one = 0;
  let both = 0;
  for (const [index, value] of lefts.entries()) {
    const other = rights[index];
    const isLeft = value !== undefined && value !== 0n;
    const isRight = other !== undefined && other !== 0n;
    if (isLeft && isRight) both += 1;
    else if (isLeft || isRight) one += 1;
  }
  return one > 0 && both <= one * 0.1;
}

function moneyByContent(known: Roles, context: MoneyContext): Roles {
  const open = context.facts.columns.filter((column) => known[column.index] === undefined);
  const numeric = open.filter(isMoney);
  const candidates =
    numeric.length > 0
      ? numeric
      : open.filter(
          (column) =>
            column.amounts >= column.filled * 0.9 && column.filled > 0 && column.length <= column.filled * 10,
        );
  const roles: Roles = { ...known };
  const [first, second] = candidates;
  if (first === undefined) return roles;
  if (second === undefined) return single(roles, first, context);
  const pair = exclusivePair(candidates, context);
  if (pair !== undefined) {
    const rest = candidates.find((column) => !pair.includes(column));
    const balance = context.facts.columns[columnOf(known, 'balance') ?? -1] ?? rest;
    const spending = spendingOf(pair, balance, context);
    for (const column of pair) roles[column.index] = column === spending ? 'debit' : 'credit';
    if (rest !== undefined && columnOf(roles, 'balance') === undefined) roles[rest.index] = 'balance';
    return roles;
  }
  const [amount, balance] = amountAndBalance(candidates, context);
  roles[amount.index] = 'amount';
  if (balance !== undefined && columnOf(roles, 'balance') === undefined) roles[balance.index] = 'balance';
  return roles;
}

/** Which of two sides is money out: the one with a minus, or the one that the balance moves against, or the fuller one. */
function spendingOf(
  [left, right]: readonly [ColumnFacts, ColumnFacts],
  balance: ColumnFacts | undefined,
  context: MoneyContext,
): ColumnFacts {
  if (left.negatives > 0 !== right.negatives > 0) return left.negatives > 0 ? left : right;
  const [outs, ins] = [context.minor.of(left.index), context.minor.of(right.index)];
  if (balance !== undefined) {
    const balances = context.minor.of(balance.index);
    const rows = outs.map((out, index) => ({
      account: '',
      amount: (ins[index] ?? 0n) - (out ?? 0n),
      balance: balances[index],
    }));
    const proof = proveByBalance(rows);
    if (proof.tested > 0 && isProven(proof)) return proof.plus >= proof.minus ? left : right;
  }
  return left.filled >= right.filled ? left : right;
}

function isMoney(column: ColumnFacts): boolean {
  return (
    column.filled > 0 && column.amounts >= column.filled * 0.8 && column.moneyLike >= column.filled * 0.5
  );
}

/** A lone unsigned amount beside a column that is always empty is the spending side of two. */
function single(roles: Roles, column: ColumnFacts, context: MoneyContext): Roles {
  const next = context.facts.columns[column.index + 1];
  const isEmptyNeighbour = next !== undefined && next.filled === 0 && next.name === '' && column.name === '';
  if (column.negatives === 0 && isEmptyNeighbour && columnOf(roles, 'direction') === undefined) {
    return { ...roles, [column.index]: 'debit', [next.index]: 'credit' };
  }
  return { ...roles, [column.index]: 'amount' };
}

function exclusivePair(
  columns: readonly ColumnFacts[],
  context: MoneyContext,
): [ColumnFacts, ColumnFacts] | undefined {
  for (const [position, left] of columns.entries()) {
    for (const right of columns.slice(position + 1)) {
      if (!moves(left, context) || !moves(right, context)) continue;
      if (areSides(left.index, right.index, context)) return [left, right];
    }
  }
  return undefined;
}

function amountAndBalance(
  columns: readonly ColumnFacts[],
  context: MoneyContext,
): [ColumnFacts, ColumnFacts | undefined] {
  const values = columns.slice(0, 5).map((column) => ({
    column,
    minor: context.minor.of(column.index),
  }));
  const within = withinRows(values);
  if (within !== undefined) return within;
  for (const amount of values) {
    for (const balance of values) {
      if (amount === balance) continue;
      const rows = amount.minor.map((value, index) => ({
        account: '',
        amount: value,
        balance: balance.minor[index],
      }));
      const proof = proveByBalance(rows);
      if (proof.tested > 0 && (isProven(proof) || proof.either >= proof.tested * 0.8)) {
        return [amount.column, balance.column];
      }
    }
  }
  const signed = columns.find((column) => column.negatives > 0) ?? columns[0];
  return [signed as ColumnFacts, columns.find((column) => column !== signed)];
}

type Money = { column: ColumnFacts; minor: readonly (bigint | undefined)[] };

/**
 * Some banks write the balance before and after each entry. Then each row proves itself, whatever the order of the
 * rows, and following one of the two down the file would prove the opposite as well. A balance before is the balance
 * after of a neighbour; in a lone row it is rather the amount that has a minus.
 */
function withinRows(values: readonly Money[]): [ColumnFacts, ColumnFacts] | undefined {
  let best: { pair: [ColumnFacts, ColumnFacts]; links: number } | undefined;
  for (const amount of values) {
    for (const before of values) {
      for (const after of values) {
        if (new Set([amount, before, after]).size < 3) continue;
        if (!amount.minor.every((value, index) => isStep(value, before.minor[index], after.minor[index])))
          continue;
        const links = neighbours(before, after) * 2 + (amount.column.negatives > 0 ? 1 : 0);
        if (links > (best?.links ?? -1)) best = { pair: [amount.column, after.column], links };
      }
    }
  }
  return best?.pair;
}

function isStep(amount: bigint | undefined, before: bigint | undefined, after: bigint | undefined): boolean {
  if (amount === undefined || before === undefined || after === undefined) return false;
  return before + amount === after;
}

function neighbours(before: Money, after: Money): number {
  const beside = (index: number) => [after.minor[index - 1], after.minor[index + 1]];
  return before.minor.filter((value, index) => value !== undefined && beside(index).includes(value)).length;
}
