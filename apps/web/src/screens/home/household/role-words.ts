import type { Role } from '@kinwise/core/capabilities';
import { i18n } from '@lingui/core';

export function roleName(role: Role): string {
  const names: Record<Role, string> = {
    admin: i18n._('Admin'),
    parent: i18n._('Parent'),
    teen: i18n._('Teen'),
    child: i18n._('Child'),
    flatmate: i18n._('Flatmate'),
    observer: i18n._('Observer'),
  };
  return names[role];
}

/** What a role may do, in a sentence. */
export function roleMeaning(role: Role): string {
  const meanings: Record<Role, string> = {
    admin: i18n._('Sees and changes everything, members and the household itself among it.'),
    parent: i18n._('Sees and changes all shared money, and invites people. Cannot delete the household.'),
    teen: i18n._('Sees and enters own money, and what is shared with them. No settings.'),
    child: i18n._('Sees own pots only, and adds to them.'),
    flatmate: i18n._('Sees shared accounts and adds to them; changes own entries only.'),
    observer: i18n._('Sees shared money and changes nothing.'),
  };
  return meanings[role];
}
