import type { HouseholdBrief } from '@kinwise/api-client/schema';
import type { Capability } from '@kinwise/core/capabilities';
import { may } from '@kinwise/core/capabilities';
import type { Day } from '@kinwise/core/days';
import type { FormatLocale } from '@kinwise/core/format';
import { todayIn } from '../clock.ts';
import { useSomeone } from './session.ts';

export type HouseholdInView = HouseholdBrief & {
  /** Today by the household's own clock. */
  readonly today: Day;
  readonly may: (capability: Capability) => boolean;
};

/** The clock by which days and times are told. */
export type DayClock = { readonly time_zone: string; readonly today: Day };

/** That of the household in view, and the person's own where there is none; for what is about the person. */
export function useDayClock(): DayClock {
  const { me, household } = useSomeone();
  const time_zone = me.households.find((one) => one.id === household)?.time_zone ?? me.timezone;
  return { time_zone, today: todayIn(time_zone) };
}

/** The household in view; for screens behind the guard that sends people without one to set one up. */
export function useHousehold(): HouseholdInView {
  const { me, household } = useSomeone();
  const brief = me.households.find((one) => one.id === household);
  if (!brief) throw new Error('This part needs a household.');
  return { ...brief, today: todayIn(brief.time_zone), may: (capability) => may(brief.role, capability) };
}

/** How this person wants amounts and days written. */
export function localeOf(language: string | undefined, names?: FormatLocale['names']): FormatLocale {
  return {
    tag: language === undefined || language === '' ? 'en-NZ' : language,
    ...(names && { names }),
  };
}
