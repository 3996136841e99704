import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Cloud, CloudOff, RefreshCw, TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useOutbox, useSyncStatus } from '../offline/hooks.tsx';
import { cx } from '../ui/cx.ts';

const SessionOverLine = lazy(() =>
  import('./session-over-note.tsx').then((module) => ({ default: module.SessionOverLine })),
);

/** What waits and what needs a look, in one line; quiet when all is sent. Spoken once when it changes. */
export function SyncIndicator({ compact = false }: { compact?: boolean }) {
  const { i18n } = useLingui();
  const outbox = useOutbox();
  const status = useSyncStatus();
  const blocked = outbox.filter((operation) => operation.state === 'blocked').length;
  const waiting = outbox.length - blocked;
  const paused = status.contact === 'paused';
  const shown = look({ blocked, waiting, away: status.contact === 'missed', paused });
  if (status.signedOut)
    return (
      <div role="status">
        <Suspense>
          <SessionOverLine waiting={waiting} className={lineClass(compact, true)} compact={compact} />
        </Suspense>
      </div>
    );
  if (!shown) return <div role="status" className="sr-only" />;
  const Icon = shown.icon;
  const text = sentence();
  function sentence(): string {
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
    if (paused) return i18n._('The server asks for a moment. Your money is here all the same.');
    return i18n._('No signal. Your money is here all the same.');
  }
  // The live region stands around the link: a region within would leave the link without a name.
  return (
    <div role="status">
      <Link to="/sync" className={lineClass(compact, shown.urgent)}>
        <Icon aria-hidden size={18} className="shrink-0" />
        <span className={cx(compact && 'sr-only')}>{text}</span>
      </Link>
    </div>
  );
}

function lineClass(compact: boolean, urgent: boolean): string {
  return cx(
    'flex min-h-11 w-full items-center gap-2.5 rounded-button text-left text-sm text-ink-2 hover:text-ink',
    compact ? 'justify-center px-2.5' : 'px-3',
    urgent && 'font-semibold text-over-text hover:text-over-text',
  );
}

type Facts = { blocked: number; waiting: number; away: boolean; paused: boolean };

function look({ blocked, waiting, away, paused }: Facts) {
  if (blocked > 0) return { icon: TriangleAlert, urgent: true };
  if (waiting > 0) return { icon: away ? CloudOff : RefreshCw, urgent: false };
  if (paused) return { icon: Cloud, urgent: false };
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
