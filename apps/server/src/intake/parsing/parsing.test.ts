import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Day } from '@kinwise/core/days';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PIECE_ROWS, inTurns, openDesk } from './parsing.ts';
import type { Desk, Piece } from './parsing.ts';

const options = { fileName: 'large.csv', currency: 'NZD', today: '2026-11-22' as Day };
const LINES = 30_000;

function large(): Uint8Array {
  const lines = Array.from({ length: LINES }, (_unused, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(index / 28) % 12) + 1).padStart(2, '0');
    return `${day}/${month}/2025,-${(index % 97) + 1}.50,Shop ${index % 300},${index}`;
  });
  return new TextEncoder().encode(['Date,Amount,Payee,Reference', ...lines].join('\n'));
}

async function all(desk: Desk): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const piece = await desk.piece({ statement: 0, from });
    pieces.push(piece);
    from = piece.next;
  }
  return pieces;
}

describe('a file on the desk', () => {
  let folder: string;
  let thread: URL;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-reader-'));
    const source = fileURLToPath(new URL('../../reader.worker.ts', import.meta.url));
    const outfile = join(folder, 'reader.worker.mjs');
    const platform = 'node' as const;
    await build({ entryPoints: [source], outfile, bundle: true, platform, format: 'esm', logLevel: 'error' });
    thread = pathToFileURL(outfile);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read in a thread as it is read here, piece by piece', async () => {
    const bytes = large();
    const [apart, here] = [openDesk(bytes, { thread }), openDesk(bytes, { thread: new URL('none', thread) })];
    const one = await apart.read(options, () => undefined);
    expect(one).toEqual(await here.read(options, () => undefined));
    expect(one).toMatchObject({ ok: true, head: { statements: [{ rows: LINES }] } });
    const pieces = await all(apart);
    expect(pieces).toEqual(await all(here));
    expect(pieces.flatMap((piece) => piece.rows)).toHaveLength(LINES);
    expect(Math.max(...pieces.map((piece) => piece.rows.length))).toBeLessThanOrEqual(2 * PIECE_ROWS);
    await Promise.all([apart.close(), here.close()]);
  });

  it('lets others run while a thread reads it', async () => {
    const desk = openDesk(large(), { thread });
    let isRead = false;
    const reading = desk
      .read(options, () => undefined)
      .finally(() => {
        isRead = true;
      });
    await new Promise((go) => setImmediate(go));
    expect(isRead).toBe(false);
    expect(await reading).toMatchObject({ ok: true });
    await desk.close();
  });

  it('may be read again by another mapping', async () => {
    const desk = openDesk(large(), { thread });
    await desk.read(options, () => undefined);
    await desk.read({ ...options, mapping: { sign: 'positive_out' } }, () => undefined);
    expect((await desk.piece({ statement: 0, from: 0 })).rows[0]?.amount_minor).toBe(150n);
    await desk.close();
  });

  it('is refused when it takes too long, and when it needs too much memory', async () => {
    const slow = openDesk(large(), { thread, timeoutMs: 0 });
    expect(await slow.read(options, () => undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'too_slow', cure: expect.stringContaining('shorter period') },
    });
    await slow.close();
    const greedy = openDesk(large(), { thread, memoryMb: 8 });
    expect(await greedy.read(options, () => undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'too_large' },
    });
    await greedy.close();
  });
});

describe('pieces in turns', () => {
  const COUNT = 4;
  const desk: Pick<Desk, 'piece'> = {
    piece: async ({ from }) =>
      await Promise.resolve({ rows: [], rejected: [], next: from + 1 < COUNT ? from + 1 : undefined }),
  };

  /** Work whose keeping ends when the test says so; `log` tells what began and ended. */
  function scene(failing?: { judging?: number; keeping?: number }) {
    const log: string[] = [];
    const ends: (() => void)[] = [];
    let number = -1;
    const work = {
      judged: async (): Promise<number> => {
        number += 1;
        log.push(`judge ${number}`);
        if (number === failing?.judging) throw new Error('no judging');
        return await Promise.resolve(number);
      },
      kept: async (one: number): Promise<void> => {
        log.push(`keep ${one}`);
        await new Promise<void>((end) => ends.push(end));
        log.push(`kept ${one}`);
        if (one === failing?.keeping) throw new Error('no keeping');
      },
    };
    return { log, ends, work };
  }
  const settled = async (): Promise<void> => await new Promise((go) => setImmediate(go));

  it('judge the next while one is kept, and keep one after another', async () => {
    const { log, ends, work } = scene();
    const all = inTurns(desk, 0, work);
    await settled();
    expect(log).toEqual(['judge 0', 'keep 0', 'judge 1']);
    for (let done = 0; done < COUNT; done += 1) {
      ends[done]?.();
      await settled();
    }
    await all;
    expect(log.filter((line) => !line.startsWith('judge'))).toEqual(
      [0, 1, 2, 3].flatMap((one) => [`keep ${one}`, `kept ${one}`]),
    );
  });

  it('go no further where one cannot be kept', async () => {
    const { log, ends, work } = scene({ keeping: 0 });
    const all = inTurns(desk, 0, work);
    await settled();
    ends[0]?.();
    await expect(all).rejects.toThrow('no keeping');
    expect(log).toEqual(['judge 0', 'keep 0', 'judge 1', 'kept 0']);
  });

  it('fail only when nothing is being written any more', async () => {
    const { log, ends, work } = scene({ judging: 1 });
    const all = inTurns(desk, 0, work);
    let failed = false;
    all.catch(() => {
      failed = true;
    });
    await settled();
    expect(failed).toBe(false);
    ends[0]?.();
    await expect(all).rejects.toThrow('no judging');
    expect(log).toEqual(['judge 0', 'keep 0', 'judge 1', 'kept 0']);
  });
});
