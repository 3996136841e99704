import { useLingui } from '@lingui/react';
import { Link, Outlet } from '@tanstack/react-router';
import { Logo } from '../../shell/logo.tsx';
import { useSession } from '../../shell/session.ts';
import { buttonClass } from '../../ui/button.tsx';

/** The frame of what everybody may read, signed in or not. */
export function ReadingFrame() {
  const { i18n } = useLingui();
  const session = useSession();
  const someone = session.kind === 'someone';
  return (
    <div className="min-h-dvh">
      <header className="mx-auto flex max-w-3xl items-center justify-between gap-4 px-4 pt-5 sm:px-6">
        <Logo />
        <Link to={someone ? '/' : '/sign-in'} className={buttonClass('quiet', 'small')}>
          {someone ? i18n._('Back to KinWise') : i18n._('Sign in')}
        </Link>
      </header>
      <main className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6">
        <Outlet />
      </main>
    </div>
  );
}
