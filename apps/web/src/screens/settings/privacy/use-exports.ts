import type { DataExport } from '@kinwise/api-client/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';

const LOOK_MS = 1000;

/** Whose copies these are: one's own, or those of a child that one looks after. */
export type ExportSource = {
  /** Tells several of these apart in the cache. */
  readonly name: string;
  readonly list: () => Promise<DataExport[]>;
  readonly ask: () => Promise<DataExport>;
  readonly fetch: (id: string) => Promise<unknown>;
};

export const OWN_EXPORTS: ExportSource = {
  name: 'own',
  list: async () => (await got(api.GET('/privacy/export/'))).results,
  ask: () => got(api.POST('/privacy/export/')),
  fetch: (id) =>
    got(
      api.GET('/privacy/export/{id}/download/', {
        params: { path: { id } },
        headers: { accept: 'application/zip' },
        parseAs: 'blob',
      }),
    ),
};

/** The newest copy, looked at again and again while it is being made, and a way to ask for one. */
export function useExports(source: ExportSource) {
  const queries = useQueryClient();
  const queryKey = ['exports', source.name];
  const exports = useQuery({
    queryKey,
    queryFn: source.list,
    refetchInterval: ({ state }) => (isUnderWay(state.data?.[0]) ? LOOK_MS : false),
  });
  const ask = useMutation({
    mutationFn: source.ask,
    onSuccess: (made) =>
      queries.setQueryData<DataExport[]>(queryKey, (before = []) => [
        made,
        ...before.filter((one) => one.id !== made.id),
      ]),
  });
  return { latest: exports.data?.[0], isPending: exports.isPending, error: exports.error, ask };
}

/** Fetches the file with the session, so that its address alone is worth nothing, and hands it to the browser. */
export function useDownload(source: ExportSource, copy: DataExport) {
  return useMutation({
    mutationFn: async () => {
      const bytes = await source.fetch(copy.id);
      save(bytes as Blob, `kinwise-${copy.requested_at.slice(0, 10)}.zip`);
    },
  });
}

function isUnderWay(copy: DataExport | undefined): boolean {
  return copy?.status === 'waiting' || copy?.status === 'working';
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has it by the end of this turn; what stays in memory would be everything about somebody.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
