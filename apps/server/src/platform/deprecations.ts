/** Old ways of the API that still work for a while: their answers say so, until when, and what to call instead. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpDate, millisecondsOf } from './clock.ts';
import type { Method, Route } from './routes.ts';

/** A day of UTC as the table writes it. */
type DayText = `${number}-${number}-${number}`;

export type Deprecated = {
  /** The day from which on it is the old way. */
  readonly since: DayText;
  /** The day from which on it may be gone. */
  readonly sunset: DayText;
  /** What does the same now by the same method, as a path of the HTTP table; parameters are those of the call. */
  readonly instead: string;
};

export const DEPRECATION_HEADERS = ['Deprecation', 'Sunset', 'Link'];

/** RFC 9745 and RFC 8594, on every answer of such a route, refusals too. */
export function announceDeprecations(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    const old = deprecationOf(request);
    if (old)
      void reply.headers({
        deprecation: `@${startOf(old.since) / 1000}`,
        sunset: httpDate(startOf(old.sunset)),
        link: `<${successorOf(old, request)}>; rel="successor-version", </api/v1/docs/>; rel="deprecation"; type="text/html"`,
      });
    await Promise.resolve();
  });
}

export function deprecationOf(request: FastifyRequest): Deprecated | undefined {
  return (request.routeOptions.config as { kinwise?: Route } | undefined)?.kinwise?.deprecated;
}

/** What the document says of it. */
export function deprecationWords({ since, sunset, instead }: Deprecated, method: Method): string {
  return `The old way since ${since}, and gone after ${sunset}: call \`${method} ${instead}\`.`;
}

/** A parameter that cannot be read stays as the table has it. */
function successorOf({ instead }: Deprecated, request: FastifyRequest): string {
  const params = (request.params ?? {}) as Readonly<Record<string, string>>;
  const path = instead.replace(/:(\w+)/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : encodeURIComponent(value);
  });
  return `/api/v1/${path}`;
}

function startOf(day: DayText): number {
  return millisecondsOf(`${day}T00:00:00Z`);
}
