/** Patterns that people write, run by RE2: its time grows with the text and never explodes, whatever the pattern. */
import { RE2JS } from 're2js';

const LENGTH_MAX = 200;
/** Steps of the compiled pattern; `.{1,900}` needs more, and no rule about a payee does. */
const PROGRAM_MAX = 1500;

export type Pattern = { ok: true; test(text: string): boolean } | { ok: false; message: string };

/** Compiles a pattern that is looked for anywhere in the text, in any case. Looking ahead or back is not possible. */
export function readPattern(source: string): Pattern {
  if (source === '' || source.length > LENGTH_MAX) {
    return { ok: false, message: `A pattern has 1 to ${LENGTH_MAX} characters.` };
  }
  try {
    const compiled = RE2JS.compile(source.normalize('NFC'), RE2JS.CASE_INSENSITIVE);
    if (compiled.programSize() > PROGRAM_MAX) {
      return { ok: false, message: 'The pattern is too large. Use smaller counts in {…}.' };
    }
    return { ok: true, test: (text) => compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : '';
    return { ok: false, message: `The pattern cannot be read: ${reason}.` };
  }
}
