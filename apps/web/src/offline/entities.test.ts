import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ENTITIES } from './entities.ts';

type Document = { paths: Record<string, Record<string, { description?: string }>> };

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../server/openapi.json'), 'utf8'),
) as Document;

/** The calls of a collection that are refused until the person confirms that it is them. */
function asking(collection: string): string[] {
  return Object.entries(document.paths)
    .filter(([path]) => path.startsWith(`/${collection}/`))
    .flatMap(([path, calls]) =>
      Object.entries(calls)
        .filter(([, call]) => call.description?.includes('AUTH_1020'))
        .map(([method]) => `${method} ${path}`),
    );
}

test('nothing that waits in the outbox ever asks to confirm: nobody sits there when it is sent', () => {
  const queued = Object.values(ENTITIES).flatMap(({ path }) => path ?? []);
  expect(queued).toContain('transactions');
  expect(queued.flatMap(asking)).toEqual([]);
  expect(asking('households')).toContain('delete /households/{id}/');
});
