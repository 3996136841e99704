/** Which store of files STORAGE_URL names. Another kind, such as `s3:`, is one more file beside this and a line here. */
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import type { FileStore } from '../../platform/files.ts';
import { folderStore } from './folder.ts';

export function openFiles(config: Config): FileStore {
  const folder = /^file:(.+)$/.exec(config.STORAGE_URL ?? '')?.[1] ?? join(config.DATA_DIR, 'files');
  return folderStore(folder);
}
