import type { Rule, RuleAction, RuleChanges, Transaction } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api, got } from '../../../api/client.ts';
import { useHousehold } from '../../../shell/household.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { bodyOf, type RuleForm } from './rule-form.ts';
import { useNames } from './use-names.ts';

/** What the rule would have caught, of the household's own history, while it is being written. */
export function RulePreview({
  form,
  kept,
  ready,
}: {
  form: RuleForm;
  kept: readonly RuleAction[];
  ready: boolean;
}) {
  const { i18n } = useLingui();
  const wanted = useDeferredValue(JSON.stringify(ruleOf(form, kept)));
  const test = useQuery({
    queryKey: ['rule test', wanted],
    queryFn: () => got(api.POST('/rules/test/', { body: { rule: JSON.parse(wanted) as Tried, limit: 8 } })),
    // What is typed this moment is asked for when typing pauses, never in a half-filled state.
    enabled: ready && wanted === JSON.stringify(ruleOf(form, kept)),
    retry: false,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-label={i18n._('What it would catch')} className="rounded-cell bg-sunk p-4">
      {!ready && (
        <p className="text-ink-3">
          {i18n._('Fill in what is looked for and what to do: the hits in your history show here.')}
        </p>
      )}
      {ready && test.isError && (
        <ProblemNote tone="close" title={i18n._('It cannot be tried out')}>
          {sayProblem(test.error)}
        </ProblemNote>
      )}
      {ready && test.data && (
        <>
          <p aria-live="polite" className="font-semibold">
            {i18n._(
              '{count, plural, =0 {It would have caught nothing so far} one {It would have caught # entry} other {It would have caught # entries}}',
              {
                count: test.data.matched,
              },
            )}
          </p>
          {!test.data.is_complete && (
            <p className="text-sm text-ink-3">
              {i18n._('Among the newest {count} entries.', { count: test.data.scanned })}
            </p>
          )}
          <ul className="mt-2 divide-y divide-line">
            {test.data.sample.map(({ transaction, changes }) => (
              <Hit key={transaction.id} transaction={transaction} changes={changes} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Tried = Pick<Rule, 'match' | 'conditions' | 'actions'>;

/** As much of a rule as can be tried out. */
function ruleOf(form: RuleForm, kept: readonly RuleAction[]): Tried {
  const { match, conditions, actions } = bodyOf(form, kept);
  return { match, conditions, actions };
}

function Hit({ transaction, changes }: { transaction: Transaction; changes: RuleChanges }) {
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const nameOf = useNames();
  const becomes = useChanges(changes, nameOf);
  return (
    <li className="flex items-baseline gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate">{transaction.payee ?? transaction.memo}</span>
        <span className="block truncate text-sm text-ink-3">
          {formatDay(transaction.occurred_on, 'short', { ...locale, today })}
          {becomes !== '' && ` → ${becomes}`}
        </span>
      </span>
      <Money amount={transaction.amount} currency={transaction.currency} className="shrink-0" />
    </li>
  );
}

/** What would change, in a few words. */
function useChanges(changes: RuleChanges, nameOf: (id: string) => string): string {
  const { i18n } = useLingui();
  const parts = [
    changes.category_id && nameOf(changes.category_id),
    changes.payee,
    changes.payer_id && nameOf(changes.payer_id),
    ...(changes.add_tags ?? []).map((tag) => `#${nameOf(tag)}`),
    changes.notes,
    changes.split && i18n._('split'),
    changes.transfer_account_id !== undefined && i18n._('transfer'),
    changes.ignore && i18n._('left out of imports'),
  ];
  return parts.filter(Boolean).join(', ') || i18n._('is so already');
}
