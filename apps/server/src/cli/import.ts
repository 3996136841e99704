import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Id } from '@kinwise/core/ids';
import { commit, beginCommit } from '../intake/commits/commits.ts';
import { receive, showImport } from '../intake/imports/imports.ts';
import type { WireImport } from '../intake/imports/imports.schema.ts';
import { read } from '../intake/readings/readings.ts';
import type { InPieces } from '../intake/readings/readings.ts';
import { listAccounts } from '../ledger/accounts/accounts.ts';
import type { HouseholdContext } from '../platform/context.ts';
import { Problem } from '../platform/problems.ts';
import type { Program } from '../program.ts';
import { withProgram } from './with-program.ts';
import { placeOf } from './places.ts';

const USAGE = `kinwise import FILE --account NAME [--household NAME] [--as EMAIL] [--dry-run] [--adjust-opening]
  Reads a bank's file into an account: the same reading, checks and proposals as in the app.
  --household and --as may be left out where there is only one household; the first admin acts then.
`;

/** Reads a file into an account from the shell. Answers 0, or 1 with the line, the reason and the cure. */
export async function importFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      account: { type: 'string' },
      household: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'adjust-opening': { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  if (path === undefined || values.account === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const wanted: Wanted = {
    path,
    account: values.account,
    household: values.household,
    email: values.as,
    dryRun: values['dry-run'],
    adjustOpening: values['adjust-opening'],
  };
  return await withProgram(async (program) => await importWith(program, wanted, process));
}

type Wanted = {
  readonly path: string;
  readonly account: string;
  readonly household?: string | undefined;
  readonly email?: string | undefined;
  readonly dryRun?: boolean;
  readonly adjustOpening?: boolean;
};
type Said = { write(text: string): unknown };
type Voices = { readonly stdout: Said; readonly stderr: Said };

/** The same within a program that runs already. */
export async function importWith(
  { opener, ground }: Pick<Program, 'opener' | 'ground'>,
  wanted: Wanted,
  voices: Voices,
): Promise<number> {
  const said = (sentence: string): number => {
    voices.stderr.write(`kinwise: ${sentence}\n`);
    return 1;
  };
  const place = await placeOf(ground, { household: wanted.household, email: wanted.email });
  if (typeof place === 'string') return said(place);
  const at = { ...place, origin: { requestId: `cli-${process.pid}` } };
  const pieces: InPieces = async (work) => await opener.inHousehold(at, work);
  try {
    const file = { name: basename(wanted.path), bytes: readFileSync(wanted.path) };
    const id = await pieces(async (ctx) => {
      const account_id = await accountNamed(ctx, wanted.account);
      return (await receive(ctx, file, { account_id })).id;
    });
    await read(pieces, id);
    const preview = await pieces(async (ctx) => await showImport(ctx, id));
    if (preview.refusal) return said(refusalOf(preview.refusal));
    voices.stdout.write(previewOf(preview));
    return wanted.dryRun ? 0 : await commitNow(pieces, id, { wanted, voices });
  } catch (problem) {
    if (problem instanceof Problem) return said(problem.message);
    if (isMissing(problem)) return said(`There is no file "${wanted.path}" that can be read.`);
    throw problem;
  }
}

async function commitNow(
  pieces: InPieces,
  id: Id,
  { wanted, voices }: { wanted: Wanted; voices: Voices },
): Promise<number> {
  const adjustOpening = wanted.adjustOpening ?? false;
  await pieces(async (ctx) => {
    await beginCommit(ctx, id, adjustOpening);
  });
  await commit(pieces, id);
  const done = await pieces(async (ctx) => await showImport(ctx, id));
  voices.stdout.write(
    `Imported ${done.counts.included} of ${done.counts.total} rows. Undo it in the app under Import.\n`,
  );
  return 0;
}

async function accountNamed(ctx: HouseholdContext, name: string): Promise<Id> {
  const accounts = await listAccounts(ctx);
  const found = accounts.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found.length === 1 && found[0]) return found[0].id;
  const names = accounts.map((one) => `"${one.name}"`).join(', ') || 'none yet';
  throw new Problem(
    'RESOURCE_3001',
    `There ${found.length === 0 ? 'is no account' : 'are several accounts'} "${name}". The accounts are: ${names}.`,
  );
}

function previewOf(preview: WireImport): string {
  const { counts } = preview;
  const lines = [
    `${preview.file_name}: ${preview.format ?? ''}${preview.bank === null ? '' : `, ${preview.bank}`}, ${preview.encoding ?? ''}`,
    `  rows ${counts.total}: new ${counts.new}, duplicate ${counts.duplicate}, possible duplicate ${counts.possible_duplicate}, ` +
      `transfer ${counts.transfer}, pending booked ${counts.replaces_pending}, rejected ${counts.rejected}`,
    `  in ${preview.sum_in}, out ${preview.sum_out}, sum ${preview.sum} ${preview.currency ?? ''}, ${preview.first_on ?? '–'} to ${preview.last_on ?? '–'}`,
    ...preview.warnings.map(
      (warning) => `  note: ${warning.line === undefined ? '' : `line ${warning.line}: `}${warning.message}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function refusalOf(refusal: NonNullable<WireImport['refusal']>): string {
  const line = refusal.line === undefined ? '' : `line ${refusal.line}: `;
  return `${line}${refusal.message} ${refusal.cure} (${refusal.code})`;
}

function isMissing(problem: unknown): boolean {
  const code = (problem as { code?: unknown } | null)?.code;
  return code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR';
}
