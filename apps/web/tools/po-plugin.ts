import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formatter } from '@lingui/format-po';
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { compilePlain } from '../src/words/plain.ts';

type Catalogue = Readonly<Record<string, { translation?: string }>>;

const WORDS = new URL('../src/words/', import.meta.url);
const SAID = /\bi18n\._\(\s*('(?:[^'\\]|\\.)*')/g;

/**
 * Lets a module import a catalogue: `import { messages } from './mi-NZ.po'`. Messages arrive compiled; those that are
 * their own id and have no plurals are left out, because what is missing is said by its id. English sentences that have
 * plurals travel with the modules that say them.
 */
export function poPlugin(): Plugin {
  const english = once(async () => compiled(await read(fileURLToPath(new URL('en-NZ.po', WORDS)))));
  const shaped = fileURLToPath(new URL('shaped.ts', WORDS));
  return {
    name: 'kinwise-words',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.po')) return null;
      this.addWatchFile(id);
      return {
        code: `export const messages = ${JSON.stringify(compiled(await read(id)))};`,
        moduleType: 'js',
      };
    },
    async transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id)) return null;
      const sentences = shapedIn(code, await english());
      if (sentences.length === 0) return null;
      const words = JSON.stringify(sentences);
      return {
        code: `${code}\nimport { shape as shapeWords } from ${JSON.stringify(shaped)};\nshapeWords(${words});\n`,
        map: null,
      };
    },
  };
}

/** The sentences that a module says and that do not say themselves, each with what it is compiled to. */
export function shapedIn(
  code: string,
  english: Record<string, string | CompiledMessage>,
): [string, unknown][] {
  const said = [...code.matchAll(SAID)].map(([, quoted = '']) => quoted.slice(1, -1).replaceAll("\\'", "'"));
  return [...new Set(said)].flatMap((id): [string, unknown][] => (id in english ? [[id, english[id]]] : []));
}

async function read(file: string): Promise<Catalogue> {
  const context = { locale: null, sourceLocale: 'en-NZ', filename: file };
  const format = formatter({ explicitIdAsDefault: true });
  return (await format.parse(await readFile(file, 'utf8'), context)) as Catalogue;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
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
