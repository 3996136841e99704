import { dayAt } from '@kinwise/core/days';
import { formatDay, formatTime } from '@kinwise/core/format';
import { instantMs } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { useUiSettings } from '../../../ui/settings.tsx';

/** Says an instant as day and time, fit for the middle of a sentence. */
export function useWhen(): (at: string) => string {
  const { locale } = useUiSettings();
  const { time_zone, today } = useDayClock();
  return (at) => {
    const ms = instantMs(at);
    return `${formatDay(dayAt(ms, time_zone), 'medium', { ...locale, today })}, ${formatTime(ms, time_zone, locale)}`;
  };
}
