import { type Coming, LOCK_MARK } from './app-lock.ts';
import { recall } from './device.ts';

/** Comes back when nothing is in the way: at once without an app lock, and otherwise once it is open. */
export async function guard(how: Coming): Promise<void> {
  const user = recall('kw_user');
  if (user !== undefined && recall(LOCK_MARK + user) !== undefined)
    await (await import('../screens/identity/app-lock/stand.tsx')).stand(user, how);
}
