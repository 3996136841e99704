/** Puts everything that is kept about a person into one archive, with the eyes of that person. */
import type { Id } from '@kinwise/core/ids';
import { Bundle, fileName } from '@kinwise/engines/exports/bundle';
import { buffer } from 'node:stream/consumers';
import { instant } from '../../platform/clock.ts';
import type { Ground, HouseholdContext } from '../../platform/context.ts';
import type { HandedOut } from '../../platform/copies.ts';
import type { Outward } from '../../platform/feature.ts';
import { personalData, personalRows } from '../../platform/privacy.ts';
import type { Home } from '../../platform/privacy.ts';
import { Problem } from '../../platform/problems.ts';
import { ownPhoto } from '../photos/photos.ts';

const PAGE = 1000;

export type HowFar = {
  readonly rows_done: number;
  readonly parts_done: number;
  readonly parts_total: number;
};

export type Packing = {
  readonly ground: Ground;
  readonly nowMs: number;
  readonly user: { readonly id: Id; readonly email: string; readonly first_name: string };
  readonly homes: readonly Home[];
  readonly noted: (howFar: HowFar) => Promise<void>;
};

/** The archive, chunk by chunk, while its parts are read. */
export async function* packed(outward: Outward, of: Packing): AsyncGenerator<Uint8Array> {
  const { ground, nowMs, user, homes } = of;
  const kinds = [...ground.hooks.copies, ...ground.hooks.handedOut];
  const bundle = new Bundle(nowMs);
  const counted = counter(of, homes.length * kinds.length);
  for await (const { table, pages: own } of personalRows(ground, user.id)) {
    const kind = bundle.begin({ folder: 'you', table: table.replaceAll('_', '-'), entity: table });
    for await (const rows of own) {
      kind.add(rows);
      await counted(rows.length, false);
      yield* bundle.take();
    }
    kind.end();
    await counted(0, true);
    yield* bundle.take();
  }
  for await (const bytes of photoOf(outward, of)) {
    bundle.file('you/photo.webp', bytes);
    yield* bundle.take();
  }
  for (const home of homes) {
    for (const source of kinds) {
      const table = fileName(source.entity);
      const kind = bundle.begin({ folder: folderOf(home, homes), table, entity: source.entity });
      for await (const rows of pages(outward, { home, source, user: user.id })) {
        kind.add(rows);
        await counted(rows.length, false);
        yield* bundle.take();
      }
      kind.end();
      await counted(0, true);
    }
  }
  bundle.end(readme(of));
  yield* bundle.take();
}

/** The picture as it is kept, where there is one. */
async function* photoOf(outward: Outward, { ground, user }: Packing): AsyncGenerator<Uint8Array> {
  const row = await outward.outside(async (ctx) => await ownPhoto(ctx, user.id));
  const file = row === undefined ? undefined : await ground.files.open(row);
  if (file) yield await buffer(file.stream);
}

/** Tells how far it is, to who waits. */
function counter({ ground, noted }: Packing, more: number): (rows: number, isPart: boolean) => Promise<void> {
  const own = personalData(ground).filter((one) => one.exportSql !== undefined).length;
  let [rows_done, parts_done] = [0, 0];
  return async (rows, isPart) => {
    rows_done += rows;
    if (isPart) parts_done += 1;
    await noted({ rows_done, parts_done, parts_total: own + more });
  };
}

/** One kind of thing of a household, as the person sees it; nothing where they may not look, or are no member any more. */
async function* pages(
  outward: Outward,
  at: { home: Home; source: HandedOut; user: Id },
): AsyncGenerator<Record<string, unknown>[]> {
  const { home, source, user } = at;
  const read = async (ctx: HouseholdContext, after: string | undefined) =>
    ctx.reach(source.requires) === 'none'
      ? { rows: [], after: undefined }
      : await source.copy(ctx, { after, limit: PAGE });
  let after: string | undefined;
  do {
    const from = after;
    const found = await outward
      .inHousehold({ household: home.id, as: user }, async (ctx) => await read(ctx, from))
      .catch(noHousehold);
    if (found.rows.length > 0) yield found.rows;
    after = found.after;
  } while (after !== undefined);
}

function noHousehold(error: unknown): { rows: []; after: undefined } {
  if (error instanceof Problem && error.code === 'RESOURCE_3001') return { rows: [], after: undefined };
  throw error;
}

/** Names of households may be anything; those of folders may not. */
function folderOf(home: Home, homes: readonly Home[]): string {
  const plain = (name: string): string =>
    name
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'household';
  const twins = homes.filter((other) => plain(other.name) === plain(home.name));
  const number = twins.indexOf(home);
  return `households/${plain(home.name)}${number > 0 ? `-${number + 1}` : ''}`;
}

function readme({ ground, nowMs, user }: Packing): string {
  return `A copy of your data in KinWise, made for ${user.email || user.first_name} on ${instant(nowMs).slice(0, 10)}.

Every kind of thing is there twice: as .json for programs, complete and as the API tells it, and as .csv for
spreadsheets (UTF-8, commas, one line of names). In the CSV, ids are followed by the names that they stand for, and
what lies within a thing (the parts of an entry, say) has a table of its own. A text that a spreadsheet would take for
a formula has an apostrophe before it; numbers are left alone. Days are YYYY-MM-DD, moments are in UTC, amounts are
decimal, and below zero when money goes out. A kind of which there is nothing has an empty JSON and no CSV.

you/         what is kept about you: account and photo, sessions, what happened around signing in, consents
households/  a folder for each household that you belong to, with what you can see in it

Files, with how many of a kind there are:

{files}

Not in here: your password and other secrets, which are kept as hashes or encrypted and would help nobody but a thief;
account numbers beyond their last digits; and what others in your households keep private.

This KinWise is run by ${ground.config.OPERATOR_NAME}.${
    ground.config.PRIVACY_CONTACT === undefined ? '' : ` Questions: ${ground.config.PRIVACY_CONTACT}`
  }
`;
}
