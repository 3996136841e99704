/**
 * Stands on this machine between the browser and the program, and fails on command the ways a network fails: nothing
 * gets through, the answer is lost after the program has committed, somebody on the way answers 503.
 */
import {
  Agent,
  createServer,
  type IncomingMessage,
  request as send,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Front {
  /** The address that browsers open in place of the program's. */
  readonly url: string;
  /** What went by and was answered by the program, in order. */
  readonly seen: readonly Passage[];
  /** Lets nothing through any more; what is under way breaks. */
  cut(): void;
  /** Everything passes again, and no trouble is left over. */
  mend(): void;
  /** The next matching call is carried out by the program, and its answer breaks off on the way. Resolves then. */
  loseAnswer(match: Match): Promise<void>;
  /** Matching calls are answered with this status and do not reach the program, until `mend`. Counts them. */
  refuse(match: Match, status: number): { count: number };
  stop(): Promise<void>;
}

export interface Passage extends Call {
  status: number;
}

interface Call {
  method: string;
  path: string;
  /** The same for every try of one call. */
  key: string | undefined;
}

type Match = (call: { method: string; path: string }) => boolean;
type Trouble = { match: Match; strike: (request: IncomingMessage, response: ServerResponse) => void };

/** Calls that write entries: `POST /api/v1/transactions/`. */
export const newEntry: Match = ({ method, path }) => method === 'POST' && path === '/api/v1/transactions/';

export async function openFront(program: string): Promise<Front> {
  const sockets = new Set<Socket>();
  const seen: Passage[] = [];
  const way: Way = { program, agent: new Agent({ keepAlive: true }) };
  let isCut = false;
  let troubles: Trouble[] = [];

  const pass: RequestListener = (request, response) => {
    if (isCut) return void request.socket.destroy();
    const call = callOf(request);
    const trouble = troubles.find(({ match }) => match(call));
    if (trouble) return trouble.strike(request, response);
    forward(way, request, {
      answered: (answer) => {
        seen.push({ ...call, status: answer.statusCode ?? 0 });
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
      failed: () => request.socket.destroy(),
    });
  };
  const server = createServer(pass).on('connection', (socket: Socket) => {
    if (isCut) return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
      troubles = [];
    },
    loseAnswer: (match) =>
      new Promise((resolve, reject) => {
        const trouble: Trouble = {
          match,
          strike: (request, response) => {
            troubles = troubles.filter((one) => one !== trouble);
            const answered = (answer: IncomingMessage) => {
              seen.push({ ...callOf(request), status: answer.statusCode ?? 0 });
              // A browser asks again by itself when it hears nothing at all, so it hears the beginning.
              response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': '100000' });
              answer.pipe(response, { end: false });
              answer.on('end', () => {
                request.socket.destroy();
                resolve();
              });
            };
            forward(way, request, { answered, failed: reject });
          },
        };
        troubles.push(trouble);
      }),
    refuse: (match, status) => {
      const refused = { count: 0 };
      const strike: Trouble['strike'] = (request, response) => {
        refused.count += 1;
        request.resume();
        response.writeHead(status, { 'content-type': 'text/html', 'retry-after': '1' }).end('<h1>Busy</h1>');
      };
      troubles.push({ match, strike });
      return refused;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      way.agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function callOf(request: IncomingMessage): Call {
  const key = request.headers['idempotency-key'];
  return {
    method: request.method ?? 'GET',
    path: (request.url ?? '/').split('?')[0] ?? '/',
    key: typeof key === 'string' ? key : undefined,
  };
}

type Ends = { answered: (answer: IncomingMessage) => void; failed: (error: Error) => void };

type Way = { program: string; agent: Agent };

function forward({ program, agent }: Way, request: IncomingMessage, ends: Ends): void {
  const { hostname, port } = new URL(program);
  const onward = send(
    {
      // The program listens on this address alone, whatever the name leads to first.
      hostname: hostname === 'localhost' ? '127.0.0.1' : hostname,
      port,
      agent,
      method: request.method,
      path: request.url,
      headers: request.headers,
    },
    ends.answered,
  );
  onward.on('error', ends.failed);
  request.pipe(onward);
}
