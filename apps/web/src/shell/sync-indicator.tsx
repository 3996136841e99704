import { useLingui } from '@lingui/react';
import { Link, useRouterState } from '@tanstack/react-router';
import { Cloud, CloudOff, LogIn, RefreshCw, TriangleAlert } from 'lucide-react';
import { useOutbox, useSyncStatus } from '../offline/hooks.tsx';
import { cx } from '../ui/cx.ts';
import { useSomeone } from './session.ts';
import { askToSignIn } from './session-over.ts';

/** What waits and what needs a look, in one line; quiet when all is sent. Spoken once when it changes. */
export function SyncIndicator({ compact = false }: { compact?: boolean }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const here = useRouterState({ select: (state) => state.location.href });
  const outbox = useOutbox();
  const status = useSyncStatus();
  const blocked = outbox.filter((operation) => operation.state === 'blocked').length;
  const waiting = outbox.length - blocked;
  const shown = look({ blocked, waiting, signedOut: status.signedOut, away: status.contact === 'missed' });
  if (!shown) return <div role="status" className="sr-only" />;
  const Icon = shown.icon;
  const text = sentence();
  function sentence(): string {
    if (status.signedOut)
      return waiting > 0 ? i18n._('Sign in again to send your changes') : i18n._('Sign in again');
    if (blocked > 0)
      return i18n._('{count, plural, one {# change needs a look} other {# changes need a look}}', {
        count: blocked,
      });
    if (waiting > 0 && status.contact === 'missed') {
      return i18n._(
        '{count, plural, one {# change waiting for signal} other {# changes waiting for signal}}',
        { count: waiting },
      );
    }
    if (waiting > 0)
      return i18n._('{count, plural, one {# change waiting} other {# changes waiting}}', { count: waiting });
    return i18n._('No signal. Your money is here all the same.');
  }
  const face = {
    className: cx(
      'flex min-h-11 w-full items-center gap-2.5 rounded-button text-left text-sm text-ink-2 hover:text-ink',
      compact ? 'justify-center px-2.5' : 'px-3',
      shown.urgent && 'font-semibold text-over-text hover:text-over-text',
    ),
    children: (
      <>
        <Icon aria-hidden size={18} className="shrink-0" />
        <span className={cx(compact && 'sr-only')}>{text}</span>
      </>
    ),
  };
  // The live region stands around the link: a region within would leave the link without a name.
  return (
    <div role="status">
      {status.signedOut && !me.guarded ? (
        <button type="button" {...face} onClick={() => void askToSignIn()} />
      ) : (
        <Link {...face} {...(status.signedOut ? { to: '/sign-in', search: { next: here } } : { to: '/sync' })} />
      )}
    </div>
  );
}

type Facts = { blocked: number; waiting: number; signedOut: boolean; away: boolean };

function look({ blocked, waiting, signedOut, away }: Facts) {
  if (signedOut) return { icon: LogIn, urgent: true };
  if (blocked > 0) return { icon: TriangleAlert, urgent: true };
  if (waiting > 0) return { icon: away ? CloudOff : RefreshCw, urgent: false };
  return away ? { icon: CloudOff, urgent: false } : undefined;
}

/** Beside a row that is not with the server yet. */
export function WaitingMark({ blocked = false }: { blocked?: boolean }) {
  const { i18n } = useLingui();
  const Icon = blocked ? TriangleAlert : Cloud;
  const text = blocked ? i18n._('Needs a look') : i18n._('Saved on this device');
  return (
    <span className={cx('inline-flex items-center gap-1 text-sm', blocked ? 'text-over-text' : 'text-ink-3')}>
      <Icon aria-hidden size={14} />
      {text}
    </span>
  );
}
