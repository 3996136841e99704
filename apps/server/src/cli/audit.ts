import { isId } from '@kinwise/core/ids';
import { signAnew } from '../platform/audit/seals.ts';
import { verifyAudit } from '../platform/audit/verify.ts';
import type { Checked, Scope } from '../platform/audit/verify.ts';
import type { Ground } from '../platform/context.ts';
import { withProgram } from './with-program.ts';
import { wordsOf } from './words.ts';

const USAGE = `kinwise audit verify [--household ID]
  Makes every link of the audit anew and compares: the chain of each household, that of signing in, and the seals of
  the days. Names the first link of each chain that does not hold, and answers 1 when there is one. Changes nothing.
kinwise audit sign
  After SECRET_KEY was changed: verifies everything but the old signatures, then signs the seals with the new key.
`;

type Said = { write(text: string): unknown };

export async function audit(args: readonly string[]): Promise<number> {
  const words = wordsOf(args, ['household']);
  const [what, ...more] = words?.positionals ?? [];
  const household = words?.values.household?.toLowerCase();
  const isAsked = more.length === 0 && (what === 'verify' || (what === 'sign' && household === undefined));
  if (!isAsked || (household !== undefined && !isId(household))) {
    process.stderr.write(USAGE);
    return 2;
  }
  return await withProgram(
    async ({ ground }) =>
      what === 'verify'
        ? await verifyWith(ground, { household }, process.stdout)
        : await signWith(ground, process.stdout),
    { migrate: false },
  );
}

/** The same within a program that runs already. */
export async function verifyWith(ground: Ground, scope: Scope, out: Said): Promise<number> {
  const sum = { entries: 0, days: 0 };
  const { chains, broken } = await verifyAudit(ground, scope, (checked) => {
    sum.entries += checked.entries;
    sum.days += checked.days;
    out.write(lineOf(checked));
  });
  if (chains === 0) {
    out.write(`There is no household ${scope.household ?? ''}.\n`);
    return 1;
  }
  const what = `${counted(chains, 'chain')}, ${counted(sum.days, 'day')}, ${counted(sum.entries, 'entry', 'entries')}`;
  out.write(broken === 0 ? `Every link holds: ${what}.\n` : `${broken} of ${what} are broken.\n`);
  return broken === 0 ? 0 : 1;
}

export async function signWith(ground: Ground, out: Said): Promise<number> {
  const code = await verifyWith(ground, { anySignature: true }, out);
  if (code !== 0) return code;
  out.write(`${counted(await signAnew(ground), 'seal')} signed anew with the SECRET_KEY in use.\n`);
  return 0;
}

function lineOf({ chain, name, fault, head, ...counts }: Checked): string {
  const parts = [
    counted(counts.entries, 'entry', 'entries'),
    counted(counts.days, 'day'),
    ...(counts.removed > 0 ? [`${counted(counts.removed, 'day')} removed when their time was over`] : []),
    ...(counts.erased > 0 ? [`${counted(counts.erased, 'entry', 'entries')} with something erased`] : []),
    ...(counts.waiting > 0 ? [`${counts.waiting} waiting for their link`] : []),
    ...(head === undefined ? [] : [`ends with ${head.slice(0, 16)}`]),
  ];
  const line = `${fault === undefined ? 'ok    ' : 'BROKEN'}  ${name} (${chain}): ${parts.join(', ')}\n`;
  return fault === undefined ? line : `${line}        ${fault}\n`;
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
