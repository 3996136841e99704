import { useLingui } from '@lingui/react';
import { Link, useRouterState } from '@tanstack/react-router';
import { MailX } from 'lucide-react';
import { buttonClass } from '../ui/button.tsx';

/** Above the screen, never over it: that mail does not arrive, which somebody should know before they need it. */
export function MailNote() {
  const { i18n } = useLingui();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // There it says so itself, with the cure.
  if (path === '/settings/profile') return null;
  return (
    <div className="mx-auto flex max-w-[1204px] px-4 pt-4 sm:px-6">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-3 rounded-cell border border-close-line bg-close-soft p-4">
        <div className="flex min-w-0 flex-1 basis-72 items-start gap-3">
          <MailX aria-hidden size={20} className="mt-0.5 shrink-0 text-close-text" />
          <div className="min-w-0 flex-1">
            <p className="font-semibold text-close-text">{i18n._('Mail does not reach you')}</p>
            <p className="text-ink-2">
              {i18n._('If you forgot your password, the mail with a new one would not arrive.')}
            </p>
          </div>
        </div>
        <Link to="/settings/profile" className={buttonClass('secondary')}>
          {i18n._('Look at it')}
        </Link>
      </div>
    </div>
  );
}
