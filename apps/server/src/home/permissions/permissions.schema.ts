import { CAPABILITIES, ROLES } from '@kinwise/core/capabilities';
import { z } from 'zod';
import { id, line } from '../../platform/fields.ts';

export const permissionsQuery = z.strictObject({
  resource: line(40, 1).optional().describe('The kind of thing, such as account or transaction'),
  id: id.optional().describe('Which one of them'),
  household: id.optional(),
});

export const permissionsSchema = z
  .object({
    role: z.enum(ROLES),
    capabilities: z.array(z.enum(CAPABILITIES)),
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Permissions' });

export type PermissionsQuery = z.infer<typeof permissionsQuery>;
