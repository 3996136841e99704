/**
 * The OpenAPI 3.1 document, made from the schemas that the server validates with. Whoever describes needs libraries and
 * a second shape of every schema, so that this is loaded when somebody asks for the document and not before.
 */
import swagger from '@fastify/swagger';
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import Fastify from 'fastify';
import type { FastifySchema } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deprecationWords } from './deprecations.ts';
import { keyNeedsOf } from './key-scopes.ts';
import { PROBLEMS } from './problems.ts';
import type { ProblemCode } from './problems.ts';
import type { Route } from './routes.ts';

/** The document of these routes, as it goes out. They are bound once more for it, to a server that never listens. */
export async function describeApi(routes: readonly Route[]): Promise<string> {
  const app = Fastify({ logger: false, exposeHeadRoutes: false });
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  await app.register(swagger, {
    openapi: OUTLINE,
    transform: jsonSchemaTransform,
    transformObject: (made) => oneOfEach(jsonSchemaTransformObject(made) as Document),
  });
  for (const route of routes) {
    const { method, path } = route;
    app.route({ method, url: `/api/v1/${path}`, schema: describeRoute(route), handler: () => undefined });
  }
  await app.ready();
  const text = JSON.stringify(app.swagger());
  await app.close();
  return text;
}

const OUTLINE = {
  openapi: '3.1.0',
  info: {
    title: 'KinWise',
    version: '1',
    description:
      'Money for people who share it. Amounts are decimal strings, days are YYYY-MM-DD, ids are UUIDv7.',
    license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
  },
  servers: [{ url: '/api/v1' }],
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      apiKey: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'kw_…',
        description:
          'An API key. Each operation names the scopes that it asks for, all of them; where none are named, keys have no way in.',
      },
    },
  },
  security: [{ bearer: [] }],
} as const satisfies FastifyDynamicSwaggerOptions['openapi'];

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    error_code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]).meta({ id: 'ProblemCode' }),
    error_id: z.string(),
    timestamp: z.string().describe('When it was refused, in UTC'),
    user_message: z.string().describe('In the words of the reader'),
    errors: z.array(
      z
        .object({
          pointer: z.string().describe('Into the body, such as /name; or the name of a query parameter'),
          code: z.string(),
          message: z.string(),
        })
        .meta({ id: 'FieldProblem' }),
    ),
    dev_details: z
      .object({ name: z.string(), stack: z.string() })
      .optional()
      .describe('In development alone'),
    current: z.unknown().optional().describe('The object as it is now, where a write was stale'),
  })
  .meta({ id: 'Problem' });

const refusal = {
  description: 'What was refused, why, and what to do about it',
  content: { 'application/problem+json': { schema: problemSchema } },
};

const nothing = z.null().describe('Done; there is nothing to say');

/** One line of the HTTP table as the document shows it. */
function describeRoute(route: Route): FastifySchema {
  const { params, query, returns, status, orStatus, file } = route;
  const body = route.upload ? formOf(route.body) : route.body;
  const good = returns
    ? { description: 'Done', content: { 'application/json': { schema: returns } } }
    : file
      ? {
          description: 'A file',
          content: Object.fromEntries(file.map((type) => [type, { schema: z.string() }])),
        }
      : nothing;
  return {
    summary: route.summary,
    tags: [route.tag],
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(route.upload ? { consumes: ['multipart/form-data'] } : {}),
    ...(route.access === 'public' ? { security: [] } : keyScheme(route)),
    ...describeWords(route),
    ...(route.deprecated ? { deprecated: true } : {}),
    response: {
      [status ?? (returns || file ? 200 : 204)]: good,
      ...(orStatus === undefined ? {} : { [orStatus]: good }),
      default: refusal,
    },
  };
}

function keyScheme(route: Route): Pick<FastifySchema, 'security'> {
  const needs = keyNeedsOf(route);
  return needs === 'never' ? {} : { security: [{ bearer: [] }, { apiKey: [...needs] }] };
}

function describeWords(route: Route): Pick<FastifySchema, 'description'> {
  const words = [
    ...(route.deprecated ? [deprecationWords(route.deprecated, route.method)] : []),
    ...confirmWords(route),
  ];
  return words.length === 0 ? {} : { description: words.join(' ') };
}

function confirmWords(route: Route): string[] {
  if (route.access === 'public') return [];
  if (route.stepUp) return [`Asks ${CONFIRMED}`];
  return route.stepUpFor ? [`Where it gives somebody more than they had, asks ${CONFIRMED}`] : [];
}

const CONFIRMED =
  'for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.';

/** A form: the file, and the texts beside it. */
function formOf(body: z.ZodType | undefined): z.ZodType {
  return z.strictObject({ file: z.file(), ...(body instanceof z.ZodObject ? body.shape : {}) });
}

type Operation = { requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> } };
type Schema = { $ref?: string; type?: string; required?: string[] };
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const PLACE = '#/components/schemas/';
const WAY_IN = 'Input';

/**
 * Every named schema comes twice, `Tag` as it goes out and `TagInput` as it comes in, whether somebody means it or not.
 * Here stays what is used, by its plain name; both stay only where they differ.
 */
function oneOfEach(made: Document): Document {
  const { schemas } = made.components;
  const used = namesIn(made.paths, schemas);
  const plain = (name: string): string => name.slice(0, -WAY_IN.length);
  const renamed = [...used].filter(
    (name) =>
      name.endsWith(WAY_IN) &&
      (!used.has(plain(name)) || textOf(schemas[name]) === textOf(schemas[plain(name)])),
  );
  let text = JSON.stringify({
    ...made,
    components: {
      ...made.components,
      schemas: Object.fromEntries([...used].sort().map((name) => [name, schemas[name]])),
    },
  });
  for (const name of renamed) text = text.replaceAll(`"${PLACE}${name}"`, `"${PLACE}${plain(name)}"`);
  const document = JSON.parse(text) as Document;
  for (const name of renamed) {
    const schema = document.components.schemas[name];
    delete document.components.schemas[name];
    if (schema) document.components.schemas[plain(name)] = schema;
  }
  return withEmptyBodies(document);
}

/** The names that the routes lead to, straight or through others. */
function namesIn(value: unknown, schemas: Document['components']['schemas']): Set<string> {
  const used = new Set<string>();
  const look = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      look(JSON.stringify(schemas[name]));
    }
  };
  look(JSON.stringify(value));
  return used;
}

/** A schema without regard to the way that what it names goes. */
function textOf(schema: Schema | undefined): string {
  return JSON.stringify(schema).replace(/("#\/components\/schemas\/\w+?)Input"/g, '$1"');
}

/** A body of which nothing has to be said may be left out. */
function withEmptyBodies(document: Document): Document {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const { requestBody } = operation;
    if (!requestBody) continue;
    const free = Object.values(requestBody.content).every(({ schema }) => {
      const { type, required } =
        document.components.schemas[schema.$ref?.slice(PLACE.length) ?? ''] ?? schema;
      return type === 'object' && (required ?? []).length === 0;
    });
    if (free) requestBody.required = false;
  }
  return document;
}
