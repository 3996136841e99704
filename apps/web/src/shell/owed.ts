import { sendWithCookie } from '../api/session.ts';
import { remember } from './device.ts';

/** That the server has not heard yet of somebody who signed out here. */
export const OWED = 'kw_owed';

/** Tells the server that whoever sat here has gone. What it cannot hear is owed. */
export async function tellSignOut(): Promise<void> {
  const status = await sendWithCookie('auth/logout/').then(
    (answer) => answer.status,
    () => 503,
  );
  remember(OWED, status < 500 ? undefined : 'yes');
}
