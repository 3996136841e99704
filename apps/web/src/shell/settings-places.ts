import { i18n } from '@lingui/core';
import {
  ArrowRightLeft,
  Fingerprint,
  Info,
  KeySquare,
  LayoutGrid,
  Palette,
  ShieldCheck,
  Tags,
  UserRound,
} from 'lucide-react';
import type { Place } from './navigation.ts';

/** What is found under Settings and by search alone: it comes with these, and not with the frame. */
export const SETTINGS_PLACES: readonly Place[] = [
  {
    to: '/tags',
    label: () => i18n._('Tags'),
    icon: Tags,
    bar: false,
    within: 'settings',
    capability: 'transactions.view',
  },
  {
    to: '/settings/rates',
    label: () => i18n._('Exchange rates'),
    icon: ArrowRightLeft,
    bar: false,
    within: 'settings',
  },
  {
    to: '/settings/profile',
    label: () => i18n._('Profile'),
    icon: UserRound,
    bar: false,
    within: 'settings',
  },
  {
    to: '/settings/look',
    label: () => i18n._('Look and language'),
    icon: Palette,
    bar: false,
    within: 'settings',
  },
  {
    to: '/settings/security',
    label: () => i18n._('Security'),
    icon: ShieldCheck,
    bar: false,
    within: 'settings',
  },
  {
    to: '/settings/api-keys',
    label: () => i18n._('API keys'),
    icon: KeySquare,
    bar: false,
    within: 'settings',
  },
  {
    to: '/settings/organisations',
    label: () => i18n._('Organisations'),
    icon: LayoutGrid,
    bar: false,
    within: 'settings',
  },
  {
    to: '/settings/privacy',
    label: () => i18n._('Privacy'),
    icon: Fingerprint,
    bar: false,
    within: 'settings',
  },
  {
    to: '/settings/about',
    label: () => i18n._('About KinWise'),
    icon: Info,
    bar: false,
    within: 'settings',
  },
];
