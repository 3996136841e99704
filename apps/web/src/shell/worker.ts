import { i18n } from '@lingui/core';
import { showToast } from '../ui/toast-queue.ts';
import { sessionNow } from './session.ts';

type Policy = { readonly createScriptURL: (address: string) => string };
type TrustedTypes = { readonly createPolicy: (name: string, rules: Policy) => Policy };

const WORKER = '/service-worker.js';

/**
 * Registers the worker that lets the app start without signal. A new version waits until the person takes it: code is
 * never swapped under a half-filled form.
 */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  // The app is there without it; it comes after the first screen.
  const { Workbox } = await import('workbox-window');
  // A page with Trusted Types takes the address of a script only from a policy.
  const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = trusted?.createPolicy('kinwise', {
    createScriptURL: (address) => (address === WORKER ? address : ''),
  });
  const worker = new Workbox(policy ? policy.createScriptURL(WORKER) : WORKER);
  let wanted = false;
  worker.addEventListener('waiting', () =>
    showToast({
      title: i18n._('A new version is ready'),
      timeout: 0,
      action: {
        label: i18n._('Reload'),
        onPress: () => {
          wanted = true;
          void whenQuiet().then(() => worker.messageSkipWaiting());
        },
      },
    }),
  );
  worker.addEventListener('controlling', () => wanted && window.location.reload());
  void worker.register().catch(() => undefined);
}

/** Waits until the outbox is not being sent at this moment. */
async function whenQuiet(): Promise<void> {
  const session = sessionNow();
  if (session.kind === 'someone' && session.sync.status().phase === 'working') await session.sync.syncNow();
}
