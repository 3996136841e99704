import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useUiSettings } from '../ui/settings.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useDayClock } from './household.ts';
import { sayProblem } from './say-problem.ts';
import { refreshMe, useSomeone } from './session.ts';
import { useSignOut } from './use-sign-out.tsx';

/** Where one may go without having agreed: to read, to take a copy along, to leave. */
const FREE = ['/settings/privacy', '/terms', '/privacy'];

/** A new version of the terms or the privacy policy. It can wait until the day from which it holds. */
export function AskedPapers() {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useDayClock();
  const { me } = useSomeone();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [later, setLater] = useState(false);
  const leaving = useSignOut();
  const papers = me.asked_to_accept;
  const first = papers.map((one) => one.accept_by).sort()[0] ?? today;
  const mustBeNow = first <= today;
  const accept = useMutation({
    mutationFn: async () => {
      for (const { document, version } of papers)
        await got(api.POST('/privacy/acceptances/', { body: { document, version } }));
      await refreshMe();
    },
  });
  return (
    <Sheet
      open={papers.length > 0 && !(later && !mustBeNow) && !FREE.includes(path)}
      onClose={() => setLater(true)}
      fixed={mustBeNow}
      title={i18n._('Something new to agree to')}
      actions={
        <>
          <Button kind="primary" className="flex-1" busy={accept.isPending} onClick={() => accept.mutate()}>
            {i18n._('I agree')}
          </Button>
          {mustBeNow ? (
            <Button onClick={() => void leaving.begin()}>{i18n._('Sign out')}</Button>
          ) : (
            <Button onClick={() => setLater(true)}>{i18n._('Later')}</Button>
          )}
        </>
      }
    >
      <div className="space-y-4">
        <p className="text-ink-2">
          {mustBeNow
            ? i18n._('There is a new version, and it holds by now. Please read it and agree to go on.')
            : i18n._('There is a new version. It holds from {day}; until then you can take your time.', {
                day: formatDay(first, 'date', locale),
              })}
        </p>
        <ul className="space-y-2">
          {papers.map(({ document, title, version }) => (
            <li key={document}>
              <Link
                to={document === 'terms' ? '/terms' : '/privacy'}
                className="font-semibold text-brand-text underline underline-offset-4"
              >
                {title}
              </Link>{' '}
              <span className="text-sm text-ink-3">{i18n._('Version {version}', { version })}</span>
            </li>
          ))}
        </ul>
        <p className="text-sm text-ink-3">
          {i18n._('You do not agree? Then you can take a copy of your data, and leave.')}{' '}
          <Link to="/settings/privacy" className="font-semibold text-brand-text underline underline-offset-4">
            {i18n._('To Privacy')}
          </Link>
        </p>
        {accept.isError && (
          <ProblemNote title={i18n._('It was not noted')}>{sayProblem(accept.error)}</ProblemNote>
        )}
      </div>
      {leaving.question}
    </Sheet>
  );
}
