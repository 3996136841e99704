import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Id } from '@kinwise/core/ids';
import { requireAssigned } from '../intake/destinations/destinations.ts';
import {
  discard,
  listRows,
  reassign,
  receive,
  requireImport,
  showImport,
} from '../intake/imports/imports.ts';
import type { WireImport } from '../intake/imports/imports.schema.ts';
import { countPreview } from '../intake/previews/previews.ts';
import { read } from '../intake/readings/readings.ts';
import type { InPieces } from '../intake/readings/readings.ts';
import { commitHere } from '../intake/statements/statements.ts';
import { listAccounts } from '../ledger/accounts/accounts.ts';
import type { HouseholdContext } from '../platform/context.ts';
import { Problem } from '../platform/problems.ts';
import type { UploadedFile } from '../platform/routes.ts';
import type { Program } from '../program.ts';
import { changesFor, firstOf, lacksOf, statementSaid, wishesOf } from './import-placing.ts';
import type { Said, Wishes } from './import-placing.ts';
import { jsonOf, plain, refusalOf, reportOf } from './import-report.ts';
import type { Rejected } from './import-report.ts';
import { placeOf } from './places.ts';
import { withProgram } from './with-program.ts';

const USAGE = `kinwise import FILE [--account NAME] [--statement N=NAME]… [--dry-run] [--json] [--adjust-opening]
                    [--household NAME] [--as EMAIL]
  Reads a bank's file into accounts: the same reading, checks and proposals as in the app. A statement whose account
  number the household knows goes there by itself.
  --account NAME         where all others go
  --statement 2=Savings  where one statement goes, whatever its number; --statement 3=skip leaves it out
  --dry-run              shows what would come in; nothing is kept
  --json                 writes the import as the API answers it
  --adjust-opening       lets each account end where its statement does, by its opening balance
  --household, --as      may be left out where there is only one household; the first admin acts then. A household is
                         named by its name, or by its id where two have one name
  Ends with 0 when it is done, 1 when it was refused, 2 when it was called wrongly.
`;

export type Wanted = Said & {
  readonly path: string;
  readonly household?: string | undefined;
  readonly email?: string | undefined;
  readonly dryRun?: boolean;
  readonly adjustOpening?: boolean;
  readonly json?: boolean;
};
type Voice = { write(text: string): unknown };
export type Voices = { readonly stdout: Voice; readonly stderr: Voice };

/** Reads a file into accounts from the shell. Answers 0, or 1 with the line, the reason and the cure, or 2. */
export async function importFile(args: readonly string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (typeof wanted === 'string') {
    process.stderr.write(wanted === '' ? USAGE : `kinwise: ${wanted}\n${USAGE}`);
    return 2;
  }
  return await withProgram(async (program) => await importWith(program, wanted, process));
}

/** What the words of the command line ask for, or what is wrong with them. */
function wantedOf(args: readonly string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [path, more] = positionals;
    if (path === undefined) return args.length === 0 ? '' : 'Say which file is meant.';
    if (more !== undefined) return `One file at a time: "${path}" or "${more}"?`;
    const statements = new Map<number, string>();
    for (const text of values.statement ?? []) {
      const said = statementSaid(text);
      if (!said)
        return `"${text}" says nothing of a statement. Write --statement 2=NAME or --statement 2=skip.`;
      if (statements.has(said[0])) return `Statement ${said[0]} is named twice.`;
      statements.set(...said);
    }
    return {
      path,
      account: values.account,
      statements,
      household: values.household,
      email: values.as,
      dryRun: values['dry-run'],
      adjustOpening: values['adjust-opening'],
      json: values.json,
    };
  } catch (problem) {
    if (problem instanceof TypeError) return problem.message;
    throw problem;
  }
}

