import { exponentOf } from '@kinwise/core/currencies';
import { absolute } from '@kinwise/core/money';

/** Amounts of all currencies are compared as ten-thousandths of their unit: no currency has finer ones. */
const DECIMALS = 4;

const SHAPE = /^(\d{1,15})(?:\.(\d{1,4}))?$/;

/** Ten-thousandths of a decimal without sign, or undefined when it is none. */
export function readSize(text: string): bigint | undefined {
  const match = SHAPE.exec(text);
  return match ? BigInt(`${match[1] ?? ''}${(match[2] ?? '').padEnd(DECIMALS, '0')}`) : undefined;
}

/** The size of an amount in ten-thousandths, without its sign. */
export function sizeOf(minor: bigint, currency: string): bigint {
  return absolute(minor) * 10n ** BigInt(DECIMALS - exponentOf(currency));
}
