import type { Import, ImportChange, ImportRow, ImportState } from '@kinwise/api-client/schema';
import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';

const PAGE = 200;
/** How often the server is asked how far it has come, in milliseconds. */
const ASK_EVERY = 700;

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: () => got(api.GET('/imports/{id}/', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isBusy(state.data) ? ASK_EVERY : false),
  });
}

export function useImports() {
  const { household } = useOffline();
  return useQuery({
    queryKey: ['imports', household],
    queryFn: async () => (await got(api.GET('/imports/'))).results,
    refetchInterval: ({ state }) => (state.data?.some(isBusy) ? ASK_EVERY : false),
  });
}

export function useImportTemplates() {
  const { household } = useOffline();
  return useQuery({
    queryKey: ['import templates', household],
    queryFn: async () => (await got(api.GET('/imports/templates/'))).results,
  });
}

export type RowFilter = { readonly state?: ImportState | undefined; readonly statement?: number | undefined };

type RowPage = { results: ImportRow[]; _meta: { next_cursor: string | null } };
type RowPages = InfiniteData<RowPage, string | undefined>;

/** The rows of a preview, read page by page as the list comes to them. `version` changes with every reading. */
export function useImportRows(id: string, filter: RowFilter, version: string) {
  return useInfiniteQuery({
    queryKey: ['import rows', id, filter.state ?? '', filter.statement ?? -1, version],
    queryFn: ({ pageParam }): Promise<RowPage> => {
      const query = {
        page_size: PAGE,
        ...(filter.state && { state: filter.state }),
        ...(filter.statement !== undefined && { statement: filter.statement }),
        ...(pageParam !== undefined && { cursor: pageParam }),
      };
      return got(api.GET('/imports/{id}/rows/', { params: { path: { id }, query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last._meta.next_cursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type RowDecision = { id: string; include?: boolean; category_id?: string | null };

/** What a person can do with an import. None of it may be queued: the server judges each row against the whole ledger. */
export function useImportActions(id: string) {
  const queries = useQueryClient();
  const { sync } = useOffline();
  const path = { params: { path: { id } } };
  const keep = (next: Import) => {
    queries.setQueryData(['import', id], next);
    void queries.invalidateQueries({ queryKey: ['imports'] });
  };
  const settle = async (next: Import) => {
    keep(next);
    await queries.invalidateQueries({ queryKey: ['import rows', id] });
    sync.poke();
  };
  return {
    ...useDecisions(id),
    change: useMutation({
      mutationFn: (body: ImportChange) => got(api.PATCH('/imports/{id}/', { ...path, body })),
      onSuccess: async (next) => {
        keep(next);
        await queries.invalidateQueries({ queryKey: ['import rows', id] });
        void queries.invalidateQueries({ queryKey: ['import templates'] });
      },
    }),
    commit: useMutation({
      mutationFn: (body: { adjust_opening?: boolean }) =>
        got(api.POST('/imports/{id}/commit/', { ...path, body })),
      onSuccess: settle,
    }),
    undo: useMutation({ mutationFn: () => got(api.POST('/imports/{id}/undo/', path)), onSuccess: settle }),
    discard: useMutation({
      mutationFn: () => got(api.DELETE('/imports/{id}/', path)),
      onSuccess: () => queries.invalidateQueries({ queryKey: ['imports'] }),
    }),
  };
}

/** Which rows come in, and into which category; shown at once, taken back where the server says no. */
function useDecisions(id: string) {
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  const show = (change: (row: ImportRow) => ImportRow) =>
    queries.setQueriesData<RowPages>(
      { queryKey: ['import rows', id] },
      (pages) => pages && withRows(pages, change),
    );
  const onError = () => queries.invalidateQueries({ queryKey: ['import rows', id] });
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['import', id] });
  return {
    decide: useMutation({
      mutationFn: (rows: RowDecision[]) => got(api.PATCH('/imports/{id}/rows/', { ...path, body: { rows } })),
      onMutate: (rows) => {
        const wishes = new Map(rows.map((row) => [row.id, row]));
        show((row) => ({ ...row, ...wishes.get(row.id) }));
      },
      onError,
      onSuccess,
    }),
    decideAll: useMutation({
      mutationFn: (all: { state: ImportState; include: boolean; statement?: number }) =>
        got(api.PATCH('/imports/{id}/rows/', { ...path, body: { all } })),
      onMutate: ({ state, include, statement }) =>
        show((row) =>
          row.state === state && (statement === undefined || row.statement === statement)
            ? { ...row, include }
            : row,
        ),
      onError,
      onSuccess,
    }),
  };
}

export type ImportActions = ReturnType<typeof useImportActions>;

export function isBusy(one: Import | undefined): boolean {
  return one?.status === 'reading' || one?.status === 'committing';
}

function withRows(pages: RowPages, change: (row: ImportRow) => ImportRow): RowPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, results: page.results.map(change) })) };
}
