/** A service that speaks the range protocol of breached passwords, on this machine. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Behaviour = 'answer' | 'hang' | 'fail' | 'page' | 'redirect' | 'flood' | 'cut';

export type Ranges = {
  readonly url: string;
  readonly asked: { path: string; headers: IncomingHttpHeaders }[];
  /** From now on the password is known to everybody. */
  publish(password: string): void;
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
};

export async function startRanges(): Promise<Ranges> {
  const published = new Set<string>();
  const asked: Ranges['asked'] = [];
  let behaviour: Behaviour = 'answer';
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    const prefix = /^\/range\/([0-9A-F]{5})$/.exec(request.url ?? '')?.[1] ?? '';
    const suffixes = [...published].filter((hash) => hash.startsWith(prefix)).map((hash) => hash.slice(5));
    ACTS[behaviour](response, lines(suffixes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/range`,
    asked,
    publish: (password) => {
      published.add(createHash('sha1').update(password).digest('hex').toUpperCase());
    },
    behave: (next) => {
      behaviour = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** In the service's own shape: what was seen with its count, and as padding what never was, with 0. */
function lines(suffixes: readonly string[]): string {
  const padding = Array.from({ length: 20 }, (_, at) =>
    createHash('sha1').update(`padding ${at}`).digest('hex'),
  );
  const seen = suffixes.map((suffix) => `${suffix}:42`);
  return [...seen, ...padding.map((hash) => `${hash.slice(5).toUpperCase()}:0`)].sort().join('\r\n');
}

const ACTS: Readonly<Record<Behaviour, (response: ServerResponse, range: string) => void>> = {
  answer: (response, range) => response.setHeader('content-type', 'text/plain').end(range),
  hang: () => undefined,
  fail: (response) => response.writeHead(503).end('later'),
  page: (response) => response.setHeader('content-type', 'text/html').end('<h1>Welcome to our café</h1>'),
  redirect: (response) => response.writeHead(302, { location: '/range/00000' }).end(),
  flood: (response) => response.end(`${'0'.repeat(35)}:1\r\n`.repeat(100_000)),
  cut: (response, range) => {
    response.writeHead(200, { 'content-length': String(range.length + 10) });
    response.write(range, () => response.destroy());
  },
};
