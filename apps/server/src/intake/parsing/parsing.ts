import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { unpacksBeyond } from '@kinwise/engines/statements/archive';
import { storable } from '@kinwise/engines/statements/text/clean';
import type {
  Progress,
  ReadOptions,
  ReadOutcome,
  Refusal,
  RejectedRow,
  Statement,
  StatementFile,
  StatementRow,
} from '@kinwise/engines/statements/types';

/** Files up to this size are read while the caller waits; larger ones in a thread of their own, with progress. */
export const AT_ONCE_BYTES = 400_000;
/** An archive is weighed unpacked: what it holds may be a thousand times as much. */
const AT_ONCE_UNPACKED_BYTES = 1_000_000;
/** So many rows are handed out and judged at once: few enough to let others in between. */
export const PIECE_ROWS = 5_000;

/** A file that was read, without its rows: these come piece by piece. */
export type FileHead = Omit<StatementFile, 'statements'> & {
  readonly statements: readonly (Omit<Statement, 'rows' | 'rejected'> & { readonly rows: number })[];
};

/** `next` is where the next piece of the statement begins; undefined behind the last one. */
export type Piece = { rows: StatementRow[]; rejected: RejectedRow[]; next: number | undefined };
export type PieceAt = { readonly statement: number; readonly from: number };

export type HeadOutcome = { ok: true; head: FileHead } | { ok: false; refusal: Refusal };

/** One file on the desk. It may be read again with other options; what was read before is forgotten then. */
export type Desk = {
  read(options: ReadOptions, note: (progress: Progress) => void): Promise<HeadOutcome>;
  piece(at: PieceAt): Promise<Piece>;
  close(): Promise<void>;
};

export type DeskOptions = {
  readonly memoryMb?: number;
  readonly timeoutMs?: number;
  /** The built thread; where there is none, such as in tests from the sources, large files are read right here. */
  readonly thread?: URL;
};

const THREAD = new URL('./reader.worker.js', import.meta.url);

/** Whether what a file holds is too much to be read while somebody waits. */
export function isLarge(bytes: Uint8Array): boolean {
  return bytes.length > AT_ONCE_BYTES || unpacksBeyond(bytes, AT_ONCE_UNPACKED_BYTES);
}

/** Small files are read right here, large ones in a thread that can be stopped. */
export function openDesk(bytes: Uint8Array, options: DeskOptions = {}): Desk {
  const thread = options.thread ?? THREAD;
  return existsSync(thread) && isLarge(bytes)
    ? threadDesk(bytes, { memoryMb: 1024, timeoutMs: 180_000, ...options, thread })
    : localDesk(bytes);
}

/** What was read, with a statement for each currency: an account holds one, and so does every sum. */
export function settled(outcome: ReadOutcome): ReadOutcome {
  if (!outcome.ok) return outcome;
  return { ok: true, file: { ...outcome.file, statements: outcome.file.statements.flatMap(byCurrency) } };
}

function byCurrency(statement: Statement): Statement[] {
  const groups = new Map<string, StatementRow[]>();
  for (const row of statement.rows) {
    const group = groups.get(row.currency);
    if (group) group.push(row);
    else groups.set(row.currency, [row]);
  }
  if (groups.size <= 1 && (groups.size === 0 || groups.has(statement.currency))) return [statement];
  const { account, file, rejected } = statement;
  const own: Statement = { ...statement, rows: groups.get(statement.currency) ?? [] };
  groups.delete(statement.currency);
  const others = [...groups].map(
    ([currency, rows]): Statement => ({ account, file, currency, rows, rejected: [] }),
  );
  return own.rows.length > 0 || rejected.length > 0 ? [own, ...others] : others;
}

/** What a file says besides its rows. */
export function headOf(outcome: ReadOutcome): HeadOutcome {
  if (!outcome.ok) return storableIn(outcome) as HeadOutcome;
  const statements = outcome.file.statements.map(({ rows, rejected: _rejected, ...head }) => ({
    ...head,
    rows: rows.length,
  }));
  return { ok: true, head: storableIn({ ...outcome.file, statements }) as FileHead };
}

/** A piece ends between two days, so that equal rows of one day are always judged together. */
export function pieceOf(file: StatementFile, { statement, from }: PieceAt): Piece {
  const { rows, rejected } = file.statements[statement] ?? { rows: [], rejected: [] };
  let to = Math.min(rows.length, from + PIECE_ROWS);
  while (to < rows.length && to < from + 2 * PIECE_ROWS && rows[to]?.on === rows[to - 1]?.on) to += 1;
  return {
    rows: rows.slice(from, to).map(withoutOdd),
    rejected: from === 0 ? rejected.map((row) => storableIn(row) as RejectedRow) : [],
    next: to < rows.length ? to : undefined,
  };
}

