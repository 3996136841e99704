import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { compilePlain } from './plain.ts';

const shaped = new Map<string, CompiledMessage>();

/**
 * Takes the English sentences with plurals and choices of one module, compiled. The build writes this call to the end of
 * each module that says some, so that they come with it, and not all with the first load.
 */
export function shape(sentences: readonly (readonly [id: string, message: CompiledMessage])[]): void {
  for (const [id, message] of sentences) shaped.set(id, message);
}

/** What is in no catalogue says itself. */
export function compile(sentence: string): CompiledMessage {
  return shaped.get(sentence) ?? compilePlain(sentence);
}
