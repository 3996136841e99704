import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Ground } from './context.ts';
import { deprecationOf } from './deprecations.ts';
import type { Figure } from './feature.ts';

/**
 * `/metrics` for Prometheus: requests by route and status, connections, the age of the queue, the process itself, and what features name in their slot `figures`.
 * Asked for with METRICS_TOKEN; without one only from this machine.
 */
export function serveMetrics(app: FastifyInstance, ground: Ground, figures: readonly Figure[]): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'kinwise_http_request_seconds',
    help: 'Time of an answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const old = new Counter({
    name: 'kinwise_deprecated_calls_total',
    help: 'Calls of routes that will be gone, by route: who still calls them has to be told',
    labelNames: ['method', 'route'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    if (deprecationOf(request))
      old.inc({ method: request.method, route: request.routeOptions.url ?? 'none' });
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    };
    seconds.observe(labels, reply.elapsedTime / 1000);
    await Promise.resolve();
  });
  watchDatabase(registry, ground);
  for (const figure of figures) addFigure(registry, ground, figure);
  app.get('/metrics', async (request, reply) => {
    if (!mayAsk(request, ground)) return reply.callNotFound();
    return await reply.type(registry.contentType).send(await registry.metrics());
  });
}

function watchDatabase(registry: Registry, ground: Ground): void {
  const { app: pool } = ground.database;
  const connections = new Gauge({
    name: 'kinwise_database_connections',
    help: 'Connections of this process by what they do',
    labelNames: ['state'],
    registers: [registry],
    collect: () => {
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      connections.set({ state: 'waited_for' }, pool.waitingCount);
    },
  });
  const waiting = new Gauge({
    name: 'kinwise_jobs_waiting',
    help: 'Jobs that are due and not done',
    registers: [registry],
    collect: async () => {
      const { rows } = await ground.database.owner.query<{ due: number }>(
        'select count(*)::int as due from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
      );
      waiting.set(rows[0]?.due ?? 0);
    },
  });
}

/** Asked at every look: the process that looks need not be the one in which it happened. */
function addFigure(registry: Registry, ground: Ground, { name, help, labels, sql }: Figure): void {
  const collect = async (): Promise<void> => {
    const { rows } = await ground.database.owner.query<Record<string, string | number>>(sql);
    metric.reset();
    for (const { value, ...named } of rows) metric.inc(named as Record<string, string>, Number(value));
  };
  const options = { name, help, labelNames: [...labels], registers: [registry], collect };
  const metric = name.endsWith('_total') ? new Counter(options) : new Gauge(options);
}

function mayAsk(request: FastifyRequest, ground: Ground): boolean {
  const token = ground.config.METRICS_TOKEN;
  if (token === undefined)
    return request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1';
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
