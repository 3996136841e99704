import type { Happening } from './platform/context.ts';

/** Everything that can happen in a household, and the kind of thing it happens to. */
export const EVENTS = {
  'household.created': 'household',
  'household.changed': 'household',
  'household.deleted': 'household',
  'member.joined': 'membership',
  'member.changed': 'membership',
  'member.left': 'membership',
  'member.erased': 'membership',
  'member.profile_changed': 'membership',
  'child.sign_in_changed': 'membership',
  'child.session_alarmed': 'membership',
  'child.signed_in': 'membership',
  'child.grown_up': 'membership',
  'family_device.added': 'family_device',
  'family_device.changed': 'family_device',
  'family_device.deleted': 'family_device',
  'invitation.sent': 'invitation',
  'invitation.changed': 'invitation',
  'invitation.deleted': 'invitation',
  'account.created': 'account',
  'account.changed': 'account',
  'account.deleted': 'account',
  'account.reconciled': 'account',
  'category.created': 'category',
  'category.changed': 'category',
  'category.deleted': 'category',
  'tag.created': 'tag',
  'tag.changed': 'tag',
  'tag.deleted': 'tag',
  'merchant.created': 'merchant',
  'merchant.changed': 'merchant',
  'merchant.deleted': 'merchant',
  'transaction.created': 'transaction',
  'transaction.changed': 'transaction',
  'transaction.deleted': 'transaction',
  'transaction.restored': 'transaction',
  'transfer.linked': 'transaction',
  'transfer.unlinked': 'transaction',
  'saved_search.created': 'saved_search',
  'saved_search.changed': 'saved_search',
  'saved_search.deleted': 'saved_search',
  'exchange_rate.set': 'exchange_rate',
  'rule.created': 'rule',
  'rule.changed': 'rule',
  'rule.deleted': 'rule',
  'rule.applied': 'rule',
  'import.uploaded': 'import',
  'import.read': 'import',
  'import.changed': 'import',
  'import.committed': 'import',
  'import.undone': 'import',
  'import.discarded': 'import',
  'import_template.changed': 'import_template',
  'data.exported': 'household',
  'organisation.joined': 'organisation',
  'organisation.left': 'organisation',
  'organisation.sharing_changed': 'organisation',
  'staff_access.opened': 'staff_access',
  'staff_access.read': 'staff_access',
  'staff_access.ended': 'staff_access',
  'permission.denied': 'route',
} as const;

export type EventName = keyof typeof EVENTS;

type About = Omit<Happening, 'event' | 'entity' | 'ids' | 'op'> & {
  ids: readonly string[];
  op?: Happening['op'];
};

/** A happening of a known kind. What is gone is a `delete` for those who keep copies; everything else a `put`. */
export function happened(event: EventName, about: About): Happening {
  const op = about.op ?? (event.endsWith('.deleted') ? 'delete' : 'put');
  return { ...about, event, entity: EVENTS[event], op };
}
