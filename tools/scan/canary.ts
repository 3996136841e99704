/** A door with a hole, for proving that a scanner that finds nothing would have found something. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type pg from 'pg';

export type Canary = { readonly port: number; close(): Promise<void> };

/** Puts what a caller sends into a query as it comes, on the scan's own database. Loopback only, and gone with the scan. */
export async function openCanary(sql: pg.Client): Promise<Canary> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('name') ?? '';
    sql.query(`select name from accounts where name = '${name}'`).then(
      ({ rows }) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
      },
      (problem: Error) => {
        response.writeHead(500).end(problem.message);
      },
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
