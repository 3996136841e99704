/**
 * A list of breached passwords on disk, for networks that reach nobody. Either one file with the SHA-1 hashes in order, a
 * line each (`HASH` or `HASH:COUNT`), or a folder with the ranges of the service, a file each (`21BD1` or `21BD1.txt`).
 */
import { open, readFile, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { holds } from './range.ts';

/** No line is longer: 40 digits, a count and the end of the line. */
const LINE_BYTES = 64;

export async function isOnDisk(path: string, sha1: string): Promise<boolean> {
  if ((await stat(path)).isDirectory()) return holds(await rangeFile(path, sha1.slice(0, 5)), sha1);
  const file = await open(path);
  try {
    return await isInFile(file, sha1);
  } finally {
    await file.close();
  }
}

/** A range that is not there has nothing in it. */
async function rangeFile(folder: string, prefix: string): Promise<string> {
  for (const name of [`${prefix}.txt`, prefix, `${prefix.toLowerCase()}.txt`, prefix.toLowerCase()]) {
    try {
      return await readFile(join(folder, name), 'latin1');
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    }
  }
  return '';
}

/** Halves what is left until the line is found or nothing is left: some thirty looks for a thousand million hashes. */
async function isInFile(file: FileHandle, sha1: string): Promise<boolean> {
  let low = 0;
  let high = (await file.stat()).size;
  while (low < high) {
    const line = await lineAt(file, Math.floor((low + high) / 2));
    if (line.hash === sha1) return true;
    if (line.hash < sha1) low = line.end;
    else high = line.start;
  }
  return false;
}

/** The line that holds a byte, and where the next one begins. */
async function lineAt(file: FileHandle, at: number): Promise<{ hash: string; start: number; end: number }> {
  const from = Math.max(0, at - LINE_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * LINE_BYTES), 0, 2 * LINE_BYTES, from);
  const text = buffer.toString('latin1', 0, bytesRead);
  const start = at === from ? 0 : text.lastIndexOf('\n', at - from - 1) + 1;
  const next = text.indexOf('\n', at - from);
  const end = next < 0 ? text.length : next + 1;
  const hash = /^[0-9A-F]{40}(?=$|[:\s])/i.exec(text.slice(start, end))?.[0];
  if (hash === undefined || (start === 0 && from > 0))
    throw new Error('this is no list of hashes, a line each');
  return { hash: hash.toUpperCase(), start: from + start, end: from + end };
}
