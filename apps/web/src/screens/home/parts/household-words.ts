import type { HouseholdType } from '@kinwise/api-client/schema';
import { CURRENCIES } from '@kinwise/core/currencies';
import { PAY_CYCLES, type PayCycleKind } from '@kinwise/core/pay-periods';
import { i18n } from '@lingui/core';
import { Building2, GraduationCap, Heart, House, type LucideIcon, User } from 'lucide-react';
import type { Choice } from '../../../ui/select.tsx';

export type TypeChoice = {
  readonly type: HouseholdType;
  readonly label: string;
  readonly note: string;
  readonly icon: LucideIcon;
  /** How pay comes in such a household, until somebody says otherwise. */
  readonly cycle: PayCycleKind;
};

export function householdTypes(): readonly TypeChoice[] {
  return [
    {
      type: 'family',
      label: i18n._('Family'),
      note: i18n._('Adults and children'),
      icon: House,
      cycle: 'fortnightly',
    },
    {
      type: 'couple',
      label: i18n._('Couple'),
      note: i18n._('Two people, one pot or two'),
      icon: Heart,
      cycle: 'fortnightly',
    },
    {
      type: 'student',
      label: i18n._('Flat'),
      note: i18n._('Flatmates and students'),
      icon: GraduationCap,
      cycle: 'weekly',
    },
    {
      type: 'individual',
      label: i18n._('Just me'),
      note: i18n._('You can invite others later'),
      icon: User,
      cycle: 'fortnightly',
    },
    {
      type: 'organisation',
      label: i18n._('Organisation'),
      note: i18n._('A team, club or marae'),
      icon: Building2,
      cycle: 'monthly',
    },
  ];
}

export function payCycleChoices(): readonly Choice<PayCycleKind>[] {
  const names: Record<PayCycleKind, string> = {
    weekly: i18n._('Every week'),
    fortnightly: i18n._('Every two weeks'),
    four_weekly: i18n._('Every four weeks'),
    twice_monthly: i18n._('Twice a month'),
    monthly: i18n._('Every month'),
    quarterly: i18n._('Every quarter'),
    yearly: i18n._('Every year'),
    custom: i18n._('Another rhythm'),
  };
  return PAY_CYCLES.map((cycle) => ({ value: cycle, label: names[cycle] }));
}

/** Those of the neighbourhood first; the rest by code. Names come from the browser, in English. */
export function currencyChoices(): readonly Choice[] {
  const names = new Intl.DisplayNames('en-NZ', { type: 'currency' });
  const rest = CURRENCIES.filter((code) => !NEAR.includes(code));
  return [...NEAR, ...rest].map((code) => ({ value: code, label: code, note: names.of(code) ?? code }));
}

const NEAR = ['NZD', 'AUD', 'USD', 'GBP', 'EUR', 'FJD', 'WST', 'TOP'];

export function timeZoneChoices(present: string): readonly Choice[] {
  const known = Intl.supportedValuesOf('timeZone');
  const zones = known.includes(present) ? known : [present, ...known];
  return zones.map((zone) => {
    const [area = '', ...place] = zone.replaceAll('_', ' ').split('/');
    return { value: zone, label: place.length > 0 ? place.join(', ') : area, note: zone };
  });
}

/** The time zone of this device; Auckland where the browser does not say. */
export function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'Pacific/Auckland';
}
