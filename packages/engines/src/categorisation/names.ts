/** How many characters of a payee's or merchant's name are kept. */
export const NAME_MAX = 200;

/** A name as it is kept and shown: NFC, one line, single blanks, without control characters and half characters. */
export function tidyName(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  // eslint-disable-next-line no-control-regex -- these are the characters to take out
  const oneLine = whole.normalize('NFC').replace(/[\u0000-\u001f\u007f\s]+/gu, ' ');
  return cutTo(oneLine.trim(), NAME_MAX).trimEnd();
}

/** What two names have in common when they are the same name in another case or with other blanks. */
export function nameKey(text: string): string {
  return tidyName(text).toLowerCase().normalize('NFC');
}

/** Banks' words around a name, which say how it was paid and not to whom. */
const NOISE = new Set(
  (
    'the and ltd limited inc llc pty plc gmbh co nz nzl aus pos eftpos visa mastercard debit credit card purchase payment ' +
    'direct automatic transfer from bill ref online www com http https fee txn sq paypal'
  ).split(' '),
);

/** The words that tell one payee from another: no numbers, no words of banks, no single letters. */
export function tokensOf(name: string): string[] {
  const words = nameKey(name).match(/[\p{L}\p{M}'’&]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !NOISE.has(word)).slice(0, 8);
}

/** The name without branch numbers and banks' words: `COUNTDOWN 4412 HAMILTON` and `Countdown Hamilton` share it. */
export function stemOf(name: string): string {
  return tokensOf(name).join(' ');
}

/** Cuts by characters, so that none is torn in half. */
function cutTo(text: string, length: number): string {
  return text.length <= length ? text : [...text].slice(0, length).join('');
}
