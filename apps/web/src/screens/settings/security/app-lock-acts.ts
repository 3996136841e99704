import { api, got } from '../../../api/client.ts';
import { forgetMarks, keepMinutes, type Minutes } from '../../identity/app-lock/keeping.ts';
import { dropLock, keepLock, type LockRecord, withCopy } from '../../identity/app-lock/lock-record.ts';
import { stand } from '../../identity/app-lock/stand.tsx';

/** Sets the lock of this device up, or anew. The server asks for a proof before it lets the device say so. */
export async function turnOn(user: string, way: LockRecord['way'], minutes: Minutes): Promise<void> {
  await got(api.POST('/session/app-lock/', { body: { on: true } }));
  await withCopy(user, async (copy) => await keepLock(copy, way));
  await changeMinutes(user, minutes);
}

export async function changeMinutes(user: string, minutes: Minutes): Promise<void> {
  keepMinutes(user, minutes);
  await stand(user, 'told');
}

/** The server hears it first: it must never believe in a lock that is not there. */
export async function turnOff(user: string): Promise<void> {
  await got(api.POST('/session/app-lock/', { body: { on: false } }));
  await withCopy(user, dropLock);
  forgetMarks(user);
  await stand(user, 'told');
}
