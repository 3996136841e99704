import type { EntryStep } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';

/** What was done in a step, with who did it and how: «Tama changed it, with 12 others». */
export function stepWords(step: EntryStep): string {
  const who = whoDid(step);
  const deed = deedOf(step, who);
  const cause = causeOf(step);
  return cause === undefined ? deed : `${deed}, ${cause}`;
}

function whoDid({ actor }: EntryStep): string {
  if (actor.is_me) return i18n._('You');
  return actor.kind === 'system' ? i18n._('KinWise') : (actor.name ?? i18n._('A former member'));
}

function deedOf({ action }: EntryStep, who: string): string {
  const deeds: Readonly<Record<string, string>> = {
    'transaction.created': i18n._('{who} added it', { who }),
    'transaction.deleted': i18n._('{who} put it into the trash', { who }),
    'transaction.restored': i18n._('{who} took it out of the trash', { who }),
    'transfer.linked': i18n._('{who} linked it as a transfer', { who }),
    'transfer.unlinked': i18n._('{who} took the transfer apart', { who }),
  };
  return deeds[action] ?? i18n._('{who} changed it', { who });
}

function causeOf({ by, by_name: name, together, action }: EntryStep): string | undefined {
  if (by === 'rule') return name === null ? i18n._('by a rule') : i18n._('by the rule “{name}”', { name });
  if (by === 'import') return name === null ? i18n._('from a bank file') : i18n._('from {name}', { name });
  // The two sides of a transfer are no others.
  if (by !== 'bulk' || action.startsWith('transfer.') || (together === 2 && action !== 'transaction.changed'))
    return undefined;
  return i18n._('{count, plural, one {with one other} other {with # others}}', { count: together - 1 });
}
