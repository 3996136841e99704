import { capabilitiesOf } from '@kinwise/core/capabilities';
import type { z } from 'zod';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { PermissionsQuery, permissionsSchema } from './permissions.schema.ts';

/** What the actor may do: in the household, and with one thing. Each feature answers for its own things. */
export async function permissionsOf(
  ctx: HouseholdContext,
  about: PermissionsQuery,
): Promise<z.infer<typeof permissionsSchema>> {
  return {
    role: ctx.facts.role,
    capabilities: capabilitiesOf(ctx.facts.role),
    available_actions: [...(await actionsOn(ctx, about))],
  };
}

async function actionsOn(ctx: HouseholdContext, about: PermissionsQuery): Promise<readonly string[]> {
  const { resource, id } = about;
  if (resource === undefined && id === undefined) return [];
  const known = new Map(Object.entries(ctx.ground.hooks.actions));
  const actionsOf = known.get(resource ?? '');
  if (!actionsOf)
    throw refused('resource', `resource must be one of ${[...known.keys()].sort().join(', ')}.`);
  if (id === undefined) throw refused('id', `Say which ${resource ?? ''} is meant, as id=.`);
  return await actionsOf(ctx, id);
}

function refused(pointer: string, message: string): Problem {
  return new Problem('VALIDATION_2003', message, { errors: [{ pointer, code: 'unknown_value', message }] });
}
