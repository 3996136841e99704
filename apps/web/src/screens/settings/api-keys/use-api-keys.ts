import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';

const KEY = ['api-keys'];

/** The person's API keys, as the server has them: nothing of this is kept on the device. */
export function useApiKeys() {
  return useQuery({ queryKey: KEY, queryFn: () => got(api.GET('/auth/api-keys/')) });
}

/** To be called when something about them has changed. */
export function useApiKeysChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: KEY });
}
