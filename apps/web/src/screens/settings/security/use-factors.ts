import { dayAt } from '@kinwise/core/days';
import { formatNearDay } from '@kinwise/core/format';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { useUiSettings } from '../../../ui/settings.tsx';

/** The person's second factors, as the server has them: nothing of this is kept on the device. */
export function useFactors() {
  return useQuery({ queryKey: ['factors'], queryFn: () => got(api.GET('/auth/mfa/')) });
}

export function usePasskeys() {
  return useQuery({
    queryKey: ['passkeys'],
    queryFn: async () => (await got(api.GET('/auth/passkeys/'))).results,
  });
}

/** To be called when something about them has changed. */
export function useFactorsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['factors'], ['passkeys']]) void queries.invalidateQueries({ queryKey });
  };
}

/** The day of an instant, as it is said near today. */
export function useDayOf(): (at: string) => string {
  const { locale } = useUiSettings();
  const { time_zone, today } = useDayClock();
  return (at) => formatNearDay(dayAt(instantMs(at), time_zone), today, locale);
}
