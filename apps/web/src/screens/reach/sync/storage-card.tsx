import { formatCount } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { ENTITY_NAMES } from '../../../offline/entities.ts';
import { rowsOf } from '../../../offline/database.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';

/** How much of the household lies on this device, and whether the browser may clear it. */
export function StorageCard() {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { copy, household } = useOffline();
  const rows = useLiveQuery(async () => {
    const counts = ENTITY_NAMES.map((name) =>
      rowsOf(copy, name).where('household').equals(household).count(),
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }, [copy, household]);
  const storage = useQuery({ queryKey: ['storage'], queryFn: measure, staleTime: 0, retry: false });
  const facts: [string, string][] = [
    [i18n._('Rows of this household'), rows === undefined ? '…' : formatCount(rows, locale)],
  ];
  if (storage.data?.used !== undefined) facts.push([i18n._('Room taken'), megabytes(storage.data.used)]);
  if (storage.data) {
    facts.push([
      i18n._('Kept by the browser'),
      storage.data.kept
        ? i18n._('until you sign out')
        : i18n._('as long as it finds room; install the app to be sure'),
    ]);
  }
  return (
    <Card>
      <CardHeader title={i18n._('Storage')} />
      <dl className="divide-y divide-line">
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 py-2.5">
            <dt className="text-ink-3">{name}</dt>
            <dd className="kw-tnum text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Browsers on plain HTTP have no storage manager, and some keep the figure to themselves. */
async function measure(): Promise<{ used: number | undefined; kept: boolean }> {
  const manager = (navigator as { storage?: StorageManager }).storage;
  const used = (await manager?.estimate?.())?.usage;
  const kept = (await manager?.persisted?.()) ?? false;
  return { used, kept };
}

function megabytes(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.round(bytes / 104_857.6) / 10} MB`;
}
