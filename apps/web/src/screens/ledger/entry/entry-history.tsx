import type { EntryStep } from '@kinwise/api-client/schema';
import { formatDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { CloudOff, History } from 'lucide-react';
import type { ReactNode } from 'react';
import { instantMs, todayIn } from '../../../clock.ts';
import { useOutbox } from '../../../offline/hooks.tsx';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { Button } from '../../../ui/button.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ChangeList } from '../../insight/changes/change-list.tsx';
import { useEntryWords } from '../parts/entry-words.ts';
import type { LedgerFacts } from '../parts/facts.ts';
import { stepWords } from './step-words.ts';
import { useEntrySteps } from './use-entry-steps.ts';

/**
 * Who changed what of the entry, field by field, and what of it still waits to be sent; newest first. Without signal
 * stands what the local copy knows: where it comes from, and when it was last changed.
 */
export function EntryHistory({ found, facts }: { found: FoldedTransaction; facts: LedgerFacts }) {
  const { i18n } = useLingui();
  const when = useWhen();
  const waiting = useOutbox().filter((operation) => operation.entityId === found.id);
  const steps = useEntrySteps(found.id, found.version);
  return (
    <section>
      <h3 className="flex items-center gap-2 text-base">
        <History aria-hidden size={16} className="text-ink-3" />
        {i18n._('History')}
      </h3>
      <ol className="mt-3 space-y-3.5 border-l-2 border-line pl-4">
        {[...waiting].reverse().map((operation) => (
          <Step key={operation.seq} at={when(operation.at)}>
            {operation.problem?.message || i18n._('Your change has not been sent yet')}
          </Step>
        ))}
        {steps.data?.pages
          .flatMap((page) => page.results)
          .map((step) => (
            <Step key={step.id} at={when(step.at)} changes={step}>
              {stepWords(step)}
            </Step>
          ))}
        {!steps.data && <LocalSteps found={found} facts={facts} when={when} />}
      </ol>
      {steps.hasNextPage && (
        <Button
          size="small"
          className="mt-3"
          busy={steps.isFetchingNextPage}
          onClick={() => void steps.fetchNextPage()}
        >
          {i18n._('Show older')}
        </Button>
      )}
      {steps.isError && (
        <p className="mt-3 flex items-center gap-2 text-sm text-ink-3">
          <CloudOff aria-hidden size={15} />
          {i18n._('What changed each time shows with signal.')}
        </p>
      )}
    </section>
  );
}

type When = (instant: string | undefined) => string;

function LocalSteps({ found, facts, when }: { found: FoldedTransaction; facts: LedgerFacts; when: When }) {
  const { i18n } = useLingui();
  const words = useEntryWords(facts);
  const { row } = found;
  const author = facts.people.get(row.author_id ?? '')?.display_name;
  const changed = row.version > 1 && row.updated_at !== undefined && row.updated_at !== row.created_at;
  return (
    <>
      {changed && (
        <Step at={i18n._('Last on {when}', { when: when(row.updated_at) })}>
          {i18n._('{count, plural, one {Changed once} other {Changed # times}}', { count: row.version - 1 })}
        </Step>
      )}
      <Step at={when(row.created_at)}>
        {author === undefined || row.source === 'system'
          ? words.source(row)
          : i18n._('{source}, by {author}', { source: words.source(row), author })}
      </Step>
    </>
  );
}

function Step({ at, changes: step, children }: { at: string; changes?: EntryStep; children: ReactNode }) {
  const isNew = step?.action === 'transaction.created';
  const isGone = step?.action === 'transaction.deleted';
  return (
    <li className="relative text-sm">
      <span aria-hidden className="absolute top-1.5 -left-[21px] size-2 rounded-full bg-line-strong" />
      <p className="text-ink">{children}</p>
      <p className="text-ink-3">{at}</p>
      {step && !isNew && !isGone && step.changes.length > 0 && (
        <div className="mt-1.5">
          <ChangeList changes={step.changes} />
        </div>
      )}
    </li>
  );
}

function useWhen(): When {
  const { locale } = useUiSettings();
  const { time_zone, today } = useHousehold();
  return (instant) => {
    const ms = instantMs(instant ?? '');
    if (Number.isNaN(ms)) return '';
    const day = todayIn(time_zone, { now: () => ms, chance: () => 0 });
    return `${formatDay(day, 'medium', { ...locale, today })}, ${formatTime(ms, time_zone, locale)}`;
  };
}
