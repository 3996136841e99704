import { exponentOf } from '@kinwise/core/currencies';
import {
  AMOUNTS_AMBIGUOUS,
  amountToken,
  DecimalEvidence,
  isOut,
  type MinorAmount,
  minorOf,
} from '../amounts.ts';
import type { DecimalMark, Warning } from '../types.ts';
import { descendants, type Tag } from './tags.ts';

const AMOUNTS = /^(?:TRNAMT|BALAMT|ACCTBAL|LEDGER)$/;

/**
 * The decimal mark of a file. OFX has a point or a comma before its decimals and no groups, but some banks write groups
 * as well, so that “1,234” is told only by the other amounts.
 */
export function decimalMarkOf(root: Tag, currency: string, warnings: Warning[]): DecimalMark {
  const evidence = new DecimalEvidence();
  let hasComma = false;
  for (const tag of descendants(root, (name) => AMOUNTS.test(name))) {
    const digits = amountToken(tag.value)?.digits;
    if (digits === undefined) continue;
    evidence.add(digits);
    hasComma ||= digits.includes(',');
  }
  if (!evidence.isBare(currency)) return evidence.decide(exponentOf(currency) === 3).mark;
  // A point is what OFX wants, so that what stands behind it is finer than the coins, and will be said to be rounded.
  if (hasComma && evidence.isOpen(currency)) warnings.push(AMOUNTS_AMBIGUOUS);
  return '.';
}

export function amountIn(
  text: string,
  { currency, mark }: { currency: string; mark: DecimalMark },
): MinorAmount | undefined {
  const token = amountToken(text.trim());
  if (token === undefined || token.symbol !== '') return undefined;
  // Where money has three decimals, banks write all three, and groups with none of them hardly ever.
  const alone = exponentOf(currency) === 3 ? /^\d+([.,])\d{3}$/.exec(token.digits)?.[1] : undefined;
  const size = minorOf(token.digits, (alone as DecimalMark | undefined) ?? mark, currency);
  return size !== undefined && isOut(token) ? { ...size, minor: -size.minor } : size;
}
