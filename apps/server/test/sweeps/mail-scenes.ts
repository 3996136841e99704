/** The links of mails, for the sweeps. */
import { addressHash, mailToken } from '../../src/identity/mail-addresses/mail-addresses.ts';
import type { Where } from './scenes.ts';

export const MAIL_MAKERS: Readonly<Record<string, (where: Where) => Promise<string>>> = {
  'mail/unsubscribe/:token': async (where) => await Promise.resolve(offToken(where)),
  'mail/one-click/:token': async (where) => await Promise.resolve(offToken(where)),
};

/** What the end of an invitation links to. */
function offToken({ world, person }: Where): string {
  const { ground } = world.program;
  const hash = addressHash(ground, `${person}@example.org`);
  return mailToken(ground, { purpose: 'unsubscribe', hash, topic: 'invitations', user: world.ids[person] });
}
