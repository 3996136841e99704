import { ROLES } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import { STAFF_ROLES } from '@kinwise/core/staff';
import type { StaffRole } from '@kinwise/core/staff';
import { i18n } from '@lingui/core';
import { roleName } from '../screens/home/household/role-words.ts';

/** A role in words: of staff, or in a household. One that a newer server has is said as it calls it. */
export function roleWord(role: string): string {
  if (isOneOf(STAFF_ROLES, role)) return staffRoleName(role);
  return isOneOf(ROLES, role) ? roleName(role satisfies Role) : role;
}

function staffRoleName(role: StaffRole): string {
  const names: Record<StaffRole, string> = {
    viewer: i18n._('Viewer'),
    editor: i18n._('Editor'),
    manager: i18n._('Manager'),
    superadmin: i18n._('Superadmin'),
  };
  return names[role];
}

function isOneOf<Known extends string>(known: readonly Known[], role: string): role is Known {
  return (known as readonly string[]).includes(role);
}
