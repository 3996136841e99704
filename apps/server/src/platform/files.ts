import type { Readable } from 'node:stream';

/**
 * Where files are kept that belong into no database, under names that the store makes up itself. Reached through
 * `ground.files`; what stands behind it is chosen by STORAGE_URL.
 */
export type FileStore = {
  /** Keeps what comes, whole or not at all. `shelf` says which feature it belongs to. */
  put(shelf: string, content: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** Undefined when there is no such file (any more). */
  open(name: string): Promise<{ readonly stream: Readable; readonly sizeBytes: number } | undefined>;
  /** What is gone already is no mistake. */
  remove(name: string): Promise<void>;
  /** Everything on a shelf, half-written files too, which no row will ever name. */
  list(shelf: string): Promise<{ readonly name: string; readonly keptAtMs: number }[]>;
};

export type StoredFile = { readonly name: string; readonly sizeBytes: number };
