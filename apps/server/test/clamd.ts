/** A double of clamd on the loopback: it reads INSTREAM as clamd does, and is as strict about it. */
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** The first half of the text that every scanner takes for a virus; put together only here, so that none finds this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export type Clamd = {
  readonly url: string;
  /** What it was sent: the lengths of the pieces, and all of them together. */
  readonly heard: { chunks: number[]; bytes: Buffer }[];
  /** How it behaves from now on. */
  behave(manner: Manner): void;
  close(): Promise<void>;
};

type Manner =
  | { readonly kind: 'well'; readonly mostBytes?: number }
  /** Takes everything and says nothing. */
  | { readonly kind: 'silent' }
  /** Says this, whatever it is sent. */
  | { readonly kind: 'says'; readonly text: string }
  /** Hangs up in the middle. */
  | { readonly kind: 'cuts' };

export async function startClamd(path?: string): Promise<Clamd> {
  let manner: Manner = { kind: 'well' };
  const heard: Clamd['heard'] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    serve(socket, () => manner, heard);
  });
  await new Promise<void>((resolve) => {
    if (path === undefined) server.listen(0, '127.0.0.1', resolve);
    else server.listen(path, resolve);
  });
  const address = server.address();
  return {
    url: path === undefined ? `tcp://127.0.0.1:${(address as { port: number }).port}` : `unix:${path}`,
    heard,
    behave: (next) => {
      manner = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, mannerOf: () => Manner, heard: Clamd['heard']): void {
  let waiting = Buffer.alloc(0);
  let stream: { chunks: number[]; bytes: Buffer } | undefined;
  const say = (text: string): void => {
    socket.end(`${text}\0`);
  };
  socket.on('data', (more: Buffer) => {
    const manner = mannerOf();
    waiting = Buffer.concat([waiting, more]);
    if (manner.kind === 'silent') return;
    if (manner.kind === 'cuts') return void socket.destroy();
    if (manner.kind === 'says') return void socket.end(manner.text);
    if (!stream) {
      const end = waiting.indexOf(0);
      if (end < 0) return;
      const command = waiting.subarray(0, end).toString();
      waiting = waiting.subarray(end + 1);
      if (command === 'zPING') return say('PONG');
      if (command !== 'zINSTREAM') return say('UNKNOWN COMMAND');
      stream = { chunks: [], bytes: Buffer.alloc(0) };
      heard.push(stream);
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0);
      if (length === 0)
        return say(stream.bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
      if (stream.bytes.length + length > (manner.mostBytes ?? Infinity))
        return say('INSTREAM size limit exceeded. ERROR');
      if (waiting.length < 4 + length) return;
      stream.chunks.push(length);
      stream.bytes = Buffer.concat([stream.bytes, waiting.subarray(4, 4 + length)]);
      waiting = waiting.subarray(4 + length);
    }
  });
}
