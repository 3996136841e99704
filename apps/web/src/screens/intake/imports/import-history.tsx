import type { Import } from '@kinwise/api-client/schema';
import { formatNearDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { ChevronRight, FileCheck2, FileClock, FileSpreadsheet, FileX2, Undo2 } from 'lucide-react';
import { dayAt } from '@kinwise/core/days';
import { instantMs } from '../../../clock.ts';
import { useHousehold } from '../../../shell/household.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { useImports } from './use-import.ts';
import { formatName, statusName } from './words.ts';

/** What came in before, newest first; what waits for a look stands above it. */
export function ImportHistory() {
  const { i18n } = useLingui();
  const imports = useImports();
  if (imports.isPending) return <SkeletonRows rows={3} />;
  if (imports.isError) {
    return (
      <ProblemNote
        tone="close"
        title={i18n._('The list of imports could not be read')}
        action={<Button onClick={() => void imports.refetch()}>{i18n._('Try again')}</Button>}
      >
        {sayProblem(imports.error)}
      </ProblemNote>
    );
  }
  const open = imports.data.filter(
    (one) => one.status === 'preview' || one.status === 'reading' || one.status === 'committing',
  );
  const past = imports.data.filter((one) => !open.includes(one));
  if (imports.data.length === 0) {
    return (
      <Card>
        <EmptyState icon={FileSpreadsheet} title={i18n._('Nothing brought in yet')}>
          {i18n._(
            'Every file that you bring in stands here, with what came of it. Any of them can be undone.',
          )}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      {open.length > 0 && <List title={i18n._('Not finished')} imports={open} />}
      {past.length > 0 && <List title={i18n._('Earlier imports')} imports={past} />}
    </>
  );
}

function List({ title, imports }: { title: string; imports: readonly Import[] }) {
  return (
    <Card>
      <CardHeader title={title} />
      <ul className="-mx-2 divide-y divide-line">
        {imports.map((one) => (
          <li key={one.id}>
            <Line one={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line({ one }: { one: Import }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const household = useHousehold();
  const { icon, tone } = LOOKS[one.status];
  const at = one.undone_at ?? one.committed_at ?? one.created_at;
  const day =
    at &&
    formatNearDay(dayAt(instantMs(at), household.time_zone), household.today, { ...locale, style: 'short' });
  const from = [one.bank, formatName(one.format)].filter(Boolean).join(' · ');
  const count =
    one.status === 'failed'
      ? one.refusal?.message
      : i18n._('{count, plural, one {# row} other {# rows}}', { count: one.counts.total });
  return (
    <Link
      to="/import/$id"
      params={{ id: one.id }}
      className="flex min-h-14 items-center gap-3 rounded-button px-2 py-2.5 transition-colors hover:bg-sunk"
    >
      <IconTile icon={icon} tone={tone} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{one.file_name}</span>
        <span className="block truncate text-sm text-ink-3">{[from, count].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="shrink-0 text-right text-sm">
        <span className="block text-ink-2">{statusName(one.status)}</span>
        <span className="block text-ink-3">{day}</span>
      </span>
      <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-3" />
    </Link>
  );
}

const LOOKS = {
  reading: { icon: FileClock, tone: 'sky' },
  preview: { icon: FileClock, tone: 'close' },
  committing: { icon: FileClock, tone: 'sky' },
  committed: { icon: FileCheck2, tone: 'good' },
  undone: { icon: Undo2, tone: 'plain' },
  failed: { icon: FileX2, tone: 'plain' },
} as const;