const OPTIONS = {
  account: { type: 'string' },
  statement: { type: 'string', multiple: true },
  household: { type: 'string' },
  as: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'adjust-opening': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** The same within a program that runs already. */
export async function importWith(
  { opener, ground }: Pick<Program, 'opener' | 'ground'>,
  wanted: Wanted,
  voices: Voices,
): Promise<number> {
  const refuse = (sentence: string): number => {
    voices.stderr.write(`kinwise: ${plain(sentence)}\n`);
    return 1;
  };
  const place = await placeOf(ground, { household: wanted.household, email: wanted.email });
  if (typeof place === 'string') return refuse(place);
  const file = fileAt(wanted.path, ground.config.IMPORT_MAX_BYTES);
  if (typeof file === 'string') return refuse(file);
  const at = { ...place, origin: { requestId: `cli-${process.pid}` } };
  const pieces: InPieces = async (work) => await opener.inHousehold(at, work);
  try {
    const { id, wishes } = await pieces(async (ctx) => await take(ctx, file, wanted));
    try {
      const why = await carryOut({ pieces, id, wishes }, wanted, voices);
      if (why !== undefined || wanted.dryRun) await throwAway(pieces, id);
      return why === undefined ? 0 : refuse(why);
    } catch (problem) {
      if (problem instanceof Problem) await throwAway(pieces, id);
      throw problem;
    }
  } catch (problem) {
    if (problem instanceof Problem) return refuse(`${problem.message} Nothing was imported.`);
    throw problem;
  }
}

type File = UploadedFile;

function fileAt(path: string, most: number): File | string {
  try {
    const { size } = statSync(path);
    if (size > most) return `"${path}" has ${size} bytes; at most ${most} are read (IMPORT_MAX_BYTES).`;
    return { name: basename(path), type: '', bytes: readFileSync(path) };
  } catch (problem) {
    const code = (problem as { code?: unknown } | null)?.code;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR')
      return `There is no file "${path}" that can be read.`;
    throw problem;
  }
}

async function take(ctx: HouseholdContext, file: File, said: Said): Promise<{ id: Id; wishes: Wishes }> {
  ctx.require('data.import');
  const wishes = await wishesOf(ctx, said);
  return { id: (await receive(ctx, file, { account_id: firstOf(wishes) })).id, wishes };
}

type Underway = { readonly pieces: InPieces; readonly id: Id; readonly wishes: Wishes };

/** Reads, shows and commits. Answers why not, where something is in the way. */
async function carryOut(underway: Underway, wanted: Wanted, voices: Voices): Promise<string | undefined> {
  const { pieces, id } = underway;
  const preview = await readAsWished(underway);
  const lacks = preview.refusal
    ? undefined
    : await pieces(async (ctx) => await lacksOf(ctx, preview, wanted));
  const isLast = wanted.dryRun || preview.refusal !== null || lacks !== undefined;
  if (wanted.json && isLast) voices.stdout.write(jsonOf(preview));
  if (preview.refusal) return refusalOf(preview.refusal);
  if (!wanted.json) voices.stdout.write(await pieces(async (ctx) => await report(ctx, preview, underway)));
  if (lacks !== undefined) return lacks;
  if (wanted.dryRun) {
    await pieces(async (ctx) => {
      await requireAssigned(ctx, await requireImport(ctx, id), await countPreview(ctx, id));
    });
    return undefined;
  }
  await commitHere(pieces, id, wanted.adjustOpening ?? false);
  const done = await pieces(async (ctx) => await showImport(ctx, id));
  if (done.status !== 'committed') return `${done.warnings.at(-1)?.message ?? ''} Nothing was imported.`;
  const sentence = `Imported ${done.counts.included} of ${done.counts.total} rows. Undo it in the app under Import.\n`;
  voices.stdout.write(wanted.json ? jsonOf(done) : sentence);
  return undefined;
}

/** Reads the file, and once more where its statements go elsewhere than it was read for. */
async function readAsWished({ pieces, id, wishes }: Underway): Promise<WireImport> {
  await read(pieces, id);
  const isAgain = await pieces(async (ctx) => {
    const { status, summary } = await requireImport(ctx, id);
    const statements = changesFor(summary.statements ?? [], wishes);
    if (status !== 'preview' || statements.length === 0) return false;
    await reassign(ctx, { id, ifVersion: undefined }, { statements });
    return true;
  });
  if (isAgain) await read(pieces, id);
  return await pieces(async (ctx) => await showImport(ctx, id));
}

async function report(ctx: HouseholdContext, preview: WireImport, { id, wishes }: Underway): Promise<string> {
  const names = new Map((await listAccounts(ctx)).map((one) => [one.id, one.name]));
  const asked = wishes.all === undefined ? '' : (names.get(wishes.all) ?? '');
  const { statements = [] } = (await requireImport(ctx, id)).summary;
  const notes = statements.flatMap(({ known_account_id: known, account_id }, index): [number, string][] =>
    wishes.all !== undefined && known === account_id && known !== undefined && known !== wishes.all
      ? [[index, `It bears this account's number. For "${asked}" say --statement ${index + 1}="${asked}".`]]
      : [],
  );
  return reportOf({ preview, names, notes: new Map(notes), rejected: await rejectedOf(ctx, preview) });
}

async function rejectedOf(ctx: HouseholdContext, { id, counts }: WireImport): Promise<Rejected[]> {
  const rejected: Rejected[] = [];
  let cursor: string | undefined;
  while (rejected.length < counts.rejected) {
    const page = await listRows(ctx, id, { state: 'rejected', page_size: 1000, cursor });
    rejected.push(...page.results);
    if (page._meta.next_cursor === null) break;
    cursor = page._meta.next_cursor;
  }
  return rejected;
}

/** A preview that nobody will look at again. */
async function throwAway(pieces: InPieces, id: Id): Promise<void> {
  await pieces(async (ctx) => {
    await discard(ctx, id);
  });
}
