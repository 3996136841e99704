import { useInfiniteQuery } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';

const PAGE = 20;

/** What became of an entry, newest first, as the server knows it; asked anew for each of its versions. */
export function useEntrySteps(id: string, version: number | undefined) {
  const { household } = useOffline();
  return useInfiniteQuery({
    queryKey: ['entry steps', household, id, version],
    queryFn: ({ pageParam }) => {
      const query = { page_size: PAGE, ...(pageParam && { cursor: pageParam }) };
      return got(api.GET('/transactions/{id}/history/', { params: { path: { id }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last._meta.next_cursor ?? undefined,
    // One that was never sent is not known there.
    enabled: version !== undefined,
  });
}
