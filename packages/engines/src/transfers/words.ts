import { plainWords } from '../statements/text/clean.ts';

type Side = {
  account_name: string;
  account_number: string;
  payee: string;
  memo: string;
  counter_account?: string | undefined;
};

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

/** What in the text of `row` names the account of `other`: its number, or its name; undefined when nothing does. */
export function accountMentioned(row: Side, other: Side): string | undefined {
  const digits = other.account_number.replace(/\D/g, '');
  const text = `${row.payee} ${row.memo}`;
  const numbers = [row.counter_account ?? '', ...(text.match(/[\dX*x][\dX*x -]{2,}\d/g) ?? [])].map((one) =>
    one.replace(/\D/g, ''),
  );
  if (digits.length >= 4 && numbers.some((one) => endsAlike(one, digits)))
    return `the number of ${other.account_name}`;
  const words = plainWords(text).split(' ');
  const name = plainWords(other.account_name)
    .split(' ')
    .filter((word) => word.length >= 3 && !COMMON.has(word));
  return name.length > 0 && name.every((word) => words.includes(word)) ? other.account_name : undefined;
}

/** One is the other or its end: files and people often keep only the last four digits. */
function endsAlike(left: string, right: string): boolean {
  if (left.length < 4) return false;
  return left.length >= right.length ? left.endsWith(right) : right.endsWith(left);
}

const TRANSFER =
  /\b(?:transfer|tfr|trf|xfer|txfr|tsf|internal|ib payment|mb payment|online payment|payment thank you|payment received|to savings|from savings|uberweisung|umbuchung|overboeking|virement|traspaso)\b/;

export function saysTransfer(row: Side): boolean {
  return TRANSFER.test(plainWords(`${row.payee} ${row.memo}`));
}
