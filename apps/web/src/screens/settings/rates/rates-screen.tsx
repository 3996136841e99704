import { useLingui } from '@lingui/react';
import { ArrowRightLeft } from 'lucide-react';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { EmptyState, ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { NewRate } from './new-rate.tsx';
import { RateLine } from './rate-line.tsx';
import { RatesFile } from './rates-file.tsx';
import { useRates } from './use-rates.ts';

/** Exchange rates by day. An entry keeps the rate of its day, so that old sums never move. */
export function RatesScreen() {
  const { i18n } = useLingui();
  const { currency, may } = useHousehold();
  return (
    <Page
      title={i18n._('Exchange rates')}
      note={i18n._(
        'What other currencies are worth in {currency}, by day. An entry keeps the rate of its day.',
        { currency },
      )}
      narrow
    >
      <div className="space-y-4">
        {may('categories.manage') && (
          <>
            <NewRate />
            <RatesFile />
          </>
        )}
        <KnownRates />
      </div>
    </Page>
  );
}

function KnownRates() {
  const { i18n } = useLingui();
  const rates = useRates();
  const known = rates.data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <Card>
      <CardHeader title={i18n._('Rates, newest day first')} />
      {rates.isPending && <SkeletonRows />}
      {rates.isError && (
        <ProblemNote
          tone="close"
          title={i18n._('The rates could not be read')}
          action={<Button onClick={() => void rates.refetch()}>{i18n._('Try again')}</Button>}
        >
          {sayProblem(rates.error)}
        </ProblemNote>
      )}
      {rates.isSuccess && known.length === 0 && (
        <EmptyState icon={ArrowRightLeft} title={i18n._('No rates yet')}>
          {i18n._('They are needed only for accounts in other currencies.')}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {known.map((rate) => (
          <RateLine key={rate.id} rate={rate} />
        ))}
      </ul>
      {rates.hasNextPage && (
        <Button className="mt-3" busy={rates.isFetchingNextPage} onClick={() => void rates.fetchNextPage()}>
          {i18n._('Show older days')}
        </Button>
      )}
    </Card>
  );
}
