/** Where the statements of a file go, from what was said on the command line and what the file says itself. */
import type { Id } from '@kinwise/core/ids';
import type { StatementSummary } from '../intake/destinations/destinations.schema.ts';
import type { ImportChange, WireImport } from '../intake/imports/imports.schema.ts';
import { listAccounts } from '../ledger/accounts/accounts.ts';
import type { HouseholdContext } from '../platform/context.ts';
import { Problem } from '../platform/problems.ts';

/** What was said: one account for everything, and for single statements (from 1) an account, or that they are left out. */
export type Said = {
  readonly account?: string | undefined;
  readonly statements?: ReadonlyMap<number, string> | undefined;
};

/** The same with accounts in place of their names. */
export type Wishes = { readonly all: Id | undefined; readonly by: ReadonlyMap<number, Id | typeof SKIP> };

const SKIP = 'skip';

/** `2=Savings` or `3=skip`; undefined when it is neither. */
export function statementSaid(text: string): [number, string] | undefined {
  const [, number = '', name = ''] = /^(\d{1,3})=(.+)$/s.exec(text.trim()) ?? [];
  return Number(number) > 0 ? [Number(number), name.trim()] : undefined;
}

/** Finds the accounts by their names; refuses a name that is none, or that several have. */
export async function wishesOf(ctx: HouseholdContext, said: Said): Promise<Wishes> {
  const accounts = await listAccounts(ctx);
  const named = (name: string): Id => {
    const found = accounts.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found.length === 1 && found[0]) return found[0].id;
    const what = found.length === 0 ? 'is no account' : 'are several accounts';
    throw new Problem('RESOURCE_3001', `There ${what} "${name}". The accounts are: ${namesOf(accounts)}.`);
  };
  const by = [...(said.statements ?? [])].map(
    ([number, name]) => [number, name.toLowerCase() === SKIP ? SKIP : named(name)] as const,
  );
  return { all: said.account === undefined ? undefined : named(said.account), by: new Map(by) };
}

/** The account in whose currency a file is read that names none. */
export function firstOf({ all, by }: Wishes): Id | undefined {
  const first = by.get(1);
  return first === undefined || first === SKIP ? all : first;
}

/** What has to be changed about where statements go: what was said of one goes first, then its number, then `--account`. */
export function changesFor(
  statements: readonly StatementSummary[],
  { all, by }: Wishes,
): NonNullable<ImportChange['statements']> {
  return statements.flatMap((statement, index) => {
    const wish = by.get(index + 1);
    const skip = wish === SKIP;
    const account_id = skip ? statement.account_id : (wish ?? homeOf(statement, all));
    const isSettled = skip === statement.skip && account_id === statement.account_id;
    return isSettled ? [] : [{ index, account_id, skip }];
  });
}

/** The account with its number; of several with that number the one that was named, and no other. */
function homeOf({ known_account_id, bearer_ids }: StatementSummary, all: Id | undefined): string | null {
  if (bearer_ids !== undefined) return all !== undefined && bearer_ids.includes(all) ? all : null;
  return known_account_id ?? all ?? null;
}

/** Why the file cannot be imported as it was said, and what to add; undefined when it can. */
export async function lacksOf(
  ctx: HouseholdContext,
  { statements }: WireImport,
  said: Said,
): Promise<string | undefined> {
  const beyond = [...(said.statements?.keys() ?? [])].filter((number) => number > statements.length);
  if (beyond.length > 0) {
    const holds = statements.length === 1 ? 'one statement' : `${statements.length} statements`;
    return `The file holds ${holds}, and none with the number ${listed(beyond)}. Nothing was imported.`;
  }
  const used = statements.filter(({ skip, counts }) => !skip && counts.total > counts.rejected);
  const homeless = used.filter(({ account_id }) => account_id === null).map(({ index }) => index + 1);
  const wrong = used.flatMap(({ index, warnings }) =>
    warnings.some(({ code }) => code === 'currency_differs') ? [index + 1] : [],
  );
  if (homeless.length === 0 && wrong.length === 0) return undefined;
  const accounts = namesOf(await listAccounts(ctx));
  const shared = used.flatMap(({ warnings }) => warnings.filter(({ code }) => code === 'number_shared'));
  const why = [
    ...shared.map(({ message }) => message),
    ...(homeless.length === 0 ? [] : [homelessness(homeless)]),
    ...statements.flatMap(({ index, warnings }) =>
      wrong.includes(index + 1) ? warnings.map(({ message }) => message) : [],
    ),
    ...(wrong.length === 0 ? [] : [`Say --statement ${wrong[0]}=NAME, or --statement ${wrong[0]}=skip.`]),
  ];
  return `${why.join(' ')} Nothing was imported. The accounts are: ${accounts}.`;
}

function homelessness(numbers: readonly number[]): string {
  const [first] = numbers;
  const one = `--statement ${first}=NAME, or --statement ${first}=skip to leave it out`;
  if (numbers.length === 1)
    return `Statement ${first} goes to no account yet. Add --account NAME; or ${one}.`;
  return `Statements ${listed(numbers)} go to no account yet. Add --account NAME for all of them; or for each ${one}.`;
}

function namesOf(accounts: readonly { name: string; currency: string }[]): string {
  return accounts.map((one) => `"${one.name}" (${one.currency})`).join(', ') || 'none yet';
}

function listed(numbers: readonly number[]): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
