import { useLingui } from '@lingui/react';
import { Link, Outlet } from '@tanstack/react-router';
import { LogOut, Plus, Settings } from 'lucide-react';
import { Button, buttonClass } from '../ui/button.tsx';
import { FrameNotes, Questions, SkipLink, useFocusOnNewScreen } from './frame-parts.tsx';
import { useKeyboard } from './keys.ts';
import { Logo } from './logo.tsx';
import { useSignOut } from './use-sign-out.tsx';

/** The frame of a person without a household: what concerns them alone, the way to a household, and the way out. */
export function OwnFrame() {
  const { i18n } = useLingui();
  const leaving = useSignOut();
  useKeyboard();
  useFocusOnNewScreen();
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header className="mx-auto flex max-w-[1204px] flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-6">
        <Logo />
        <nav
          aria-label={i18n._('Main')}
          className="-mx-3 flex flex-1 flex-wrap items-center gap-x-2 max-sm:order-last max-sm:basis-full sm:justify-end"
        >
          <Link to="/settings" className={buttonClass('quiet', 'small')}>
            <Settings aria-hidden size={16} />
            {i18n._('Settings')}
          </Link>
          <Link to="/welcome" className={buttonClass('quiet', 'small')}>
            <Plus aria-hidden size={16} />
            {i18n._('Set up a household')}
          </Link>
        </nav>
        <Button kind="quiet" size="small" icon={LogOut} onClick={() => void leaving.begin()}>
          {i18n._('Sign out')}
        </Button>
      </header>
      <main id="content" className="pb-[env(safe-area-inset-bottom)]">
        <FrameNotes />
        <Outlet />
      </main>
      <Questions />
      {leaving.question}
    </div>
  );
}
