import { Gunzip, Unzip, UnzipInflate } from 'fflate';
import { RefusedFile, refused } from './refusals.ts';
import { sniffBytes } from './sniff.ts';

/** What an archive may hold in all when unpacked. Counted while unpacking: what an archive declares may be a lie. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
const MAX_FILES = 500;
/** Small steps, because a few bytes can unpack to a thousand times as many before anybody can say stop. */
const STEP = 16 * 1024;

/** The files of a ZIP archive that `wanted` names. Yields the share of the archive done. */
export function* unpackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most = MAX_UNPACKED_BYTES,
): Generator<number, { files: Map<string, Uint8Array>; names: string[] }> {
  const files = new Map<string, Uint8Array>();
  const names: string[] = [];
  const budget = { left: most };
  const archive = new Unzip((file) => {
    names.push(file.name);
    if (names.length > MAX_FILES) throw bomb();
    if (!wanted(file.name) || file.name.endsWith('/')) return;
    if ((file.originalSize ?? 0) > budget.left) throw bomb();
    const parts: Uint8Array[] = [];
    file.ondata = (problem, part, final) => {
      if (problem !== null) throw damaged();
      spend(budget, part.length);
      parts.push(part);
      if (final) files.set(file.name, joined(parts));
    };
    file.start();
  });
  archive.register(UnzipInflate);
  yield* feed(bytes, (part, final) => archive.push(part, final));
  return { files, names };
}

/** The file inside a GZIP. */
export function* unpackGzip(bytes: Uint8Array, most = MAX_UNPACKED_BYTES): Generator<number, Uint8Array> {
  const parts: Uint8Array[] = [];
  const budget = { left: most };
  const archive = new Gunzip((part) => {
    spend(budget, part.length);
    parts.push(part);
  });
  yield* feed(bytes, (part, final) => archive.push(part, final));
  return joined(parts);
}

/** Whether a file is an archive that unpacks to more than so many bytes; no more than those are unpacked to tell. */
export function unpacksBeyond(bytes: Uint8Array, most: number): boolean {
  const kind = sniffBytes(bytes);
  if (kind !== 'zip' && kind !== 'gzip') return false;
  const steps: Iterator<unknown> =
    kind === 'zip' ? unpackZip(bytes, () => true, most) : unpackGzip(bytes, most);
  try {
    while (steps.next().done !== true);
    return false;
  } catch (problem) {
    // What is damaged is refused by whoever reads it.
    if (problem instanceof RefusedFile) return problem.refusal.code === 'archive_bomb';
    throw problem;
  }
}

function* feed(bytes: Uint8Array, push: (part: Uint8Array, final: boolean) => void): Generator<number, void> {
  for (let from = 0; from < bytes.length; from += STEP) {
    try {
      push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length);
    } catch (problem) {
      throw problem instanceof RefusedFile ? problem : damaged();
    }
    yield from / bytes.length;
  }
}

function spend(budget: { left: number }, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) throw bomb();
}

function bomb(): RefusedFile {
  return refused(
    'archive_bomb',
    'The archive unpacks to far more than any statement needs, so unpacking was stopped.',
  );
}

function damaged(): RefusedFile {
  return refused('damaged_archive', 'The archive is damaged or incomplete.');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
