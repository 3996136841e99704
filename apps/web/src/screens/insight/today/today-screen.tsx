import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { lazy, Suspense } from 'react';
import { useFirstLoad } from '../../../offline/hooks.tsx';
import { useTransactions } from '../../../offline/use-transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { useSomeone } from '../../../shell/session.ts';
import { Card } from '../../../ui/card.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { Skeleton, SkeletonRows } from '../../../ui/states.tsx';
import { useIsWide } from '../../../ui/use-is-wide.ts';
import { Hero } from './hero.tsx';
import { type TodayFigures, useDashboard, useTodayFigures } from './use-today.ts';

// The hero stands at once; what is around it is asked for at the same moment and takes its place a breath later.
const parts = {
  balances: import('./balances.tsx'),
  latest: import('./latest.tsx'),
  month: import('./month-card.tsx'),
  needs: import('./needs-you.tsx'),
};
const Balances = lazy(() => parts.balances.then((module) => ({ default: module.Balances })));
const Latest = lazy(() => parts.latest.then((module) => ({ default: module.Latest })));
const MonthCard = lazy(() => parts.month.then((module) => ({ default: module.MonthCard })));
const NeedsYou = lazy(() => parts.needs.then((module) => ({ default: module.NeedsYou })));
const WorthCard = lazy(() => import('./worth-card.tsx').then((module) => ({ default: module.WorthCard })));
const CashFlowCard = lazy(() =>
  import('./cash-flow-card.tsx').then((module) => ({ default: module.CashFlowCard })),
);
const FirstSteps = lazy(() => import('./first-steps.tsx').then((module) => ({ default: module.FirstSteps })));

const RAIL = '(min-width: 80rem)';

/** How things stand today. Everything on it comes from the local copy at once; the server adds the long view. */
export function TodayScreen() {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { me } = useSomeone();
  const { today } = useHousehold();
  const figures = useTodayFigures();
  const { count } = useTransactions();
  const loading = useFirstLoad();
  const hello = (
    <>
      <span lang="mi">Kia ora</span>, {me.first_name}
    </>
  );
  const frame = { title: hello, note: formatDay(today, 'long', locale) };
  if (!figures || count === undefined || (loading !== false && count === 0)) {
    return (
      <Page {...frame}>
        <Waiting />
      </Page>
    );
  }
  if (count === 0) {
    return (
      <Page {...frame}>
        <Suspense>
          <FirstSteps hasAccount={figures.accounts.length > 0} />
        </Suspense>
        <p className="sr-only" role="status">
          {i18n._('No entries yet')}
        </p>
      </Page>
    );
  }
  return <Shown frame={frame} figures={figures} />;
}

type ShownProps = {
  frame: { title: React.ReactNode; note: string };
  figures: TodayFigures;
};

function Shown({ frame, figures }: ShownProps) {
  const { may } = useHousehold();
  const dashboard = useDashboard();
  const wide = useIsWide(RAIL);
  const needs = (
    <Suspense fallback={<Place className="h-[98px]" />}>
      <NeedsYou needs={dashboard.data?.needs_you} unsorted={figures.unsorted} />
    </Suspense>
  );
  const latest = (
    <Suspense fallback={<Place className="h-[404px]" />}>
      <Latest />
    </Suspense>
  );
  const balances = (
    <Suspense fallback={<Place className="h-[396px]" />}>
      <Balances figures={figures} />
    </Suspense>
  );
  const rail = wide && (
    <>
      {needs}
      {latest}
      {balances}
    </>
  );
  return (
    <Page {...frame} rail={rail}>
      <div className="space-y-4">
        <Hero figures={figures} />
        {!wide && needs}
        {!wide && latest}
        <Suspense fallback={<Place className="h-[450px]" />}>
          <MonthCard figures={figures} />
        </Suspense>
        {!wide && balances}
        {may('reports.view') && (
          <>
            <Suspense fallback={<Place className="h-[330px]" />}>
              <WorthCard worth={figures.worth} />
            </Suspense>
            <Suspense fallback={<Place className="h-[370px]" />}>
              <CashFlowCard
                flows={dashboard.data?.cash_flow}
                local={dashboard.isError && !dashboard.data}
                now={figures.month}
              />
            </Suspense>
          </>
        )}
      </div>
    </Page>
  );
}

function Place({ className }: { className: string }) {
  return <Card className={className} />;
}

function Waiting() {
  return (
    <div className="space-y-4" aria-hidden>
      <Card className="h-44">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="mt-4 h-12 w-56" />
      </Card>
      <Card>
        <SkeletonRows rows={6} />
      </Card>
    </div>
  );
}
