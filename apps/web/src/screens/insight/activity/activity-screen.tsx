import type { AuditEntry } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { useLingui } from '@lingui/react';
import { getRouteApi } from '@tanstack/react-router';
import { Download, FileJson, FileSpreadsheet, History, ShieldX } from 'lucide-react';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DayHeading } from '../../../ui/day-heading.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityLine } from './activity-line.tsx';
import { activitySearch, type ActivitySearch } from './search.ts';
import { useActivity, useActivityFile } from './use-activity.ts';

const route = getRouteApi('/app/household/activity');

/** Who did what in the household, day by day. For admins. */
export function ActivityScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const search = activitySearch(route.useSearch());
  const navigate = route.useNavigate();
  if (!household.may('audit.view')) {
    return (
      <Page title={i18n._('Activity')}>
        <EmptyState icon={ShieldX} title={i18n._('This is for admins')}>
          {i18n._(
            'Admins of the household see who did what. Of each entry you find the history in its details.',
          )}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={i18n._('Activity')}
      note={i18n._('Who did what in {household}, field by field.', { household: household.name })}
      actions={<ExportButton search={search} />}
    >
      <div className="space-y-4">
        <Card>
          <ActivityFilters
            search={search}
            onChange={(next) => void navigate({ search: next, replace: true })}
          />
        </Card>
        <Feed search={search} />
      </div>
    </Page>
  );
}

function Feed({ search }: { search: ActivitySearch }) {
  const { i18n } = useLingui();
  const { today } = useHousehold();
  const activity = useActivity(search);
  const entries = activity.data?.pages.flatMap((page) => page.results) ?? [];
  const isFiltered = Object.keys(search).length > 0;
  return (
    <Card className="pt-1">
      {activity.isPending && <SkeletonRows rows={6} />}
      {activity.isError && (
        <div className="pt-4">
          <ProblemNote
            tone="close"
            title={i18n._('The activity could not be read')}
            action={<Button onClick={() => void activity.refetch()}>{i18n._('Try again')}</Button>}
          >
            {sayProblem(activity.error)}
          </ProblemNote>
        </div>
      )}
      {activity.isSuccess && entries.length === 0 && (
        <EmptyState
          icon={History}
          title={isFiltered ? i18n._('Nothing found') : i18n._('Nothing happened yet')}
        >
          {isFiltered
            ? i18n._('Take a filter away, or choose other days.')
            : i18n._('Every change of the household’s money and people will stand here, with who made it.')}
        </EmptyState>
      )}
      {byDay(entries).map(({ on, rows }) => (
        <section key={on}>
          <DayHeading on={on} today={today} />
          <ul className="divide-y divide-line">
            {rows.map((entry) => (
              <ActivityLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {activity.hasNextPage && (
        <Button
          className="mt-4"
          busy={activity.isFetchingNextPage}
          onClick={() => void activity.fetchNextPage()}
        >
          {i18n._('Show older')}
        </Button>
      )}
    </Card>
  );
}

function ExportButton({ search }: { search: ActivitySearch }) {
  const { i18n } = useLingui();
  const { today } = useHousehold();
  const file = useActivityFile(search, today);
  const onError = (error: unknown) =>
    showToast({ title: i18n._('It was not exported'), description: sayProblem(error), tone: 'over' });
  return (
    <MenuButton
      heading={i18n._('What the filters find')}
      trigger={
        <Button icon={Download} busy={file.isPending}>
          {i18n._('Export')}
        </Button>
      }
      entries={[
        {
          label: i18n._('Table (CSV)'),
          note: i18n._('For spreadsheets'),
          icon: FileSpreadsheet,
          onSelect: () => file.mutate('csv', { onError }),
        },
        {
          label: i18n._('Data (JSON)'),
          note: i18n._('For programs'),
          icon: FileJson,
          onSelect: () => file.mutate('json', { onError }),
        },
      ]}
    />
  );
}

/** Entries come newest first, so that a day is one run of them. */
function byDay(entries: readonly AuditEntry[]): { on: Day; rows: AuditEntry[] }[] {
  const days: { on: Day; rows: AuditEntry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.on === entry.on) last.rows.push(entry);
    else days.push({ on: entry.on, rows: [entry] });
  }
  return days;
}
