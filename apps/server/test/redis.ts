/** A Redis of the tests' own, where the machine has one. Nothing is written to disk and nothing listens beyond loopback. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';

export type TestRedis = { readonly url: string; pause(): void; resume(): void; stop(): Promise<void> };

/** Debian's redis-tools has the whole server under another name; called by the right one it serves. */
const NAMES = ['redis-server', 'valkey-server', 'redis-check-rdb'] as const;

export function redisHere(): string | undefined {
  return NAMES.find((name) => {
    const { stdout, error } = spawnSync(name, ['--version'], { argv0: 'redis-server', encoding: 'utf8' });
    return error === undefined && /server v=/i.test(stdout);
  });
}

export async function startRedis(name: string, port?: number): Promise<TestRedis> {
  const at = port ?? (await freePort());
  const words = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
  const server = spawn(name, words, { argv0: 'redis-server', stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, failed) => {
    server.once('exit', () => {
      failed(new Error('Redis ended at its start'));
    });
    server.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('Ready to accept connections')) ready();
    });
  });
  return {
    url: `redis://127.0.0.1:${at}`,
    pause: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGCONT');
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}
