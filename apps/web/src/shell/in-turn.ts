import { useMutation, useMutationState } from '@tanstack/react-query';

type Turn<Wish, Answer> = {
  write: (wish: Wish) => Promise<Answer>;
  onSuccess?: (answer: Answer) => void;
  onError: (error: Error) => void;
};

/**
 * Changes of one thing that somebody makes faster than the server answers. They are sent one after the other, so that
 * the last answer is also the newest: sent at once, a late answer to the first would show the second as undone.
 * `wishes` are those without an answer yet, oldest first, for showing them as done; a refused one leaves the list.
 */
export function useInTurn<Wish, Answer>(
  key: readonly string[],
  { write, onSuccess, onError }: Turn<Wish, Answer>,
): { change: (wish: Wish) => void; wishes: readonly Wish[] } {
  const { mutate } = useMutation({
    mutationKey: key,
    scope: { id: key.join(' ') },
    mutationFn: write,
    ...(onSuccess && { onSuccess }),
    onError,
  });
  const wishes = useMutationState({
    filters: { mutationKey: key, exact: true, status: 'pending' },
    select: (mutation) => mutation.state.variables as Wish,
  });
  return { change: mutate, wishes };
}
