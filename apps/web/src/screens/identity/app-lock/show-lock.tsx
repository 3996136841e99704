import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UiProvider } from '../../../ui/settings.tsx';
import { i18n } from '../../../words/words.ts';
import { LockScreen } from './lock-screen.tsx';
import { takeAway } from './out-of-sight.ts';

/**
 * Takes the page away and shows the lock in its place, until it is opened here or in another tab. True where it was here.
 * It has a root of its own: nothing of the app's own tree is drawn again because of it.
 */
export async function showLock(user: string, isShut: () => boolean): Promise<boolean> {
  const host = document.createElement('div');
  host.className = 'fixed inset-0 z-50 overflow-y-auto bg-bg';
  const title = document.title;
  const bringBack = takeAway(host);
  const unhear = hearOnly(host);
  const root = createRoot(host);
  const mine = await new Promise<boolean>((resolve) => {
    document.title = [i18n._('Locked'), 'KinWise'].join(' · ');
    const elsewhere = () => {
      if (isShut()) return;
      window.removeEventListener('storage', elsewhere);
      window.removeEventListener('focus', elsewhere);
      resolve(false);
    };
    window.addEventListener('storage', elsewhere);
    window.addEventListener('focus', elsewhere);
    root.render(
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <UiProvider
            locale={{ tag: 'en-NZ' }}
            words={{ showPassword: i18n._('Show password'), hidePassword: i18n._('Hide password') }}
          >
            <LockScreen
              user={user}
              onOpen={() => {
                window.removeEventListener('storage', elsewhere);
                window.removeEventListener('focus', elsewhere);
                resolve(true);
              }}
            />
          </UiProvider>
        </I18nProvider>
      </StrictMode>,
    );
  });
  unhear();
  root.unmount();
  document.title = title;
  bringBack();
  return mine;
}

/** Keys go to the lock alone: the app's own shortcuts would act behind it. */
function hearOnly(host: HTMLElement): () => void {
  const before = (event: KeyboardEvent) => {
    if (event.target instanceof Node && host.contains(event.target)) return;
    event.stopImmediatePropagation();
    // Who types without looking where types into the lock.
    host.querySelector('input')?.focus();
  };
  const after = (event: KeyboardEvent) => event.stopPropagation();
  window.addEventListener('keydown', before, { capture: true });
  host.addEventListener('keydown', after);
  return () => {
    window.removeEventListener('keydown', before, { capture: true });
    host.removeEventListener('keydown', after);
  };
}