/** While the database keeps one piece of a statement, the next is judged, and the one after that is handed out. */
export async function inTurns<Judged>(
  desk: Pick<Desk, 'piece'>,
  statement: number,
  work: {
    judged: (piece: Piece) => Promise<Judged>;
    kept: (judged: Judged) => Promise<void>;
  },
): Promise<void> {
  let coming: Promise<Piece> | undefined = desk.piece({ statement, from: 0 });
  let keeping = Promise.resolve();
  try {
    while (coming) {
      const piece: Piece = await coming;
      coming = piece.next === undefined ? undefined : desk.piece({ statement, from: piece.next });
      // Whether they failed is asked when their turn comes.
      coming?.catch(() => undefined);
      const judged = await work.judged(piece);
      await keeping;
      keeping = work.kept(judged);
      keeping.catch(() => undefined);
    }
  } finally {
    // Not before it is over: what is told to have failed must not go on writing.
    await Promise.allSettled([keeping]);
  }
  await keeping;
}

function localDesk(bytes: Uint8Array): Desk {
  let file: StatementFile | undefined;
  return {
    read: async (options, note) => {
      // Readers of all formats are large; a program that reads no file does without them.
      const { readStatements } = await import('@kinwise/engines/statements/read');
      const outcome = settled(await breathing(readStatements(bytes, options), note));
      file = outcome.ok ? outcome.file : undefined;
      return headOf(outcome);
    },
    piece: async (at) => {
      if (!file) throw new Error('a piece of a file that was not read');
      return await Promise.resolve(pieceOf(file, at));
    },
    close: async () => {
      file = undefined;
      await Promise.resolve();
    },
  };
}

const SLICE_MS = 12;

/** Reads in small steps, letting other requests run between them. */
async function breathing(
  steps: Generator<Progress, ReadOutcome>,
  note: (progress: Progress) => void,
): Promise<ReadOutcome> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    note(step.value);
    await new Promise((go) => setImmediate(go));
    since = performance.now();
  }
}

export type ToThread = { readonly read: ReadOptions } | { readonly piece: PieceAt };
export type FromThread =
  | { readonly progress: Progress }
  | { readonly outcome: HeadOutcome }
  | { readonly piece: Piece };

function threadDesk(bytes: Uint8Array, options: Required<DeskOptions>): Desk {
  const copy = new Uint8Array(bytes);
  const worker = new Worker(options.thread, {
    workerData: copy,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
  });
  // Between two questions nobody listens, and an error that nobody hears would end the program.
  let fallen: Error | undefined;
  worker.on('error', (error) => {
    fallen = error;
  });
  const ask = async (question: ToThread, note: (progress: Progress) => void): Promise<FromThread> =>
    await new Promise<FromThread>((resolve, reject) => {
      const timer = setTimeout(() => {
        end(() => reject(new ThreadEnded(TOO_SLOW)));
        void worker.terminate();
      }, options.timeoutMs);
      const onMessage = (message: FromThread): void => {
        if ('progress' in message) note(message.progress);
        else end(() => resolve(message));
      };
      const onError = (error: Error): void => {
        const isFull = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
        end(() => reject(isFull ? new ThreadEnded(TOO_MUCH) : error));
      };
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        settle();
      };
      const onExit = (): void => {
        end(() => reject(new Error('the thread ended before it answered')));
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      if (fallen) onError(fallen);
      worker.postMessage(question);
    });
  return {
    read: async (read, note) => {
      try {
        const answer = await ask({ read }, note);
        if ('outcome' in answer) return answer.outcome;
        throw new Error('the thread gave another answer than it was asked for');
      } catch (problem) {
        if (problem instanceof ThreadEnded) return { ok: false, refusal: problem.refusal };
        throw problem;
      }
    },
    piece: async (at) => {
      const answer = await ask({ piece: at }, () => undefined);
      if ('piece' in answer) return answer.piece;
      throw new Error('the thread gave another answer than it was asked for');
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

const CURE = 'Export a shorter period and import the files one after another.';
const TOO_SLOW: Refusal = {
  code: 'too_slow',
  message: 'Reading the file took longer than a file may.',
  cure: CURE,
};
const TOO_MUCH: Refusal = {
  code: 'too_large',
  message: 'The file needs more memory to be read than a file may.',
  cure: CURE,
};

/** The thread was stopped because the file asked too much of it. */
class ThreadEnded extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Whatever a file holds, its rows can be kept. Most are clean already, which one look at each field tells. */
function withoutOdd(row: StatementRow): StatementRow {
  const kept = storableIn(row) as StatementRow;
  return kept === row ? row : { ...kept, raw: '' };
}

/** The value with every text in it storable; itself where all are, which costs a look at each and nothing more. */
function storableIn(value: unknown): unknown {
  if (isStorable(value)) return value;
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableIn);
  return Object.fromEntries(
    Object.entries(value as object).map(([name, one]) => [name, storableIn(one)] as const),
  );
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return storable(value) === value;
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) if (!isStorable((value as Record<string, unknown>)[name])) return false;
  return true;
}
