/** The interactive reference at /api/v1/docs/: Swagger UI over the API's own document, under a policy without exceptions. */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Route } from './routes.ts';

const PLACE = '/api/v1/docs/';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The KinWise API</title>
<link rel="icon" href="/icons/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="${PLACE}swagger-ui.css">
</head>
<body>
<main id="reference"></main>
<script src="${PLACE}swagger-ui-bundle.js"></script>
<script src="${PLACE}start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/api/v1/schema',
  dom_id: '#reference',
  deepLinking: true,
  filter: true,
  docExpansion: 'none',
  validatorUrl: null,
  tryItOutEnabled: true,
  persistAuthorization: false,
});
`;

const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** Serves the document of these routes at /api/v1/schema/, made when it is first asked for, and its reader. */
export function serveReference(app: FastifyInstance, routes: readonly Route[]): void {
  let document: Promise<string> | undefined;
  app.get('/api/v1/schema', async (_request, reply) => {
    document ??= import('./openapi.ts').then(async ({ describeApi }) => await describeApi(routes));
    return await reply.type('application/json; charset=utf-8').send(await document);
  });
  app.get('/api/v1/docs', async (_request, reply) => await reply.type(HTML).send(PAGE));
  app.get(`${PLACE}start.js`, async (_request, reply) => await reply.type(SCRIPT).send(START));
  for (const [name, type] of Object.entries(FILES)) {
    app.get(PLACE + name, async (_request, reply) => {
      void reply.header('cache-control', 'public, max-age=3600');
      return await reply.type(type).send(createReadStream(join(folder(), name)));
    });
  }
}

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

function folder(): string {
  return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}
