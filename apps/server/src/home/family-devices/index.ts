import type { Feature } from '../../platform/feature.ts';
import { jobs } from './family-devices.jobs.ts';
import { reactions } from './family-devices.reactions.ts';
import { routes } from './family-devices.routes.ts';

export const familyDevices: Feature = {
  name: 'family-devices',
  routes,
  jobs,
  reactions,
  tables: ['family_devices', 'child_pins'],
  personalData: [
    {
      table: 'family_devices',
      exportSql: `select name, agent, created_at, last_used_at, expires_at from family_devices
        where made_by = $1 order by created_at`,
      // The device stays the family's; what its browser said of itself when it was registered goes.
      eraseSql: `update family_devices set agent = '', name = 'Family device' where made_by = $1`,
    },
    {
      table: 'child_pins',
      exportSql: `select p.set_at, p.set_by = $1 as set_by_you from child_pins p
        join memberships m on m.household_id = p.household_id and m.id = p.membership_id
        where m.user_id = $1 or p.set_by = $1 order by p.set_at`,
      eraseSql: `delete from child_pins p using memberships m
        where m.household_id = p.household_id and m.id = p.membership_id and m.user_id = $1`,
    },
  ],
  kept: [
    {
      what: 'Family devices, with what the browser says of itself, and children’s PINs as hashes',
      why: 'So that a PIN works on devices of the family only, and not for strangers',
      until: (config) => `Until a guardian removes them, devices ${config.FAMILY_DEVICE_DAYS} days at most`,
      overdue: {
        sql: 'select count(*)::int as count from family_devices where expires_at < $1',
        days: () => 2,
      },
    },
  ],
  invariants: [
    {
      name: 'only children whom guardians look after have a PIN',
      sql: `select p.household_id, p.membership_id from child_pins p
        join memberships m on m.household_id = p.household_id and m.id = p.membership_id
        where not exists (select from guarded_accounts g where g.user_id = m.user_id and g.released_at is null)`,
    },
  ],
};
