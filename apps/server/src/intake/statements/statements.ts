import type { Id } from '@kinwise/core/ids';
import type { CsvMapping } from '@kinwise/engines/statements/types';
import { happened } from '../../events.ts';
import { actorId, lookingAtAll } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import type { Outward } from '../../platform/feature.ts';
import { Problem } from '../../platform/problems.ts';
import type { UploadedFile } from '../../platform/routes.ts';
import { AT_ONCE_ROWS, beginCommit, commit } from '../commits/commits.ts';
import { reassign, receive, showImport } from '../imports/imports.ts';
import type { ImportRow } from '../imports/imports.ts';
import type { ImportChange, WireImport } from '../imports/imports.schema.ts';
import { AT_ONCE_BYTES } from '../parsing/parsing.ts';
import { read } from '../readings/readings.ts';
import type { InPieces } from '../readings/readings.ts';
import { beginUndo, hasUnseen, retreat, undo } from '../undos/undos.ts';

type Step = 'imports.read' | 'imports.commit' | 'imports.undo';

/** Takes a file in and reads it: at once when it is small, as a job with progress when it is large. */
export async function upload(
  ctx: HouseholdContext,
  file: UploadedFile | undefined,
  with_: { account_id?: Id | undefined; mapping?: CsvMapping | undefined },
): Promise<WireImport> {
  return await readNow(ctx, await receive(ctx, file, with_));
}

export async function change(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
  body: ImportChange,
): Promise<WireImport> {
  return await readNow(ctx, await reassign(ctx, at, body));
}

export async function commitImport(
  ctx: HouseholdContext,
  id: Id,
  adjustOpening: boolean,
): Promise<WireImport> {
  const { row, rows } = await beginCommit(ctx, id, adjustOpening);
  if (rows <= AT_ONCE_ROWS) await commit(together(ctx), id);
  else begun(ctx, row, 'imports.commit');
  return await showImport(ctx, id);
}

/** The same for who waits at a shell: what is large goes on right here, and as a job should this process end early. */
export async function commitHere(pieces: InPieces, id: Id, adjustOpening: boolean): Promise<void> {
  const { status } = await pieces(async (ctx) => await commitImport(ctx, id, adjustOpening));
  if (status === 'committing') await commitOrRetreat(pieces, id, pieces);
}

export async function undoImport(ctx: HouseholdContext, id: Id): Promise<WireImport> {
  const { row, rows } = await beginUndo(ctx, id);
  if (rows > AT_ONCE_ROWS) begun(ctx, row, 'imports.undo');
  else if (await hasUnseen(ctx, id)) {
    // As the job would: what the import wrote goes, wherever it is by now.
    tell(ctx, row, 'imports.undo');
    await undo(async (work) => await lookingAtAll(ctx, work), id);
  } else await undo(together(ctx), id);
  return await showImport(ctx, id);
}

/** The same three as jobs: a transaction for each piece, as the member who asked, so that no more is seen than they see.
 * What takes back touches what the import wrote and nothing else, and is done by the system. */
export const STEPS: Record<
  Step,
  (outward: Outward, payload: Readonly<Record<string, unknown>>) => Promise<void>
> = {
  'imports.read': async (outward, payload) => await read(apart(outward, payload), String(payload['id'])),
  'imports.commit': async (outward, payload) =>
    await commitOrRetreat(apart(outward, payload), String(payload['id']), asSystem(outward, payload)),
  'imports.undo': async (outward, payload) => await undo(asSystem(outward, payload), String(payload['id'])),
};

/** The way back is the system's: whoever asked may have left the household since, and half of an import stays nowhere. */
async function commitOrRetreat(pieces: InPieces, id: Id, back: InPieces): Promise<void> {
  try {
    await commit(pieces, id);
  } catch (problem) {
    // Trying again would be refused again. Anything else, such as a lost connection, is tried again by the queue.
    if (!(problem instanceof Problem) || problem.status >= 500) throw problem;
    await retreat(back, id, problem.message);
    return;
  }
  // An earlier try may have died on its way back: then this is the rest of it, and else nothing.
  await undo(back, id);
}

async function readNow(ctx: HouseholdContext, row: ImportRow): Promise<WireImport> {
  if (!(row.summary.is_large ?? row.size_bytes > BigInt(AT_ONCE_BYTES))) await read(together(ctx), row.id);
  else later(ctx, 'imports.read', row.id);
  return await showImport(ctx, row.id);
}

function later(ctx: HouseholdContext, job: Step, id: Id): void {
  ctx.enqueue({ job, payload: { household: ctx.household, as_user: actorId(ctx), id }, key: `${job}:${id}` });
}

/** What a job ends was asked for by somebody: who, and from where, is known now and not then. */
function begun(ctx: HouseholdContext, row: ImportRow, job: 'imports.commit' | 'imports.undo'): void {
  tell(ctx, row, job);
  later(ctx, job, row.id);
}

function tell(ctx: HouseholdContext, row: ImportRow, job: 'imports.commit' | 'imports.undo'): void {
  const sides =
    job === 'imports.commit'
      ? { before: { status: 'preview' }, after: { status: 'committing' } }
      : { before: { status: 'committed' }, after: { status: 'undoing' } };
  ctx.emit(
    happened('import.changed', { ids: [row.id], ...sides, privateTo: row.private_to, risk: 'medium' }),
  );
}

function together(ctx: HouseholdContext): InPieces {
  return async (work) => await work(ctx);
}

function apart(outward: Outward, payload: Readonly<Record<string, unknown>>): InPieces {
  const at = { household: String(payload['household']), as: String(payload['as_user']) };
  return async (work) => await outward.inHousehold(at, work);
}

function asSystem(outward: Outward, payload: Readonly<Record<string, unknown>>): InPieces {
  return async (work) => await outward.inHousehold({ household: String(payload['household']) }, work);
}
