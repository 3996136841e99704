/** Turns rows as the API tells them into tables of one level: what lies within a row becomes columns, or a table beside it. */
import { csvLine } from './csv.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Lines to add to a table; a table begins with the first of them. */
export type Lines = { readonly table: string; readonly text: string };

/** The table of a kind of thing, and the column by which what lies within its rows names them. */
export type Kind = { readonly table: string; readonly parent: string };

/** What ids stand for, such as the name of a category. */
export type Names = ReadonlyMap<string, string>;

type Flat = Record<string, unknown>;
type Part = { readonly table: string; readonly rows: Flat[] };

/**
 * Makes the tables of one kind of thing, page by page. The columns are those of the first page: the rows of a kind are
 * alike. Lists of things (the splits of an entry) go into a table of their own with the id of where they belong; of lists
 * of ids the names are told.
 */
export function tablesOf(kind: Kind, names: Names): { add(rows: readonly Row[]): Lines[] } {
  const columns = new Map<string, readonly string[]>();
  return {
    add: (rows) => {
      const parts = new Map<string, Part>([[kind.table, { table: kind.table, rows: [] }]]);
      for (const row of rows) split(row, { kind, names, parts });
      return [...parts.values()].flatMap((part) => linesOf(part, columns));
    },
  };
}

type Splitting = { kind: Kind; names: Names; parts: Map<string, Part> };

function split(row: Row, at: Splitting): void {
  const { kind, names, parts } = at;
  const own: Flat = {};
  for (const [name, value] of Object.entries(row)) {
    if (!isListOfThings(value)) {
      put(own, { name, value }, names);
      continue;
    }
    const table = `${kind.table}-${name}`;
    const part = parts.get(table) ?? { table, rows: [] };
    parts.set(table, part);
    for (const inner of value) {
      const flat: Flat = { [kind.parent]: row['id'] };
      for (const [key, one] of Object.entries(inner)) put(flat, { name: key, value: one }, names);
      part.rows.push(flat);
    }
  }
  parts.get(kind.table)?.rows.push(own);
}

/** A value as one column, or several where it has parts; an id is followed by what it stands for. */
function put(into: Flat, of: { name: string; value: unknown }, names: Names): void {
  const { name, value } = of;
  if (Array.isArray(value)) {
    into[name] = value.map((one) => (typeof one === 'string' ? (names.get(one) ?? one) : one)).join('; ');
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      put(into, { name: `${name}_${key}`, value: inner }, names);
    return;
  }
  into[name] = value;
  // Also where it stands for nothing known: the columns are those of the first page, and the next may know more.
  if (name.endsWith('_id')) into[nameColumn(name)] = typeof value === 'string' ? names.get(value) : undefined;
}

function nameColumn(name: string): string {
  return name.replace(/_id$/, '_name');
}

function linesOf({ table, rows }: Part, columns: Map<string, readonly string[]>): Lines[] {
  if (rows.length === 0) return [];
  const known = columns.get(table);
  const heads = known ?? headsOf(rows);
  columns.set(table, heads);
  const lines = rows.map((row) => csvLine(heads.map((head) => row[head])));
  return [{ table, text: (known ? '' : csvLine(heads)) + lines.join('') }];
}

/** Every column that some row has, the name of a thing right behind its id. */
function headsOf(rows: readonly Flat[]): string[] {
  const all = new Set(rows.flatMap((row) => Object.keys(row)));
  const heads: string[] = [];
  for (const name of all) {
    if (name.endsWith('_name') && all.has(name.replace(/_name$/, '_id'))) continue;
    heads.push(name);
    if (name.endsWith('_id') && all.has(nameColumn(name))) heads.push(nameColumn(name));
  }
  return heads;
}

function isListOfThings(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null);
}
