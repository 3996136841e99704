import type { ColumnRole } from '../types.ts';
import type { ColumnFacts, TableFacts } from './columns.ts';
import { plainWords } from '../text/clean.ts';
import { directionOf, type Meaning, meaningsOf } from './vocabulary.ts';

export type Roles = Record<string, ColumnRole>;
export type RoleChoice = { roles: Roles; confidence: number; reason: string };

/** Roles that only one column can have, and what the others of that meaning become. */
const ALONE: Readonly<Partial<Record<ColumnRole, ColumnRole>>> = {
  date: 'booked_date',
  booked_date: 'ignore',
  value_date: 'ignore',
  amount: 'ignore',
  debit: 'ignore',
  credit: 'ignore',
  direction: 'kind',
  balance: 'ignore',
  fee: 'ignore',
  currency: 'ignore',
  payee: 'memo',
  bank_id: 'reference',
  kind: 'memo',
  category: 'ignore',
  tags: 'ignore',
  account: 'ignore',
  counter_account: 'ignore',
  status: 'ignore',
  foreign_amount: 'ignore',
  foreign_currency: 'ignore',
  rate: 'ignore',
};

/** What each column holds, by its name where the name tells and the cells agree. */
export function rolesByName(facts: TableFacts): Roles {
  const claims: { index: number; role: ColumnRole; weight: number }[] = [];
  const roles: Roles = {};
  for (const column of facts.columns) {
    const fitting = meaningsOf(column.name).find((meaning) =>
      agrees(column, meaning.role, facts.rows.length === 0),
    );
    if (fitting !== undefined)
      claims.push({ index: column.index, ...fitting, weight: weightOf(column, fitting) });
    else if (column.name === '' && isDirection(column, facts.rows.length)) {
      claims.push({ index: column.index, role: 'direction', weight: 1 });
    }
  }
  claims.sort((a, b) => b.weight - a.weight || a.index - b.index);
  const taken = new Set<ColumnRole>();
  for (const claim of claims) {
    let role = claim.role;
    while (taken.has(role) && ALONE[role] !== undefined) role = ALONE[role] ?? 'ignore';
    if (claim.role === 'kind' && role === 'memo' && isCode(facts.columns[claim.index])) role = 'ignore';
    if (role !== 'ignore') roles[claim.index] = role;
    taken.add(role);
  }
  return promoteDate(withOwnAccount(roles, facts), facts);
}

/** A name that is the same on every row is the holder's own. */
function weightOf(column: ColumnFacts, { role, weight }: Meaning): number {
  return role === 'payee' && column.filled >= 3 && column.samples.length === 1 ? weight - 4 : weight;
}

/** Names under which banks write the number of either side. */
const EITHER_ACCOUNT = /^(?:iban|account (?:number|no)|acc no|konto nr|kontonummer)/;

/**
 * A column of account numbers that is empty on some rows is that of the other side: one's own account stands on all of
 * them. So is one of several IBANs behind the day: banks write the account that a row belongs to in front of it.
 */
function withOwnAccount(roles: Roles, facts: TableFacts): Roles {
  const index = columnOf(roles, 'account');
  const column = index === undefined ? undefined : facts.columns[index];
  if (index === undefined || column === undefined || !EITHER_ACCOUNT.test(plainWords(column.name)))
    return roles;
  const date = columnOf(roles, 'date') ?? columnOf(roles, 'booked_date') ?? index;
  const isOther =
    column.filled < facts.rows.length || (column.ibans > 0 && column.samples.length > 1 && index > date);
  if (!isOther) return roles;
  return {
    ...roles,
    [index]: columnOf(roles, 'counter_account') === undefined ? 'counter_account' : 'ignore',
  };
}

const DATES: readonly ColumnRole[] = ['date', 'booked_date', 'value_date'];
const NUMBERS: readonly ColumnRole[] = [
  'amount',
  'debit',
  'credit',
  'balance',
  'fee',
  'foreign_amount',
  'rate',
];
const CURRENCIES: readonly ColumnRole[] = ['currency', 'foreign_currency'];
const TEXTS: readonly ColumnRole[] = ['payee', 'memo'];

/** Whether what stands in a column can be what its name says. In a table without rows the names alone decide. */
function agrees(column: ColumnFacts, role: ColumnRole, isEmpty: boolean): boolean {
  if (isEmpty) return true;
  if (column.filled === 0) return !DATES.includes(role) && role !== 'direction' && role !== 'payee';
  const share = (count: number) => count / column.filled;
  if (DATES.includes(role)) return share(column.dates) >= 0.5;
  if (NUMBERS.includes(role)) return share(column.amounts) >= 0.6;
  if (CURRENCIES.includes(role)) return share(column.currencies) >= 0.6;
  if (role === 'direction') return share(column.directions) >= 0.95 || isPairOfLetters(column);
  if (TEXTS.includes(role) && (share(column.directions) >= 0.95 || column.states === column.filled))
    return false;
  if (role === 'payee' && (share(column.ibans) >= 0.6 || share(column.letters) < 0.3)) return false;
  return share(column.dates) < 0.9;
}

/** A column of D and C, or of one of them and empty cells. */
function isDirection(column: ColumnFacts, rows: number): boolean {
  if (column.filled === 0 || column.directions < column.filled * 0.95) return false;
  return column.filled < rows || column.samples.length >= 2;
}

/** Two letters and no third word: where one of them is known, as D is, the other one says the opposite. */
function isPairOfLetters(column: ColumnFacts): boolean {
  return (
    column.directions > 0 &&
    column.samples.length === 2 &&
    column.samples.every((text) => /^\p{L}$/u.test(text))
  );
}

