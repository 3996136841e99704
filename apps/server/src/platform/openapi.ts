import swagger from '@fastify/swagger';
import reference from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Ground } from './context.ts';

/** The OpenAPI 3.1 document at /api/v1/schema/, made from the schemas that the server validates with, and its reader. */
export async function describeApi(app: FastifyInstance, ground: Ground): Promise<void> {
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
  if (ground.config.NODE_ENV !== 'test') {
    await app.register(reference, {
      routePrefix: '/api/v1/docs',
      configuration: { url: '/api/v1/schema', withDefaultFonts: false, telemetry: false },
    });
  }
}
