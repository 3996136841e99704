import { readFile } from 'node:fs/promises';
import { formatter } from '@lingui/format-po';
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { compilePlain } from '../src/words/plain.ts';

type Catalogue = Readonly<Record<string, { translation?: string }>>;

/**
 * Lets a module import a catalogue: `import { messages } from './mi-NZ.po'`. Messages arrive compiled; those that are
 * their own id and have no plurals are left out, because what is missing is said by its id.
 */
export function poPlugin(): Plugin {
  const format = formatter({ explicitIdAsDefault: true });
  return {
    name: 'kinwise-words',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.po')) return null;
      this.addWatchFile(id);
      const context = { locale: null, sourceLocale: 'en-NZ', filename: id };
      const catalogue = (await format.parse(await readFile(id, 'utf8'), context)) as Catalogue;
      return { code: `export const messages = ${JSON.stringify(compiled(catalogue))};`, moduleType: 'js' };
    },
  };
}

/** Compiled messages by id. A message that cannot be read fails the build, named. */
export function compiled(catalogue: Catalogue): Record<string, string | CompiledMessage> {
  const messages: Record<string, string | CompiledMessage> = {};
  for (const [id, { translation }] of Object.entries(catalogue)) {
    const said = translation || id;
    try {
      const message = compileMessageOrThrow(said);
      if (JSON.stringify(message) === JSON.stringify(compilePlain(id))) continue;
      const plain = message.length === 1 && typeof message[0] === 'string' ? message[0] : undefined;
      messages[id] = plain ?? message;
    } catch (cause) {
      throw new Error(`The message "${said}" cannot be read: ${String(cause)}`, { cause });
    }
  }
  return messages;
}
