/** A ZIP that is made while it leaves: of what was packed nothing is kept but what has to wait for its turn. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Compressing many small texts one by one costs time and makes them larger. */
const GATHERED = 64 * 1024;

/** The file format knows no year before this. */
const FIRST_MS = Date.UTC(1980, 0, 2);

export class Archive {
  readonly #atMs: number;
  readonly #zip: Zip;
  readonly #files = new Map<string, Packing>();
  #made: Uint8Array[] = [];

  constructor(atMs: number) {
    this.#atMs = Math.max(atMs, FIRST_MS);
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#made.push(chunk);
    });
  }

  /** Adds text to a file, which begins with the first. Several files may grow side by side. */
  write(name: string, text: string): void {
    const file = this.#files.get(name) ?? this.#begin(name);
    file.waiting += text;
    if (file.waiting.length >= GATHERED) push(file, false);
  }

  /** Adds a whole file as it is: a picture is packed already. */
  add(name: string, bytes: Uint8Array): void {
    const stream = new ZipPassThrough(name);
    stream.mtime = this.#atMs;
    this.#zip.add(stream);
    stream.push(bytes, true);
  }

  /** Ends the files that begin with this, or all of them: nothing can be added to them any more. */
  close(prefix = ''): void {
    for (const [name, file] of this.#files) {
      if (!name.startsWith(prefix)) continue;
      push(file, true);
      this.#files.delete(name);
    }
  }

  /** What can leave by now. */
  *take(): Generator<Uint8Array> {
    const made = this.#made;
    this.#made = [];
    yield* made;
  }

  /** Ends the archive; take what is left afterwards. */
  end(): void {
    this.close();
    this.#zip.end();
  }

  #begin(name: string): Packing {
    const stream = new ZipDeflate(name, { level: 6 });
    stream.mtime = this.#atMs;
    this.#zip.add(stream);
    const file = { stream, waiting: '' };
    this.#files.set(name, file);
    return file;
  }
}

type Packing = { readonly stream: ZipDeflate; waiting: string };

const encoder = new TextEncoder();

function push(file: Packing, isLast: boolean): void {
  const bytes = encoder.encode(file.waiting);
  file.waiting = '';
  file.stream.push(bytes, isLast);
}
