import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { Logo } from '../shell/logo.tsx';
import { codeOf, sayProblem } from '../shell/say-problem.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { stay } from './presence.ts';

/** Why the portal does not open, and what to do about it. */
export function ClosedDoor({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const { i18n } = useLingui();
  const code = codeOf(error);
  const isAway = code === 'AUTH_1001' || code === 'AUTH_1003';
  const titles: Readonly<Record<string, string>> = {
    AUTH_1001: i18n._('Sign in first'),
    AUTH_1003: i18n._('Sign in first'),
    AUTH_1031: i18n._('Are you still there?'),
    AUTH_1050: i18n._('Set up a second factor first'),
    AUTH_1051: i18n._('Sign in with your second factor'),
    RESOURCE_3001: i18n._('This is for the people who run this KinWise'),
  };
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-8">
      <Logo />
      <Card className="space-y-4">
        <h1 id="page-title" tabIndex={-1} className="text-xl outline-none">
          {titles[code ?? ''] ?? i18n._('The staff portal did not open')}
        </h1>
        <p className="text-ink-2">
          {isAway
            ? i18n._('The staff portal opens with your own account, and with its second factor.')
            : sayProblem(error)}
        </p>
        <WayOn code={code} onAgain={onAgain} />
      </Card>
    </main>
  );
}

function WayOn({ code, onAgain }: { code: string | undefined; onAgain: () => void }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const goOn = async () => {
    await stay();
    await queries.resetQueries();
  };
  if (code === 'AUTH_1001' || code === 'AUTH_1003')
    return (
      <a href="/sign-in?next=/admin/" className={buttonClass('primary')}>
        {i18n._('Sign in')}
      </a>
    );
  if (code === 'AUTH_1031')
    return (
      <Button kind="primary" onClick={() => void goOn()}>
        {i18n._('Go on')}
      </Button>
    );
  if (code === 'AUTH_1050')
    return (
      <a href="/settings/security" className={buttonClass('primary')}>
        {i18n._('Open Settings, Security')}
      </a>
    );
  if (code === 'AUTH_1051' || code === 'RESOURCE_3001')
    return (
      <a href="/" className={buttonClass()}>
        {i18n._('Back to KinWise')}
      </a>
    );
  return <Button onClick={onAgain}>{i18n._('Try again')}</Button>;
}
