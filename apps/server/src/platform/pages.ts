import type { FastifyInstance } from 'fastify';

/** A page that the server writes itself, outside of the API and the app. `undefined` means: there is no such page. */
export type Page = {
  readonly path: string;
  readonly answer: (
    params: Readonly<Record<string, string>>,
  ) => Promise<{ readonly html: string; readonly policy: string } | undefined>;
};

export function bindPages(app: FastifyInstance, pages: readonly Page[]): void {
  for (const { path, answer } of pages) {
    app.get(path, async (request, reply) => {
      const page = await answer(request.params as Record<string, string>);
      if (!page) return reply.callNotFound();
      return await reply
        .header('content-security-policy', page.policy)
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page.html);
    });
  }
}
