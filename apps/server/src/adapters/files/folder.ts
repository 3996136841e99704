/** Files in a folder, readable by their owner alone. Several processes may share one; so may machines that share a disk. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../platform/files.ts';

/** A shelf, and 32 random characters. Nothing else is ever opened, so that no name leads out of the folder. */
const NAME = /^[a-z-]{1,40}\/[0-9a-f]{32}(\.half)?$/;

export function folderStore(folder: string): FileStore {
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error('not a name of this store');
    return join(folder, name);
  };
  return {
    put: async (shelf, content) => {
      const name = `${shelf}/${randomBytes(16).toString('hex')}`;
      const [half, whole] = [pathOf(`${name}.half`), pathOf(name)];
      await mkdir(join(folder, shelf), { recursive: true, mode: 0o700 });
      try {
        await pipeline(Readable.from(content), createWriteStream(half, { mode: 0o600, flags: 'wx' }));
        await onDisk(half);
        await rename(half, whole);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
      return { name, sizeBytes: (await stat(whole)).size };
    },
    open: async (name) => {
      // Once it is open it can be read to its end, also when somebody removes it meanwhile.
      const file = await open(pathOf(name), 'r').catch(missing);
      return file && { stream: file.createReadStream(), sizeBytes: (await file.stat()).size };
    },
    remove: async (name) => {
      await rm(pathOf(name), { force: true });
    },
    list: async (shelf) => {
      const names = (await readdir(join(folder, shelf)).catch(missing)) ?? [];
      const files: { name: string; keptAtMs: number }[] = [];
      for (const one of names) {
        const found = await stat(join(folder, shelf, one)).catch(missing);
        if (found) files.push({ name: `${shelf}/${one}`, keptAtMs: Math.floor(found.mtimeMs) });
      }
      return files;
    },
  };
}

/** A file that was said to be there is there after the power failed. */
async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
