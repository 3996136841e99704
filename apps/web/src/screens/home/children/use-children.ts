import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';

/** Children are looked after with signal only: nothing about signing in waits on a device. */
export function useChildren() {
  const { household } = useOffline();
  return useQuery({
    queryKey: ['children', household],
    queryFn: async () => (await got(api.GET('/children/'))).results,
  });
}

export function useFamilyDevices() {
  const { household } = useOffline();
  return useQuery({
    queryKey: ['family-devices', household],
    queryFn: async () => (await got(api.GET('/family-devices/'))).results,
  });
}

/** Something about a child or a device of the family; afterwards everything that shows it is read anew. */
export function useChildChange<Wish, Answer>(work: (wish: Wish) => Promise<Answer>) {
  const queries = useQueryClient();
  const { sync } = useOffline();
  return useMutation({
    mutationFn: work,
    // What is shown once is not kept for later.
    gcTime: 0,
    onSettled: () => {
      sync.poke();
      void queries.invalidateQueries({ queryKey: ['children'] });
      void queries.invalidateQueries({ queryKey: ['child-sessions'] });
      void queries.invalidateQueries({ queryKey: ['family-devices'] });
      void queries.invalidateQueries({ queryKey: ['security history'] });
    },
  });
}
