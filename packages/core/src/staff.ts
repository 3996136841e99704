/** The roles of the people who run a KinWise, each with all that those before it may. */
export const STAFF_ROLES = ['viewer', 'editor', 'manager', 'superadmin'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** Whether a role reaches as far as another one. */
export function reachesStaff(role: StaffRole, least: StaffRole): boolean {
  return STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(least);
}
