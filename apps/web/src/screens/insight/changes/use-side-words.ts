import type { AuditChange } from '@kinwise/api-client/schema';
import { useHousehold } from '../../../shell/household.ts';
import { useUiSettings } from '../../../ui/settings.tsx';
import { type Side, sideWords } from './value-words.ts';

/** The words for the sides of changes, as this person reads them. */
export function useSideWords(): (change: AuditChange, side: Side) => string {
  const { locale } = useUiSettings();
  const { time_zone, today } = useHousehold();
  return (change, side) => sideWords(change, side, { locale, time_zone, today });
}
