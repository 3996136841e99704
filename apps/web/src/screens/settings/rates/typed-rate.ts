import { formatRate, readRate } from '@kinwise/core/money';

/** A rate as people type it (`1.65`, ` 1,6543 `, `.61`) in the form of the wire; undefined when it is none. */
export function typedRate(typed: string): string | undefined {
  const bare = typed.replaceAll(/\s/g, '');
  // A comma among digits is a decimal one: no rate of a currency needs thousands set apart.
  const pointed = /^\d*,\d+$/.test(bare) ? bare.replace(',', '.') : bare;
  const scaled = readRate(pointed.startsWith('.') ? `0${pointed}` : pointed);
  return scaled === undefined ? undefined : formatRate(scaled);
}
