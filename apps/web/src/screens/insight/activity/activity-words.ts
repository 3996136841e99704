import type { AuditEntry } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';

/** Who did it, as the line begins. */
export function whoWords({ actor }: Pick<AuditEntry, 'actor'>): string {
  return actor.kind === 'system' ? i18n._('KinWise') : (actor.name ?? i18n._('A former member'));
}

/** What was done, after the name: «changed an entry». What nobody thought of is said by its own name. */
export function deedWords({ action, count }: Pick<AuditEntry, 'action' | 'count'>): string {
  const said = count > 1 ? (manyDeeds(count)[action] ?? deeds()[action]) : deeds()[action];
  return said ?? action.replaceAll('_', ' ').replace('.', ': ');
}

/** How the thing is called; of a refusal, what was not allowed. Who joined is named once. */
export function subjectWords({
  subject,
  action,
  actor,
}: Pick<AuditEntry, 'subject' | 'action' | 'actor'>): string {
  if (subject === null || (action === 'member.joined' && subject === actor.name)) return '';
  if (action === 'permission.denied') return refusedWords()[subject] ?? subject;
  return action === 'data.exported' && subject === 'audit' ? i18n._('the activity') : subject;
}

function refusedWords(): Readonly<Record<string, string>> {
  return {
    'household.view': i18n._('seeing the household'),
    'household.edit': i18n._('changing the household'),
    'household.delete': i18n._('deleting the household'),
    'household.transfer': i18n._('handing over the household'),
    'members.invite': i18n._('inviting people'),
    'members.manage': i18n._('changing members'),
    'accounts.view': i18n._('seeing accounts'),
    'accounts.manage': i18n._('changing accounts'),
    'transactions.view': i18n._('seeing entries'),
    'transactions.create': i18n._('adding entries'),
    'transactions.edit': i18n._('changing entries of others'),
    'categories.manage': i18n._('changing categories and tags'),
    'rules.manage': i18n._('changing rules'),
    'data.import': i18n._('bringing in files'),
    'data.export': i18n._('exporting data'),
    'reports.view': i18n._('seeing sums'),
    'organisation.manage': i18n._('deciding about an organisation'),
    'audit.view': i18n._('seeing the activity'),
    'staff_access.manage': i18n._('seeing who of the staff looked in'),
  };
}

function deeds(): Readonly<Record<string, string>> {
  return {
    'household.created': i18n._('founded the household'),
    'household.changed': i18n._('changed the household'),
    'household.deleted': i18n._('deleted the household'),
    'member.joined': i18n._('joined'),
    'member.changed': i18n._('changed a member'),
    'member.left': i18n._('ended a membership'),
    'invitation.sent': i18n._('sent an invitation'),
    'invitation.changed': i18n._('changed an invitation'),
    'account.created': i18n._('added an account'),
    'account.changed': i18n._('changed an account'),
    'account.deleted': i18n._('deleted an account'),
    'account.reconciled': i18n._('compared an account with the bank'),
    'category.created': i18n._('added a category'),
    'category.changed': i18n._('changed a category'),
    'category.deleted': i18n._('deleted a category'),
    'tag.created': i18n._('added a tag'),
    'tag.changed': i18n._('changed a tag'),
    'tag.deleted': i18n._('deleted a tag'),
    'merchant.created': i18n._('added a merchant'),
    'merchant.changed': i18n._('changed a merchant'),
    'merchant.deleted': i18n._('deleted a merchant'),
    'transaction.created': i18n._('added an entry'),
    'transaction.changed': i18n._('changed an entry'),
    'transaction.deleted': i18n._('deleted an entry'),
    'transaction.restored': i18n._('took an entry out of the trash'),
    'transfer.linked': i18n._('linked a transfer'),
    'transfer.unlinked': i18n._('took a transfer apart'),
    'saved_search.created': i18n._('saved a search'),
    'saved_search.changed': i18n._('changed a saved search'),
    'saved_search.deleted': i18n._('forgot a saved search'),
    'exchange_rate.set': i18n._('set an exchange rate'),
    'rule.created': i18n._('added a rule'),
    'rule.changed': i18n._('changed a rule'),
    'rule.deleted': i18n._('deleted a rule'),
    'rule.applied': i18n._('applied a rule to the past'),
    'import.uploaded': i18n._('uploaded a file'),
    'import.read': i18n._('had a file read'),
    'import.changed': i18n._('changed an import'),
    'import.committed': i18n._('brought in a file'),
    'import.undone': i18n._('undid an import'),
    'import.discarded': i18n._('threw an import away'),
    'import_template.changed': i18n._('changed how files of a bank are read'),
    'data.exported': i18n._('exported data'),
    'permission.denied': i18n._('was refused'),
    ...ofChildren(),
    ...ofOthers(),
  };
}

function ofChildren(): Readonly<Record<string, string>> {
  return {
    'member.erased': i18n._('erased a former member'),
    'member.profile_changed': i18n._('changed their name or photo'),
    'child.sign_in_changed': i18n._('changed how a child signs in'),
    'child.session_alarmed': i18n._('noticed that the session of a child looks stolen'),
    'child.signed_in': i18n._('let a child in on a device'),
    'child.grown_up': i18n._('took the account over from the guardians'),
    'family_device.added': i18n._('made a family device'),
    'family_device.changed': i18n._('changed a family device'),
    'family_device.deleted': i18n._('removed a family device'),
    'invitation.deleted': i18n._('took an invitation back'),
  };
}

/** What people from outside of the household may see of it. */
function ofOthers(): Readonly<Record<string, string>> {
  return {
    'organisation.joined': i18n._('joined the household to an organisation'),
    'organisation.left': i18n._('ended that the household belongs to an organisation'),
    'organisation.sharing_changed': i18n._('changed what an organisation sees'),
    'staff_access.opened': i18n._('let staff look into the household'),
    'staff_access.read': i18n._('showed a page to staff'),
    'staff_access.ended': i18n._('ended the access of staff'),
  };
}

function manyDeeds(count: number): Readonly<Record<string, string>> {
  const values = { count };
  return {
    'transaction.created': i18n._('added {count} entries', values),
    'transaction.changed': i18n._('changed {count} entries', values),
    'transaction.deleted': i18n._('deleted {count} entries', values),
    'transaction.restored': i18n._('took {count} entries out of the trash', values),
    'category.created': i18n._('added {count} categories', values),
    'category.changed': i18n._('changed {count} categories', values),
    'rule.changed': i18n._('changed {count} rules', values),
    'exchange_rate.set': i18n._('set {count} exchange rates', values),
    'invitation.changed': i18n._('changed {count} invitations', values),
  };
}

/** What the feed can be narrowed to. */
export function kindsInOrder(): readonly { value: string; label: string }[] {
  return [
    { value: 'transaction', label: i18n._('Entries') },
    { value: 'account', label: i18n._('Accounts') },
    { value: 'category', label: i18n._('Categories') },
    { value: 'tag', label: i18n._('Tags') },
    { value: 'merchant', label: i18n._('Merchants') },
    { value: 'rule', label: i18n._('Rules') },
    { value: 'import', label: i18n._('Imports') },
    { value: 'membership', label: i18n._('Members') },
    { value: 'invitation', label: i18n._('Invitations') },
    { value: 'family_device', label: i18n._('Family devices') },
    { value: 'organisation', label: i18n._('Organisations') },
    { value: 'staff_access', label: i18n._('Staff access') },
    { value: 'household', label: i18n._('Household and exports') },
    { value: 'exchange_rate', label: i18n._('Exchange rates') },
    { value: 'route', label: i18n._('Refusals') },
  ];
}
