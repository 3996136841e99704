import { useLingui } from '@lingui/react';
import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Import } from '../../../api/types.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Checkbox } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import type { ImportActions } from './use-import.ts';

/** Stays at the foot of the preview: how much comes in, and the press that brings it in. */
export function CommitBar({
  one,
  actions,
  discard,
}: {
  one: Import;
  actions: ImportActions;
  discard: ReactNode;
}) {
  const { i18n } = useLingui();
  const [adjust, setAdjust] = useState(false);
  const homeless = one.statements.filter(
    (statement) => !statement.skip && statement.account_id === null,
  ).length;
  const hasClosing = one.statements.some(
    (statement) => !statement.skip && statement.closing_balance !== null,
  );
  const count = one.counts.included;
  return (
    <div className="sticky bottom-[calc(5.25rem+env(safe-area-inset-bottom))] z-20 rounded-card border border-line bg-raised p-4 shadow-float lg:bottom-4">
      {actions.commit.isError && (
        <div className="mb-3">
          <ProblemNote title={i18n._('Nothing was brought in')}>
            {sayProblem(actions.commit.error)}
          </ProblemNote>
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-semibold" aria-live="polite">
            {i18n._('{count, plural, =0 {Nothing to bring in} one {# row comes in} other {# rows come in}}', {
              count,
            })}
          </p>
          {homeless > 0 ? (
            <p className="text-sm text-over-text">
              {i18n._(
                '{count, plural, one {Say first where the statement goes.} other {Say first where # statements go.}}',
                {
                  count: homeless,
                },
              )}
            </p>
          ) : (
            hasClosing && (
              <Checkbox
                className="mt-1 text-sm"
                checked={adjust}
                onChange={(event) => setAdjust(event.target.checked)}
                label={i18n._('Set the opening balance so that the account ends where the statement does')}
              />
            )
          )}
        </div>
        <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:[&>*]:flex-1">
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
