import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useOffline, useRows } from '../../../offline/hooks.tsx';
import { refreshMe } from '../../../shell/session.ts';

/** The household itself, as the local copy has it. */
export function useHouseholdRow() {
  const { household } = useOffline();
  return useRows('household')?.find((one) => one.id === household)?.row;
}

export function useInvitations(wanted: boolean) {
  const { household } = useOffline();
  return useQuery({
    queryKey: ['invitations', household],
    queryFn: async () =>
      (await got(api.GET('/households/{id}/invitations/', { params: { path: { id: household } } }))).results,
    enabled: wanted,
  });
}

/**
 * Something about people or the household itself. None of it may be queued; afterwards everything that shows it is read
 * anew.
 */
export function useHouseholdChange<Wish, Answer>(work: (wish: Wish) => Promise<Answer>) {
  const queries = useQueryClient();
  const { sync } = useOffline();
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      sync.poke();
      void queries.invalidateQueries({ queryKey: ['invitations'] });
      await refreshMe();
    },
  });
}