/** Under a name that tells nothing, both ways have to be said. */
function saysBothWays(column: ColumnFacts): boolean {
  const ways = new Set(column.samples.map(directionOf));
  return ways.size === 2 && ways.has('in') && ways.has('out') && column.directions === column.filled;
}

/** Numbers for the bank's own machines say nothing to people. */
function isCode(column: ColumnFacts | undefined): boolean {
  return column !== undefined && column.letters < column.filled * 0.3;
}

/** A day under a name that nobody knows is likelier the day itself than the day from which interest counts. */
function promoteDate(roles: Roles, facts: TableFacts): Roles {
  if (columnOf(roles, 'date') !== undefined) return roles;
  const unknown = facts.columns.find(
    (column) => roles[column.index] === undefined && column.filled > 0 && column.dates >= column.filled * 0.9,
  );
  const booked = columnOf(roles, 'booked_date');
  const next = booked ?? unknown?.index ?? columnOf(roles, 'value_date');
  return next === undefined ? roles : { ...roles, [next]: 'date' };
}

/** Fills what names did not tell, from the cells alone: dates, the currency, the texts. Money is decided elsewhere. */
export function rolesByContent(facts: TableFacts, known: Roles): Roles {
  const roles: Roles = { ...known };
  const open = facts.columns.filter((column) => roles[column.index] === undefined && column.filled > 0);
  const rows = facts.rows.length;
  if (columnOf(roles, 'date') === undefined) {
    const dates = open.filter((column) => column.dates >= column.filled * 0.6 && column.filled >= rows * 0.5);
    for (const [position, column] of dates.slice(0, 2).entries()) {
      roles[column.index] = position === 0 ? 'date' : 'value_date';
    }
  }
  const nameless = facts.columns.every((column) => column.name === '');
  for (const column of open) {
    if (roles[column.index] !== undefined) continue;
    const isCurrency = column.currencies >= column.filled * 0.9;
    const isState = column.states === column.filled && columnOf(roles, 'status') === undefined;
    if (isState) roles[column.index] = 'status';
    else if (isCurrency && columnOf(roles, 'currency') === undefined) roles[column.index] = 'currency';
    else if (
      (nameless ? isDirection(column, rows) : saysBothWays(column)) &&
      !isCurrency &&
      columnOf(roles, 'direction') === undefined
    ) {
      roles[column.index] = 'direction';
    } else if (isKindBeside(column, open) && columnOf(roles, 'kind') === undefined) {
      roles[column.index] = 'kind';
    }
  }
  if (columnOf(roles, 'payee') === undefined) nameTexts({ open, facts }, roles);
  return roles;
}

/** A column without a name that holds only kinds of bookings, where another one says on most rows who was paid. */
function isKindBeside(column: ColumnFacts, open: readonly ColumnFacts[]): boolean {
  if (column.name !== '' || column.kinds < column.filled) return false;
  return open.some(
    (other) =>
      other !== column &&
      other.kinds < other.filled &&
      other.letters >= column.filled * 0.5 &&
      other.codes < other.filled * 0.8,
  );
}

function nameTexts({ open, facts }: { open: readonly ColumnFacts[]; facts: TableFacts }, roles: Roles): void {
  const memo = fullestMemo(roles, facts);
  const worded = open.filter(
    (column) => roles[column.index] === undefined && column.letters >= column.filled * 0.4,
  );
  const codes = worded.filter((column) => column.codes >= column.filled * 0.8);
  const texts = worded
    .filter((column) => !codes.includes(column))
    .sort((a, b) => b.length / b.filled - a.length / a.filled);
  if (memo !== undefined) {
    roles[memo] = 'payee';
    return;
  }
  for (const [position, column] of texts.entries()) roles[column.index] = position === 0 ? 'payee' : 'memo';
  for (const column of codes) roles[column.index] ??= 'reference';
}

/** Of several columns of notes, the one that says something on most rows; the first of those alike. */
function fullestMemo(roles: Roles, facts: TableFacts): number | undefined {
  return columnsOf(roles, 'memo').sort(
    (a, b) => (facts.columns[b]?.filled ?? 0) - (facts.columns[a]?.filled ?? 0),
  )[0];
}

/** What a person named, over what was found: a role that only one column can have leaves the column that had it. */
export function withChosenRoles(found: Roles, chosen: Roles | undefined): Roles {
  if (chosen === undefined) return found;
  const roles: Roles = { ...found };
  const named = new Set(Object.values(chosen));
  for (const [index, role] of Object.entries(found)) {
    if (chosen[index] !== undefined || !named.has(role) || ALONE[role] === undefined) continue;
    roles[index] = ALONE[role] === 'memo' ? 'memo' : 'ignore';
  }
  const choosesAmount = named.has('amount');
  const choosesSides = named.has('debit') || named.has('credit');
  for (const [index, role] of Object.entries(roles)) {
    if (choosesAmount && !choosesSides && (role === 'debit' || role === 'credit')) roles[index] = 'ignore';
    if (choosesSides && !choosesAmount && (role === 'amount' || role === 'direction'))
      roles[index] = 'ignore';
  }
  return { ...roles, ...chosen };
}

/** The first column with a role. */
export function columnOf(roles: Roles, role: ColumnRole): number | undefined {
  const found = Object.entries(roles).find(([, one]) => one === role);
  return found === undefined ? undefined : Number(found[0]);
}

export function columnsOf(roles: Roles, role: ColumnRole): number[] {
  return Object.entries(roles)
    .filter(([, one]) => one === role)
    .map(([index]) => Number(index))
    .sort((a, b) => a - b);
}
