import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Ground } from './context.ts';
import { Problem } from './problems.ts';

/** The query parameters that every list has. */
export const PAGE_QUERY = {
  page_size: z.coerce.number().int().min(1).max(100).default(50).describe('Rows of a page'),
  cursor: z.string().max(600).optional().describe('next_cursor or previous_cursor of another page'),
};

/** The same for a list of a household. */
export const LIST_QUERY = {
  ...PAGE_QUERY,
  household: z.guid().optional().describe('The active household; the header X-Household-Id goes first'),
};

const metaSchema = z
  .object({
    next_cursor: z.string().nullable(),
    previous_cursor: z.string().nullable(),
    page_size: z.number().int(),
    filters: z.record(z.string(), z.unknown()),
    sort: z.string(),
  })
  .meta({ id: 'PageMeta' });

/** The schema of a list's answer. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.object({ results: z.array(row), _meta: metaSchema });
}

/** The same for a list that sums up all that its filters find, when it is asked to. */
export function summedListOf<Row extends z.ZodType, Totals extends z.ZodType>(row: Row, totals: Totals) {
  return z.object({ results: z.array(row), _meta: metaSchema.extend({ totals: totals.optional() }) });
}

/** Where a page starts: the sort values of the row before it, and the direction to read in. */
export type Position = { readonly values: readonly (string | null)[]; readonly back: boolean };

/** Writes a position as an opaque text that only this installation can have made. */
export function cursorOf(ground: Ground, sort: string, position: Position): string {
  const body = Buffer.from(JSON.stringify([sort, position.back ? 1 : 0, ...position.values])).toString(
    'base64url',
  );
  return `${body}.${signature(ground, body)}`;
}

/** Reads a cursor back; refuses one that was changed or made for another order. */
export function positionOf(ground: Ground, sort: string, cursor: string): Position {
  const [body = '', given = ''] = cursor.split('.');
  const wanted = Buffer.from(signature(ground, body));
  const got = Buffer.from(given);
  if (wanted.length !== got.length || !timingSafeEqual(wanted, got)) throw badCursor();
  const [of, back, ...values] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
    string,
    number,
    ...string[],
  ];
  if (of !== sort) throw badCursor();
  return { values, back: back === 1 };
}

/** Where a page of a list begins that goes by time: at the row of this moment and id, reading on or `back`. */
export type Moment = { readonly at: string; readonly id: string; readonly back: boolean };

/**
 * A page of a list that goes by the time of its rows; ids tell those of one moment apart. `read` gives the rows in the order
 * in which they are read, up to its limit, which is one more than the page holds.
 */
export async function pageByTime<
  By extends string,
  Row extends { readonly id: string } & Readonly<Record<By, string>>,
>(
  ground: Ground,
  query: { readonly page_size: number; readonly cursor?: string | undefined },
  of: {
    sort: string;
    filters: Readonly<Record<string, unknown>>;
    /** The column of the time. */
    by: By;
    read: (from: Moment | undefined, limit: number) => Promise<readonly Row[]>;
  },
): Promise<Page<Row>> {
  const { page_size: size, cursor } = query;
  const { sort, filters, by } = of;
  const from = cursor === undefined ? undefined : positionOf(ground, sort, cursor);
  const moment = from && { at: from.values[0] ?? '', id: from.values[1] ?? '', back: from.back };
  const found = await of.read(moment, size + 1);
  return page(ground, found, { size, sort, from, filters, valuesOf: (row) => [row[by], row.id] });
}

export type Page<Row> = {
  rows: Row[];
  meta: {
    next_cursor: string | null;
    previous_cursor: string | null;
    page_size: number;
    filters: Record<string, unknown>;
    sort: string;
  };
};

/** Cuts a page out of `page_size + 1` rows and makes the cursors of its neighbours. */
export function page<Row>(
  ground: Ground,
  found: readonly Row[],
  at: {
    size: number;
    sort: string;
    from: Position | undefined;
    filters: Readonly<Record<string, unknown>>;
    valuesOf: (row: Row) => readonly (string | null)[];
  },
): Page<Row> {
  const { size, sort, from, valuesOf } = at;
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (from?.back) rows.reverse();
  const cursorAt = (row: Row | undefined, back: boolean): string | null =>
    row === undefined ? null : cursorOf(ground, sort, { values: valuesOf(row), back });
  const hasNext = from?.back ? true : more;
  const hasPrevious = from?.back ? more : from !== undefined;
  return {
    rows,
    meta: {
      next_cursor: hasNext ? cursorAt(rows.at(-1), false) : null,
      previous_cursor: hasPrevious ? cursorAt(rows[0], true) : null,
      page_size: size,
      filters: { ...at.filters },
      sort,
    },
  };
}

function signature(ground: Ground, body: string): string {
  return createHmac('sha256', ground.keyFor('cursor')).update(body).digest('base64url').slice(0, 22);
}

function badCursor(): Problem {
  return new Problem(
    'VALIDATION_2006',
    'This cursor does not belong to this list. Ask for the first page without one.',
  );
}
