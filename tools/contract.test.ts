/**
 * The contract between the server and the web app: what the OpenAPI document says, and that the compiler holds the web
 * app to it. The document is changed here in ways that a server might be, and real files of the web app must not compile.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { clientTypes } from './client-types.ts';

const ROOT = join(import.meta.dirname, '..');
const WEB = join(ROOT, 'apps/web');
const SCHEMA = join(ROOT, 'packages/api-client/src/schema.ts');

type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type Body = { content?: Record<string, { schema: Schema }> };
type Operation = { requestBody?: Body; responses: Record<string, Body> };
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const text = readFileSync(join(ROOT, 'apps/server/openapi.json'), 'utf8');
const document = JSON.parse(text) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

describe('the document', () => {
  it('has one schema of each name, whichever way it goes', () => {
    const names = Object.keys(document.components.schemas);
    expect(names.filter((name) => name.endsWith('Input'))).toEqual([]);
  });

  it('has one name for each schema: of two by the same name one would be lost', () => {
    const given = sourcesOf(join(ROOT, 'apps/server/src')).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\.meta\(\{\s*id: '(\w+)'/g)].map(([, name = '']) => name),
    );
    expect(given.length).toBeGreaterThan(100);
    expect(given.filter((name, index) => given.indexOf(name) !== index)).toEqual([]);
  });

  it('says of every route what it answers, and how it refuses', () => {
    const silent = operations.filter(([, { responses }]) => {
      const good = Object.entries(responses).filter(([status]) => /^(2|303)/.test(status));
      const said = good.every(
        ([status, { content }]) => (status === '204' || status === '303') === (content === undefined),
      );
      return good.length === 0 || !said || !responses['default']?.content?.['application/problem+json'];
    });
    expect(silent.map(([title]) => title)).toEqual([]);
  });

  it('calls days and instants what they are', () => {
    const plain: string[] = [];
    const look = (schema: Schema, where: string): void => {
      for (const [name, one] of Object.entries(schema.properties ?? {})) {
        const wanted = /(^|_)on$/.test(name) ? 'date' : name.endsWith('_at') ? 'date-time' : undefined;
        const texts = [one, ...(one.anyOf ?? [])].filter(({ type }) => type === 'string');
        if (wanted && texts.some(({ format }) => format !== wanted)) plain.push(`${where}/${name}`);
        look(one, `${where}/${name}`);
      }
      for (const part of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
        if (part) look(part, where);
    };
    for (const [name, schema] of Object.entries(document.components.schemas)) look(schema, name);
    for (const [title, { responses }] of operations)
      for (const { content } of Object.values(responses))
        for (const { schema } of Object.values(content ?? {})) look(schema, title);
    expect(plain).toEqual([]);
  });
});

/** A change of the document, the file of the web app that has to notice, and what the compiler says there. */
type Change = {
  readonly what: string;
  readonly change: (of: Document) => void;
  readonly file: string;
  readonly said: RegExp;
};

