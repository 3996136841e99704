import { cleanText } from '../text/clean.ts';

/** A reference as a person would write it; empty where banks only say that there is none. */
export function withoutPlaceholder(text: string): string {
  const clean = cleanText(text);
  return /^(?:NONREF|KREF\+|NOTPROVIDED)?$/i.test(clean) ? '' : clean;
}
