import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/** The OpenAPI 3.1 document at /api/v1/schema/, made from the schemas that the server validates with, and its reader. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'KinWise',
        version: '1',
        description:
          'Money for people who share it. Amounts are decimal strings, days are YYYY-MM-DD, ids are UUIDv7.',
        license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
      },
      servers: [{ url: '/' }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ bearer: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/api/v1/schema', { schema: { hide: true } }, async () => await Promise.resolve(app.swagger()));
  let reader: Promise<FastifyInstance> | undefined;
  for (const url of ['/api/v1/docs', '/api/v1/docs/*']) {
    app.get(url, { schema: { hide: true } }, async (request, reply) => {
      reader ??= makeReader();
      const page = await (await reader).inject({ method: 'GET', url: request.url });
      const { location, 'content-type': type } = page.headers;
      if (typeof location === 'string') void reply.header('location', location);
      if (type !== undefined) void reply.type(String(type));
      return await reply.status(page.statusCode).send(page.rawPayload);
    });
  }
}

/** The reader is large, and most programs never show it: it is loaded when somebody first opens it, beside the server. */
async function makeReader(): Promise<FastifyInstance> {
  const { default: reference } = await import('@scalar/fastify-api-reference');
  const app = Fastify();
  await app.register(reference, {
    routePrefix: '/api/v1/docs',
    configuration: { url: '/api/v1/schema', withDefaultFonts: false, telemetry: false },
  });
  await app.ready();
  return app;
}
