import { readTypedAmount, withoutCurrency } from '@kinwise/core/format';

/** Why a text is no amount: not a number as it is written here, with a minus, too small a part, too large. */
export type AmountFault = 'form' | 'sign' | 'decimals' | 'size';

export type AmountText =
  /** Digits with at most one point (`12.5`), or empty. */
  | { readonly kind: 'amount'; readonly typed: string }
  | { readonly kind: 'fault'; readonly fault: AmountFault };

const MOST_DIGITS = 9;

/**
 * Reads what was typed or pasted. Spaces, the currency's own sign and separators of thousands that stand where they belong
 * are dropped; whatever else would change the value is refused and never passed over in silence.
 */
export function readAmountText(
  text: string,
  currency: string,
  { ours = false }: { /** The separators are those of the field itself. */ ours?: boolean } = {},
): AmountText {
  const bare = withoutCurrency(text, currency);
  const plain = ours ? bare.replaceAll(',', '') : bare;
  if (plain === '') return { kind: 'amount', typed: '' };
  if (/^-|-$/.test(plain)) return { kind: 'fault', fault: 'sign' };
  const [, whole = '', point = '', decimals = ''] = /^([\d,]*)(\.?)(\d*)$/.exec(plain) ?? [];
  if (whole + point + decimals !== plain) return { kind: 'fault', fault: 'form' };
  const grouped = whole === '' ? '0' : whole;
  if (readTypedAmount(grouped, currency) === undefined) return { kind: 'fault', fault: 'form' };
  const typed = grouped.replaceAll(',', '').replace(/^0+(?=\d)/, '') + point + decimals;
  // A point alone is a beginning, but not where the currency has no smaller part.
  if (readTypedAmount(typed, currency) === undefined || (point !== '' && isWhole(currency)))
    return { kind: 'fault', fault: 'decimals' };
  if ((typed.split('.')[0] ?? '').length > MOST_DIGITS) return { kind: 'fault', fault: 'size' };
  return { kind: 'amount', typed };
}

/** Whether what changed between two texts of the field brought no separator of its own. */
export function onlyOurSeparators(before: string, after: string): boolean {
  let start = 0;
  while (start < after.length && after[start] === before[start]) start += 1;
  let end = 0;
  const most = Math.min(after.length, before.length) - start;
  while (end < most && after.at(-1 - end) === before.at(-1 - end)) end += 1;
  return !after.slice(start, after.length - end).includes(',');
}

function isWhole(currency: string): boolean {
  return readTypedAmount('0.0', currency) === undefined;
}
