import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { useSomeone } from '../../../shell/session.ts';

const KEY = ['api-keys'];

/** The person's API keys, as the server has them: nothing of this is kept on the device. */
export function useApiKeys() {
  const { me } = useSomeone();
  // A child whose account guardians look after has none, and is refused the question.
  return useQuery({ queryKey: KEY, queryFn: () => got(api.GET('/auth/api-keys/')), enabled: !me.guarded });
}

/** To be called when something about them has changed. */
export function useApiKeysChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: KEY });
}
