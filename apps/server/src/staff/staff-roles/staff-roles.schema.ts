import { STAFF_ROLES } from '@kinwise/core/staff';
import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import { reasonField } from '../staff-users/staff-users.schema.ts';

export const staffSchema = z
  .object({
    user_id: id,
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    since: instant,
    has_factor: z.boolean().describe('Without a second factor the role opens nothing'),
    is_me: z.boolean(),
  })
  .meta({ id: 'StaffMember' });

export const givingSchema = z
  .strictObject({
    user_id: id,
    role: z.enum(STAFF_ROLES),
    reason: reasonField,
  })
  .meta({
    id: 'StaffRoleGiving',
    examples: [
      {
        user_id: '01890a5d-ac96-774b-bcce-b302099a8057',
        role: 'viewer',
        reason: 'Answers the phone from Monday on',
      },
    ],
  });

export type Giving = z.infer<typeof givingSchema>;
export type WireStaff = z.infer<typeof staffSchema>;
