import type { Import } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProblemWay } from '../../../shell/problem-way.tsx';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { codeOf, sayProblem } from '../../../shell/say-problem.ts';
import { ProblemNote } from '../../../ui/states.tsx';
import type { ImportActions } from './use-import.ts';

/** Stays at the foot of the preview: how much comes in, and the press that brings it in. */
export function CommitBar({
  one,
  actions,
  adjust,
  discard,
}: {
  one: Import;
  actions: ImportActions;
  /** Whether the accounts are to end where their statements do. */
  adjust: boolean;
  discard: ReactNode;
}) {
  const { i18n } = useLingui();
  const homeless = one.statements.filter(
    ({ skip, account_id, counts }) => !skip && account_id === null && counts.total > counts.rejected,
  ).length;
  const count = one.counts.included;
  return (
    <div className="sticky bottom-[calc(5.25rem+env(safe-area-inset-bottom))] z-20 rounded-card border border-line bg-raised p-3 shadow-float sm:p-4 lg:bottom-4">
      {actions.commit.isError && (
        <div className="mb-3">
          <ProblemNote title={i18n._('Nothing was brought in')}>
            {sayProblem(actions.commit.error)}
            <ProblemWay code={codeOf(actions.commit.error)} />
          </ProblemNote>
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-56 font-semibold" aria-live="polite">
          {homeless > 0 ? (
            <span className="text-over-text">
              {i18n._(
                '{count, plural, one {Say first where the statement goes.} other {Say first where # statements go.}}',
                { count: homeless },
              )}
            </span>
          ) : (
            i18n._('{count, plural, =0 {Nothing to bring in} one {# row comes in} other {# rows come in}}', {
              count,
            })
          )}
        </p>
        <div className="flex gap-2 max-sm:w-full max-sm:[&>*]:flex-1">
          {discard}
          <SignalButton
            kind="primary"
            icon={Check}
            busy={actions.commit.isPending}
            disabled={homeless > 0 || count === 0}
            onClick={() => actions.commit.mutate({ ...(adjust && { adjust_opening: true }) })}
          >
            {i18n._('{count, plural, one {Bring in # entry} other {Bring in # entries}}', { count })}
          </SignalButton>
        </div>
      </div>
    </div>
  );
}
