/** Who looks into files that people send before anything is made of them: `ground.scanner`, where the settings name one. */
import type { Ground } from './context.ts';
import { Problem } from './problems.ts';

export type Scanned =
  | { readonly kind: 'clean' }
  /** `what`: as the scanner names it. */
  | { readonly kind: 'infected'; readonly what: string }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'silent'; readonly why: string };

export type Scanner = {
  scan(bytes: Uint8Array): Promise<Scanned>;
  /** What keeps it from working; undefined when all is well. */
  broken(): Promise<string | undefined>;
};

/** Refuses a file that is not known to be clean. No transaction may be open: it talks to the network. */
export async function requireClean(
  { scanner, log }: Ground,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  if (!scanner) return;
  const found = await scanner.scan(file.bytes);
  if (found.kind === 'clean') return;
  if (found.kind === 'infected')
    throw new Problem(
      'VALIDATION_2007',
      `The virus scanner found ${found.what} in this file, and nothing of it was kept. Do not open it. Fetch it anew from where it comes from, and look for viruses on the device that it was on.`,
      { extra: { virus: found.what }, file: file.name },
    );
  if (found.kind === 'too_large')
    throw new Problem(
      'VALIDATION_2005',
      'The file is larger than what the virus scanner takes. Send it in smaller parts, or ask whoever runs this KinWise to raise StreamMaxLength of clamd.',
    );
  log.error({ why: found.why }, 'the virus scanner did not answer, and a file was refused');
  throw new Problem(
    'EXTERNAL_7002',
    'The virus scanner of this KinWise does not answer, and without it no file is taken. Nothing was kept; try again in a few minutes, or tell whoever runs it.',
    { retryAfterSeconds: 60 },
  );
}
