/**
 * Asks clamd of ClamAV whether bytes hold a virus, by INSTREAM of its protocol: four bytes of length and so many of the
 * file, again and again, a length of nothing, and one answer. A scanner that is silent, or says something else, has said
 * nothing of the file: that is never taken for clean.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Config } from '../../platform/config.ts';
import type { Scanned, Scanner } from '../../platform/scanner.ts';

const CHUNK_BYTES = 64 * 1024;
/** An answer is a line; more is none of clamd's. */
const ANSWER_MOST = 4096;
const PING_MS = 3000;

export type Place = { readonly host: string; readonly port: number } | { readonly path: string };

/** The scanner that CLAMAV_URL names, or none. */
export function openScanner(config: Config): Scanner | undefined {
  const { CLAMAV_URL: url, CLAMAV_SECONDS } = config;
  if (url === undefined) return undefined;
  return clamd(placeOf(url), { withinMs: CLAMAV_SECONDS * 1000 });
}

export function clamd(place: Place, { withinMs }: { readonly withinMs: number }): Scanner {
  return {
    scan: async (bytes) => {
      try {
        const answer = await ask(place, withinMs, async (socket) => {
          await send(socket, bytes);
        });
        return judged(answer);
      } catch (error) {
        return { kind: 'silent', why: wordsOf(error) };
      }
    },
    broken: async () => {
      try {
        const answer = await ask(place, PING_MS, async (socket) => {
          await write(socket, Buffer.from('zPING\0'));
        });
        return answer === 'PONG'
          ? undefined
          : `CLAMAV_URL: it answers "${answer.slice(0, 100)}"; is this clamd?`;
      } catch (error) {
        return `CLAMAV_URL: it does not answer (${wordsOf(error)}); start clamd, or uploads stay refused`;
      }
    },
  };
}

function placeOf(url: string): Place {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length) };
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** One question on a connection of its own. Whatever goes wrong, the connection is gone afterwards. */
async function ask(
  place: Place,
  withinMs: number,
  question: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = connect(place);
  // What breaks is heard by whoever waits below; an error that comes after that must not end the process.
  socket.on('error', () => undefined);
  const timer = setTimeout(() => {
    socket.destroy(new Error(`no answer within ${withinMs} ms`));
  }, withinMs);
  try {
    const answer = answerOf(socket);
    // It may have answered, and closed, before all was sent: then the answer is what counts.
    const sent = question(socket).catch(() => undefined);
    return await Promise.race([answer, sent.then(async () => await answer)]);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function answerOf(socket: Socket): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (more: string) => {
      text += more;
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end).trim());
      else if (text.length > ANSWER_MOST) reject(new Error('an answer without an end'));
    });
    socket.on('error', reject);
    // An answer that was cut off may have been another one.
    socket.on('close', () => {
      reject(new Error('the connection closed before an answer'));
    });
  });
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, length);
    await write(socket, chunk);
  }
  await write(socket, Buffer.alloc(4));
}

/** Waits while the scanner has not taken what was sent: a large file does not pile up. */
async function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (socket.destroyed) throw new Error('the connection is gone');
  if (!socket.write(bytes)) await once(socket, 'drain');
}

function judged(answer: string): Scanned {
  if (answer === 'stream: OK') return { kind: 'clean' };
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { kind: 'infected', what: found };
  if (/size limit exceeded/i.test(answer)) return { kind: 'too_large' };
  return { kind: 'silent', why: `it answers "${answer.slice(0, 200)}"` };
}

function wordsOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? code : String(message);
}
