import { plainWords } from '../statements/text/clean.ts';

type Text = { payee: string; memo: string; counter_account?: string | undefined };

/** Names so common among accounts that finding one in a text tells nothing. */
const COMMON = new Set([
  'account',
  'bank',
  'card',
  'cash',
  'credit',
  'everyday',
  'joint',
  'main',
  'our',
  'my',
  'the',
]);

const TRANSFER =
  /\b(?:transfer|tfr|trf|xfer|txfr|tsf|internal|ib payment|mb payment|online payment|thank you|payment received|to savings|from savings|uberweisung|umbuchung|overboeking|virement|traspaso)\b/;

/** What the text of a row can name: words, and numbers long enough to be an account's or its end. */
export type Mentions = { words: ReadonlySet<string>; numbers: readonly string[]; saysTransfer: boolean };

export function mentionsOf(row: Text): Mentions {
  const text = `${row.payee} ${row.memo}`.slice(0, 400);
  const plain = plainWords(text);
  const written = [row.counter_account ?? '', ...(text.match(/[\dX*x][\dX*x -]{2,}\d/g) ?? [])];
  const numbers = written.map((one) => one.replace(/\D/g, '')).filter((one) => one.length >= 4);
  return { words: new Set(plain.split(' ')), numbers, saysTransfer: TRANSFER.test(plain) };
}

/** By what an account can be named: the telling words of its name, and its digits. */
export type AccountMark = { name: string; words: readonly string[]; digits: string };

export function accountMark(name: string, number: string): AccountMark {
  const words = plainWords(name)
    .split(' ')
    .filter((word) => word.length >= 3 && !COMMON.has(word));
  return { name, words, digits: number.replace(/\D/g, '') };
}

/** What in a text names the account; undefined when nothing does. */
export function mentioned(text: Mentions, account: AccountMark): string | undefined {
  if (account.digits.length >= 4 && text.numbers.some((one) => endsAlike(one, account.digits))) {
    return `the number of ${account.name}`;
  }
  const isNamed = account.words.length > 0 && account.words.every((word) => text.words.has(word));
  return isNamed ? account.name : undefined;
}

/** One is the other or its end: files and people often keep only the last four digits. */
function endsAlike(left: string, right: string): boolean {
  return left.length >= right.length ? left.endsWith(right) : right.endsWith(left);
}
