/** A Fastify with one empty route, in a process of its own: what HTTP alone costs on this machine now. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import Fastify from 'fastify';
import type { Line } from './table.ts';
import { at } from './timing.ts';

/** Runs in the child: says its port and answers until the parent is gone. */
export async function serveEmpty(): Promise<void> {
  const app = Fastify();
  app.get('/', async () => await Promise.resolve({ status: 'ok' }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.((app.server.address() as { port: number }).port);
  process.on('disconnect', () => process.exit(0));
}

export async function measureEmpty(): Promise<Line> {
  const child = fork(process.argv[1] ?? '', ['--empty-route']);
  const [port] = (await once(child, 'message')) as [number];
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  for (let call = 0; call < 600; call += 1) {
    const began = performance.now();
    const [answer] = (await once(get({ host: '127.0.0.1', port, agent }), 'response')) as [
      NodeJS.ReadableStream,
    ];
    answer.resume();
    await once(answer, 'end');
    if (call >= 100) times.push(performance.now() - began);
  }
  agent.destroy();
  child.kill();
  times.sort((a, b) => a - b);
  return {
    measure: 'an empty Fastify route',
    size: '',
    value: at(times, 0.5),
    unit: 'ms',
    p99: at(times, 0.99),
  };
}