const changes: readonly Change[] = [
  {
    what: 'a renamed field of an answer',
    change: (of) => rename(of, 'Transaction', ['payee', 'counterparty']),
    file: 'screens/ledger/parts/entry-words.ts',
    said: /'payee' does not exist/,
  },
  {
    what: 'a renamed field of a request',
    change: (of) => rename(of, 'NewTransaction', ['account_id', 'account']),
    file: 'screens/ledger/add/draft.ts',
    said: /'account_id' does not exist|'account' is missing/,
  },
  {
    what: 'a renamed field of a change that waits in the outbox',
    change: (of) => rename(of, 'TagChange', ['name', 'label']),
    file: 'screens/settings/tags/tags-screen.tsx',
    said: /'name' does not exist/,
  },
  {
    what: 'a renamed path',
    change: (of) => move(of, '/exchange-rates/', '/rates/'),
    file: 'screens/settings/rates/new-rate.tsx',
    said: /'"\/exchange-rates\/"' is not assignable/,
  },
  {
    what: 'a renamed collection of the outbox',
    change: (of) => {
      move(of, '/tags/', '/labels/');
      move(of, '/tags/{id}/', '/labels/{id}/');
    },
    file: 'offline/entities.ts',
    said: /'"tags"' is not assignable/,
  },
  {
    what: 'a renamed action below a row',
    change: (of) => move(of, '/categories/{id}/restore/', '/categories/{id}/revive/'),
    file: 'screens/settings/categories/deleted-categories.tsx',
    said: /'"restore"' is not assignable/,
  },
  {
    what: 'a new kind of row in the sync',
    change: (of) => changeText(of, '"saved_search"', '"kept_search"'),
    file: 'offline/entities.ts',
    said: /kept_search/,
  },
  {
    what: 'a field that may be missing from now on',
    change: (of) => {
      const { Rule } = of.components.schemas;
      if (Rule) Rule.required = Rule.required?.filter((name) => name !== 'order') ?? [];
    },
    file: 'screens/intake/rules/rules-screen.tsx',
    said: /possibly 'undefined'/,
  },
  {
    what: 'another value of an enumeration',
    change: (of) => changeText(of, '"possible_duplicate"', '"similar"'),
    file: 'screens/intake/imports/words.ts',
    said: /possible_duplicate|similar/,
  },
  {
    what: 'a renamed code of a refusal',
    change: (of) => changeText(of, '"AUTH_1008"', '"AUTH_1099"'),
    file: 'screens/identity/refusals.ts',
    said: /'"AUTH_1008"' have no overlap/,
  },
];

describe('the web app', () => {
  it('compiles against the document as it is', async () => {
    const files = [...new Set(changes.map(({ file }) => file))];
    expect(await complaints(() => undefined, files)).toEqual([]);
  });

  it.each(changes)('does not compile against $what', async ({ change, file, said }) => {
    expect((await complaints(change, [file])).join('\n')).toMatch(said);
  });

  it('writes no path of the API as a type by hand', () => {
    const files = sourcesOf(join(WEB, 'src'));
    const byHand = files.filter((file) =>
      /^\s*(readonly )?['"`]\/[\w/{}-]+\/['"`]\??:/m.test(readFileSync(file, 'utf8')),
    );
    expect(files.length).toBeGreaterThan(200);
    expect(byHand).toEqual([]);
  });
});

function sourcesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
}

function rename(of: Document, name: string, [from, to]: [string, string]): void {
  const schema = of.components.schemas[name];
  const field = schema?.properties?.[from];
  if (!schema?.properties || !field) throw new Error(`${name} has no ${from}: choose another field to try.`);
  delete schema.properties[from];
  schema.properties[to] = field;
  schema.required = schema.required?.map((one) => (one === from ? to : one)) ?? [];
}

function move(of: Document, from: string, to: string): void {
  const path = of.paths[from];
  if (!path) throw new Error(`There is no ${from}: choose another path to try.`);
  delete of.paths[from];
  of.paths[to] = path;
}

function changeText(of: Document, from: string, to: string): void {
  const before = JSON.stringify(of);
  if (!before.includes(from)) throw new Error(`There is no ${from}: choose another word to try.`);
  Object.assign(of, JSON.parse(before.replaceAll(from, to)));
}

const parsed = new Map<string, ts.SourceFile | undefined>();
afterAll(() => parsed.clear());

/** What the compiler says of files of the web app, against the client's types of a changed document. */
async function complaints(change: (of: Document) => void, files: readonly string[]): Promise<string[]> {
  const changed = JSON.parse(text) as Document;
  change(changed);
  const types = await clientTypes(JSON.stringify(changed));
  const { config } = ts.readConfigFile(join(WEB, 'tsconfig.json'), ts.sys.readFile) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, WEB);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, wanted) => {
    if (name === SCHEMA) return ts.createSourceFile(name, types, wanted);
    // The rest is the same for all: thousands of files that are read once.
    if (!parsed.has(name)) parsed.set(name, read(name, wanted));
    return parsed.get(name);
  };
  const paths = files.map((file) => join(WEB, 'src', file));
  const program = ts.createProgram([...paths, join(WEB, 'src/words/po.d.ts')], options, host);
  return paths.flatMap((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}
