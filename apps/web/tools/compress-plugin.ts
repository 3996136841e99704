import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Lays a compressed twin beside every text file of the build, so that the server compresses nothing while it serves. */
export function compressPlugin(): Plugin {
  let folder = '';
  return {
    name: 'kinwise-compress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: { order: 'post', sequential: true, handler: () => compressFolder(folder) },
  };
}

async function compressFolder(folder: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/\.(?:js|css|svg|html|webmanifest)$/.test(file)) continue;
    const text = await readFile(join(folder, file));
    if (text.length < 1024) continue;
    const brotli = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    };
    await writeFile(join(folder, `${file}.gz`), gzipSync(text, { level: 9 }));
    await writeFile(join(folder, `${file}.br`), brotliCompressSync(text, brotli));
  }
}
