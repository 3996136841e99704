import { i18n } from '@lingui/core';
import { showToast } from '../ui/toast-queue.ts';

/** The device is out of room, or the browser refuses to keep anything on it. */
export function sayUnkept(): void {
  showToast({
    title: i18n._('This could not be kept on the device'),
    description: i18n._('Its storage is full, or the browser refuses it. Make room, then do it again.'),
    tone: 'over',
    timeout: 0,
  });
}
