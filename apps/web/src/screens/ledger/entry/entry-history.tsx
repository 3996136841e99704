import { formatDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { History } from 'lucide-react';
import { instantMs, todayIn } from '../../../clock.ts';
import { useOutbox } from '../../../offline/hooks.tsx';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { useUiSettings } from '../../../ui/settings.tsx';
import { useEntryWords } from '../parts/entry-words.ts';
import type { LedgerFacts } from '../parts/facts.ts';

/** Where the entry comes from, when it was last changed, and what of it still waits to be sent; newest first. */
export function EntryHistory({ found, facts }: { found: FoldedTransaction; facts: LedgerFacts }) {
  const { i18n } = useLingui();
  const words = useEntryWords(facts);
  const when = useWhen();
  const waiting = useOutbox().filter((operation) => operation.entityId === found.id);
  const { row } = found;
  const author = facts.people.get(row.author_id ?? '')?.display_name;
  const changed = row.version > 1 && row.updated_at !== undefined && row.updated_at !== row.created_at;
  return (
    <section>
      <h3 className="flex items-center gap-2 text-base">
        <History aria-hidden size={16} className="text-ink-3" />
        {i18n._('History')}
      </h3>
      <ol className="mt-2 space-y-2 border-l-2 border-line pl-4 text-sm">
        {[...waiting].reverse().map((operation) => (
          <li key={operation.seq}>
            <p>{operation.problem?.message || i18n._('Your change has not been sent yet')}</p>
            <p className="text-ink-3">{when(operation.at)}</p>
          </li>
        ))}
        {changed && (
          <li>
            <p>
              {i18n._('{count, plural, one {Changed once} other {Changed # times}}', {
                count: row.version - 1,
              })}
            </p>
            <p className="text-ink-3">{i18n._('Last on {when}', { when: when(row.updated_at) })}</p>
          </li>
        )}
        <li>
          <p>
            {author === undefined || row.source === 'system'
              ? words.source(row)
              : i18n._('{source}, by {author}', { source: words.source(row), author })}
          </p>
          {row.created_at && <p className="text-ink-3">{when(row.created_at)}</p>}
        </li>
      </ol>
    </section>
  );
}

function useWhen(): (instant: string | undefined) => string {
  const { locale } = useUiSettings();
  const { time_zone, today } = useHousehold();
  return (instant) => {
    const ms = instantMs(instant ?? '');
    if (Number.isNaN(ms)) return '';
    const day = todayIn(time_zone, { now: () => ms, chance: () => 0 });
    return `${formatDay(day, 'medium', { ...locale, today })}, ${formatTime(ms, time_zone, locale)}`;
  };
}
