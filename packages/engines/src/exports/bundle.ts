/**
 * A copy of somebody's data: of each kind of thing a JSON for programs and CSV for spreadsheets, in folders, and a text that
 * says what is where. It leaves while it is made.
 */
import { Archive } from './archive.ts';
import { BYTE_ORDER_MARK } from './csv.ts';
import { tablesOf } from './tables.ts';
import type { Row } from './tables.ts';

/** What only serves the app, and says nothing of the person. */
const OF_THE_APP = new Set(['available_actions']);

/** Where a kind of thing goes: `table` names its files, `entity` one of them in tables beside it. */
export type Place = { readonly folder: string; readonly table: string; readonly entity: string };

export class Bundle {
  readonly #archive: Archive;
  readonly #names = new Map<string, string>();
  readonly #listed: { readonly name: string; count: number }[] = [];
  readonly #begun = new Set<string>();

  constructor(atMs: number) {
    this.#archive = new Archive(atMs);
  }

  /** Begins a kind of thing; its rows come page by page. */
  begin({ folder, table, entity }: Place): { add(rows: readonly Row[]): void; end(): void } {
    const listed = { name: `${folder}/${table}`, count: 0 };
    const tables = tablesOf({ table, parent: `${entity}_id` }, this.#names);
    const json = `${listed.name}.json`;
    this.#listed.push(listed);
    this.#archive.write(json, '[');
    return {
      add: (rows) => {
        const told = rows.map(withoutApp);
        for (const row of told) {
          this.#learn(row);
          this.#archive.write(json, `${listed.count === 0 ? '' : ','}\n${JSON.stringify(row, plain)}`);
          listed.count += 1;
        }
        for (const lines of tables.add(told)) this.#csv(`${folder}/${lines.table}.csv`, lines.text);
      },
      end: () => {
        this.#archive.write(json, '\n]\n');
        this.#archive.close(listed.name);
      },
    };
  }

  /** Adds a file that is no rows, such as a picture. */
  file(name: string, bytes: Uint8Array): void {
    this.#archive.add(name, bytes);
    this.#listed.push({ name, count: 1 });
  }

  /** What can leave by now. */
  take(): Generator<Uint8Array> {
    return this.#archive.take();
  }

  /** Adds the text that says what is where, and ends the copy. Of the text, `{files}` becomes the list of files. */
  end(readme: string): void {
    const files = this.#listed.map(({ name, count }) => `  ${name} (${count})`).join('\n');
    this.#archive.write('README.txt', readme.replace('{files}', () => files).replaceAll('\n', '\r\n'));
    this.#archive.end();
  }

  #csv(name: string, text: string): void {
    this.#archive.write(name, this.#begun.has(name) ? text : BYTE_ORDER_MARK + text);
    this.#begun.add(name);
  }

  /** What is named before is told by its name wherever its id stands later. */
  #learn({ id, name, user_id, display_name }: Row): void {
    if (typeof id === 'string' && typeof name === 'string') this.#names.set(id, name);
    if (typeof user_id === 'string' && typeof display_name === 'string')
      this.#names.set(user_id, display_name);
  }
}

/** `saved_search` → `saved-searches`: how the files of a kind are called. */
export function fileName(entity: string): string {
  const word = entity.replaceAll('_', '-');
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function withoutApp(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !OF_THE_APP.has(name)));
}

function plain(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}
