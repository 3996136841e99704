import { exponentOf } from '@kinwise/core/currencies';
import { amountToken, DecimalEvidence, type MinorAmount, minorOf, isOut } from '../amounts.ts';
import type { DecimalMark, Warning } from '../types.ts';
import { descendants, type Tag } from './tags.ts';

const AMOUNTS = /^(?:TRNAMT|BALAMT|ACCTBAL|LEDGER)$/;

/**
 * The decimal mark of a file. OFX has a point or a comma before its decimals and no groups, but some banks write groups
 * as well, so that “1,234” is told only by the other amounts. Where they tell nothing, nobody writes three decimals.
 */
export function decimalMarkOf(root: Tag, currency: string, warnings: Warning[]): DecimalMark {
  const evidence = new DecimalEvidence();
  let open: Tag | undefined;
  for (const tag of descendants(root, (name) => AMOUNTS.test(name))) {
    const digits = amountToken(tag.value)?.digits;
    if (digits === undefined) continue;
    evidence.add(digits);
    if (/^\d{1,3},\d{3}$/.test(digits)) open ??= tag;
  }
  const thousandths = exponentOf(currency) === 3;
  const { mark, confidence } = evidence.decide(thousandths);
  if (confidence > 0.5 || thousandths) return mark;
  if (open !== undefined) {
    const message = `“${open.value}” is taken for a whole number, as no amount of the file has one or two decimals. Look at the amounts before you import.`;
    warnings.push({ code: 'amounts_ambiguous', message });
  }
  return '.';
}

export function amountIn(
  text: string,
  { currency, mark }: { currency: string; mark: DecimalMark },
): MinorAmount | undefined {
  const token = amountToken(text.trim());
  if (token === undefined || token.symbol !== '') return undefined;
  const size = minorOf(token.digits, mark, currency);
  return size !== undefined && isOut(token) ? { ...size, minor: -size.minor } : size;
}
