/** What is wrong with a PIN that somebody chooses for the app lock. */
export type PinFault = 'not-digits' | 'short' | 'long' | 'easy';

export const PIN_LEAST = 6;
export const PIN_MOST = 12;

/** Undefined when it is good. What is on everybody's lips (all the same, up or down in a row, one piece again and again) is not. */
export function faultOf(pin: string): PinFault | undefined {
  if (!/^[0-9]*$/.test(pin)) return 'not-digits';
  if (pin.length < PIN_LEAST) return 'short';
  if (pin.length > PIN_MOST) return 'long';
  return isRow(pin) || isRepeated(pin) ? 'easy' : undefined;
}

/** One step throughout, over the end as well: 000000, 123456, 987654, 890123, 024680. */
function isRow(pin: string): boolean {
  const steps = new Set<number>();
  for (let at = 1; at < pin.length; at += 1)
    steps.add((pin.charCodeAt(at) - pin.charCodeAt(at - 1) + 10) % 10);
  return steps.size === 1;
}

/** 121212, 123123, and 1212121, which breaks off. */
function isRepeated(pin: string): boolean {
  return [2, 3].some((length) => pin === pin.slice(0, length).repeat(pin.length).slice(0, pin.length));
}
