import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';

const KEY = 'exchange rates';
const PAGE = 60;

/** The household's rates, newest day first, a page at a time. */
export function useRates() {
  const { household } = useOffline();
  return useInfiniteQuery({
    queryKey: [KEY, household],
    queryFn: ({ pageParam }) => {
      const query = { page_size: PAGE, ...(pageParam && { cursor: pageParam }) };
      return got(api.GET('/exchange-rates/', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last._meta.next_cursor ?? undefined,
  });
}

/** A write on the rates; the list is read anew after it, and sums in other currencies with it. */
export function useRateWrite<Input, Answer>(
  work: (input: Input) => Promise<Answer>,
  after?: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: (answer) => {
      after?.(answer);
      return queries.invalidateQueries();
    },
  });
}
