/** One chain of the audit, link by link and day by day, against its seals and its end. Nothing here reads or writes. */
import type { Id } from '@kinwise/core/ids';
import type { Seal } from './seals.ts';

export type LinkRow = {
  readonly id: Id;
  readonly at: string;
  readonly action: string;
  readonly day: string;
  readonly no: number;
  readonly link: string;
  readonly erased: boolean;
  /** The link is the one that the content and the link before it make. */
  readonly fits: boolean;
};

export type Head = { readonly day: string; readonly no: number; readonly link: string };

export type Against = {
  /** Those ahead of the start, by day. */
  readonly seals: ReadonlyMap<string, Seal>;
  readonly start: Seal | undefined;
  readonly head: Head | undefined;
  readonly mustBeSealed: (day: string) => boolean;
};

export type Walked = {
  readonly entries: number;
  readonly days: number;
  readonly erased: number;
  readonly fault: string | undefined;
};

/** Walks to the end although something is broken on the way, so that the counts are right; the first fault is kept. */
export async function walk(rows: AsyncIterable<LinkRow>, against: Against): Promise<Walked> {
  const days: string[] = [];
  let [entries, erased, no, sealed] = [0, 0, 0, ''];
  let last: LinkRow | undefined;
  let fault: string | undefined;
  for await (const row of rows) {
    if (row.day !== last?.day) {
      fault ??= last && faultOfDay(last, { no, sealed, isOver: true }, against);
      fault ??= missedDay(against, last?.day, row.day);
      days.push(row.day);
      no = 0;
      sealed = '';
    }
    no += 1;
    fault ??= faultOfRow(row, no);
    // After a gap the count goes on from what is there, or one entry that is gone would spoil the whole day.
    no = row.no;
    if (no === against.seals.get(row.day)?.entries) sealed = row.link;
    if (row.erased) erased += 1;
    entries += 1;
    last = row;
  }
  fault ??= last && faultOfDay(last, { no, sealed, isOver: last.day < (against.head?.day ?? '') }, against);
  fault ??= missedDay(against, last?.day, undefined);
  fault ??= faultOfEnd(last, against);
  return { entries, days: days.length, erased, fault };
}

function faultOfRow(row: LinkRow, expected: number): string | undefined {
  if (row.no > expected) {
    const gone = row.no - expected;
    return `${row.day}: ${gone === 1 ? `entry ${expected} is` : `entries ${expected} to ${row.no - 1} are`} gone`;
  }
  if (row.no < expected) return `${called(row)} stands there twice: one of the two was inserted`;
  return row.fits ? undefined : `${called(row)} is not what was written, or not in its place`;
}

type OfDay = { readonly no: number; readonly sealed: string; readonly isOver: boolean };

function faultOfDay(
  last: LinkRow,
  { no, sealed, isOver }: OfDay,
  { seals, mustBeSealed }: Against,
): string | undefined {
  const { day } = last;
  const seal = seals.get(day);
  if (!seal) return isOver && mustBeSealed(day) ? `${day}: the seal of the day is gone` : undefined;
  if (seal.removed_at !== null) return `${day}: entries of a day that was removed are back`;
  if (no < seal.entries) return `${day}: the entries after ${no} are gone, there were ${seal.entries}`;
  if (sealed !== seal.link)
    return `${day}: the chain was written anew, it does not lead to the seal of the day`;
  return isOver && no > seal.entries && mustBeSealed(day)
    ? `${day}: entries were added after ${seal.entries}, when the day was over`
    : undefined;
}

/** A day that has a seal and no entries, between two that have, or after the last. */
function missedDay(
  { seals, start }: Against,
  after: string | undefined,
  before: string | undefined,
): string | undefined {
  const from = after ?? start?.day ?? '';
  const missed = [...seals.values()].find(
    ({ day, removed_at }) => removed_at === null && day > from && (before === undefined || day < before),
  );
  return missed && `${missed.day}: all ${missed.entries} entries of the day are gone`;
}

function faultOfEnd(last: LinkRow | undefined, { head, start }: Against): string | undefined {
  const end = last ?? (start && { day: start.day, no: start.entries, link: start.link });
  if (head?.link === end?.link) return undefined;
  if (!head) return 'the end of the chain is gone from its counter';
  if (!end) return `all entries up to number ${head.no} of ${head.day} are gone`;
  return `${end.day}: the entries after ${end.no} are gone, the last was number ${head.no} of ${head.day}`;
}

function called({ day, no, action, at, id }: LinkRow): string {
  return `${day}, entry ${no} (${action} at ${at}, ${id})`;
}
