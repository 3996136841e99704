import type { Import, ImportState } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import {
  ArrowLeftRight,
  CircleCheck,
  CircleX,
  CopyCheck,
  type LucideIcon,
  Plus,
  Replace,
} from 'lucide-react';
import type { Tone } from '../../../ui/chip.tsx';

/** The states of a row in the order in which they are offered as filters. */
export const STATES: readonly ImportState[] = [
  'new',
  'transfer',
  'possible_duplicate',
  'replaces_pending',
  'duplicate',
  'rejected',
];

export const STATE_LOOK: Readonly<Record<ImportState, { tone: Tone; icon: LucideIcon }>> = {
  new: { tone: 'good', icon: Plus },
  transfer: { tone: 'sky', icon: ArrowLeftRight },
  possible_duplicate: { tone: 'close', icon: CopyCheck },
  replaces_pending: { tone: 'plum', icon: Replace },
  duplicate: { tone: 'plain', icon: CircleCheck },
  rejected: { tone: 'over', icon: CircleX },
};

export function stateName(state: ImportState): string {
  const names: Record<ImportState, string> = {
    new: i18n._('New'),
    transfer: i18n._('Transfer'),
    possible_duplicate: i18n._('Possible duplicate'),
    replaces_pending: i18n._('Replaces pending'),
    duplicate: i18n._('Here already'),
    rejected: i18n._('Not readable'),
  };
  return names[state];
}

/** What a state means, for the person who wonders. */
export function stateMeaning(state: ImportState): string {
  const meanings: Record<ImportState, string> = {
    new: i18n._('Not in your books yet.'),
    transfer: i18n._(
      'Money moved between two of your own accounts. It counts neither as income nor as spending.',
    ),
    possible_duplicate: i18n._('Much like an entry that is there. Tick it if it happened twice.'),
    replaces_pending: i18n._('The booked form of a pending entry, which it replaces.'),
    duplicate: i18n._('In your books already; it is left out.'),
    rejected: i18n._('This line is no entry, or is damaged. The rows around it were read.'),
  };
  return meanings[state];
}

export function formatName(format: string | null): string {
  const names: Readonly<Record<string, string>> = {
    ofx1: 'OFX',
    ofx2: 'OFX',
    qfx: 'QFX',
    qif: 'QIF',
    csv: 'CSV',
    xlsx: 'Excel',
    camt052: 'CAMT.052',
    camt053: 'CAMT.053',
    camt054: 'CAMT.054',
    mt940: 'MT940',
    mt942: 'MT942',
    gnucash: 'GnuCash',
    ynab: 'YNAB',
    mint: 'Mint',
    actual: 'Actual',
    splitwise: 'Splitwise',
  };
  return format === null ? '' : (names[format] ?? format.toUpperCase());
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return i18n._('{count, plural, one {# byte} other {# bytes}}', { count: bytes });
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.round(kilobytes / 102.4) / 10} MB`;
}

export function statusName(status: Import['status']): string {
  const names: Record<Import['status'], string> = {
    reading: i18n._('Being read'),
    preview: i18n._('Waits for your look'),
    committing: i18n._('Being brought in'),
    committed: i18n._('Brought in'),
    undone: i18n._('Undone'),
    failed: i18n._('Could not be read'),
  };
  return names[status];
}
