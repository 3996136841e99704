import { api, got } from '../../../api/client.ts';
import type { ExportSource } from '../../settings/privacy/use-exports.ts';

/** Copies of everything about a child, which its guardians ask for and fetch. */
export function childExports(id: string): ExportSource {
  const params = { path: { id } };
  return {
    name: id,
    list: async () => (await got(api.GET('/children/{id}/exports/', { params }))).results,
    ask: () => got(api.POST('/children/{id}/exports/', { params })),
    fetch: (copy) =>
      got(
        api.GET('/children/{id}/exports/{export_id}/download/', {
          params: { path: { id, export_id: copy } },
          headers: { accept: 'application/zip' },
          parseAs: 'blob',
        }),
      ),
  };
}
