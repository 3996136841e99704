import type { paths } from '@kinwise/api-client/schema';
import { parseDay } from '@kinwise/core/days';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { saveFile } from '../../../shell/save-file.ts';
import type { ActivitySearch } from './search.ts';

type Filters = NonNullable<paths['/audit/']['get']['parameters']['query']>;

const PAGE = 50;

/** The household's activity by the filters of the address, newest first, a page at a time. */
export function useActivity(search: ActivitySearch) {
  const { household } = useOffline();
  return useInfiniteQuery({
    queryKey: ['activity', household, search],
    queryFn: ({ pageParam }) => {
      const query = { ...filtersOf(search), page_size: PAGE, ...(pageParam && { cursor: pageParam }) };
      return got(api.GET('/audit/', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last._meta.next_cursor ?? undefined,
    // What happened a moment ago is what people come to see.
    staleTime: 0,
  });
}

/** The same as a file. */
export function useActivityFile(search: ActivitySearch, today: string) {
  return useMutation({
    mutationFn: async (format: 'csv' | 'json') => {
      const query = { ...filtersOf(search), format };
      const { data } = await api.GET('/audit/export/', { params: { query }, parseAs: 'blob' });
      if (data) saveFile(data, `kinwise-activity-${today}.${format}`);
    },
  });
}

function filtersOf({ member, kind, risk, from, to }: ActivitySearch): Filters {
  const [first, last] = [from, to].map((text) => (text === undefined ? undefined : parseDay(text)));
  return {
    ...(member !== undefined && { member_id: member }),
    ...(kind !== undefined && { entity: kind }),
    ...(risk !== undefined && { risk__gte: risk }),
    ...(first && { on__gte: first }),
    ...(last && { on__lte: last }),
  };
}
