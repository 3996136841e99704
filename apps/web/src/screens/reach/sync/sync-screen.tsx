import { useLingui } from '@lingui/react';
import { CloudCheck, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { instantMs } from '../../../clock.ts';
import { useFact, useOffline, useOutbox, useSyncStatus } from '../../../offline/hooks.tsx';
import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { describe } from './describe.ts';
import { loadAnew, type Loaded, whyNotAnew } from './load-anew.ts';
import { StorageCard } from './storage-card.tsx';

/** Honesty about what is here only: what waits, what needs a look, when the server was last reached. */
export function SyncScreen() {
  const { i18n } = useLingui();
  const { sync } = useOffline();
  const outbox = useOutbox();
  const status = useSyncStatus();
  const blocked = outbox.filter((operation) => operation.state === 'blocked');
  const waiting = outbox.filter((operation) => operation.state !== 'blocked');
  return (
    <Page
      title={i18n._('Sync')}
      narrow
      actions={
        <Button icon={RefreshCw} busy={status.phase === 'working'} onClick={() => void sync.syncNow()}>
          {i18n._('Sync now')}
        </Button>
      }
    >
      <div className="space-y-4">
        {blocked.length > 0 && (
          <section className="space-y-3">
            <h2 className="text-lg">{i18n._('Needs a look')}</h2>
            {blocked.map((operation) => (
              <ConflictCard key={operation.seq} operation={operation} />
            ))}
          </section>
        )}
        {(waiting.length > 0 || blocked.length === 0) && (
          <Card>
            {waiting.length === 0 ? (
              <EmptyState icon={CloudCheck} title={i18n._('Everything is sent')}>
                <LastSync />
              </EmptyState>
            ) : (
              <>
                <CardHeader title={i18n._('Waiting to be sent')} note={<LastSync />} />
                <ol className="divide-y divide-line">
                  {waiting.map((operation) => (
                    <li key={operation.seq} className="flex items-baseline justify-between gap-3 py-2.5">
                      <span className="min-w-0 truncate">{describe(operation)}</span>
                      {operation.tries > 0 && (
                        <span className="shrink-0 text-sm text-ink-3">
                          {i18n._('{count, plural, one {tried once} other {tried # times}}', {
                            count: operation.tries,
                          })}
                        </span>
                      )}
                    </li>
                  ))}
                </ol>
              </>
            )}
          </Card>
        )}
        <StorageCard />
        <ResetCopy />
      </div>
    </Page>
  );
}

function LastSync() {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const household = useHousehold();
  const at = useFact<string>('synced_at');
  if (at === undefined) return i18n._('The server has not been reached yet.');
  const time = formatTime(instantMs(at), household.time_zone, locale);
  const day = dayAt(instantMs(at), household.time_zone);
  if (day === household.today) return i18n._('Last in step with the server at {time}.', { time });
  return i18n._('Last in step with the server: {day}, {time}.', {
    day: formatNearDay(day, household.today, locale),
    time,
  });
}

/** Reads the household anew from the server. */
function ResetCopy() {
  const { i18n } = useLingui();
  const offline = useOffline();
  const [busy, setBusy] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>();
  async function reset() {
    setBusy(true);
    setLoaded(undefined);
    setLoaded(await loadAnew(offline));
    setBusy(false);
  }
  return (
    <Card>
      <CardHeader title={i18n._('The copy on this device')} />
      <p className="text-ink-2">
        {i18n._(
          'If figures look wrong here but right elsewhere, load the household anew. What waits to be sent stays.',
        )}
      </p>
      <SignalButton className="mt-3" busy={busy} onClick={() => void reset()}>
        {i18n._('Load anew')}
      </SignalButton>
      <p role="status" className="mt-3 text-close-text empty:hidden">
        {loaded && whyNotAnew(loaded)}
      </p>
    </Card>
  );
}
