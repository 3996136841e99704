import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Something about an organisation; afterwards whatever shows it is read anew. */
export function useOrganisationChange<Wish, Answer>(work: (wish: Wish) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['organisations'] });
      void queries.invalidateQueries({ queryKey: ['organisation'] });
    },
  });
}
