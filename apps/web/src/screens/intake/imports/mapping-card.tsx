import type { FoundMapping, Import } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { ChevronDown, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { cx } from '../../../ui/cx.ts';
import { ProblemNote } from '../../../ui/states.tsx';
import { ColumnRoles } from './column-roles.tsx';
import { correctionsOf, gapsOf, isChanged, mappingOf } from './mapping.ts';
import { MappingChoices } from './mapping-choices.tsx';
import type { ImportActions } from './use-import.ts';

/** How a table was read, each choice with its reason, and the way to correct it. */
export function MappingCard({
  one,
  actions,
  open = false,
}: {
  one: Import;
  actions: ImportActions;
  open?: boolean;
}) {
  const { i18n } = useLingui();
  const read = mappingOf(one);
  const doubtful = SHOWN.some((choice) => (read.because?.[choice]?.confidence ?? 1) < 0.7);
  const [shown, setShown] = useState(open);
  return (
    <Card flush>
      <h2>
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="flex min-h-14 w-full items-center gap-3 rounded-card px-5 py-3 text-left"
        >
          <Settings2 aria-hidden size={18} className="shrink-0 text-ink-3" />
          <span className="min-w-0 flex-1">
            <span className="block text-base">{i18n._('How the file was read')}</span>
            <span
              className={cx(
                'block font-sans text-sm font-normal tracking-normal',
                doubtful ? 'text-close-text' : 'text-ink-3',
              )}
            >
              {doubtful
                ? i18n._('Some of it was a guess. Please look.')
                : i18n._('Columns, days and signs, each with its reason. Correct what is wrong.')}
            </span>
          </span>
          <ChevronDown
            aria-hidden
            size={18}
            className={cx('shrink-0 text-ink-3 transition-transform', shown && 'rotate-180')}
          />
        </button>
      </h2>
      {shown && <Editor one={one} read={read} actions={actions} />}
    </Card>
  );
}

const SHOWN = ['delimiter', 'header_line', 'columns', 'date_order', 'sign', 'decimal_mark'] as const;

function Editor({ one, read, actions }: { one: Import; read: FoundMapping; actions: ImportActions }) {
  const { i18n } = useLingui();
  const [wanted, setWanted] = useState(read);
  const gaps = gapsOf(wanted);
  const changed = isChanged(read, wanted);
  return (
    <div className="space-y-5 border-t border-line px-5 py-4">
      <MappingChoices mapping={wanted} onChange={setWanted} />
      <ColumnRoles columns={one.columns ?? []} mapping={wanted} onChange={setWanted} />
      {gaps.includes('no_date') && (
        <p className="text-over-text">{i18n._('No column holds the day. Choose one.')}</p>
      )}
      {gaps.includes('no_amount') && (
        <p className="text-over-text">
          {i18n._('No column holds an amount. Choose one, or one for out and one for in.')}
        </p>
      )}
      {actions.change.isError && (
        <ProblemNote title={i18n._('The file was not read again')}>
          {sayProblem(actions.change.error)}
        </ProblemNote>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <SignalButton
          kind="primary"
          busy={actions.change.isPending}
          disabled={!changed || gaps.length > 0}
          onClick={() => actions.change.mutate({ mapping: correctionsOf(read, wanted) })}
        >
          {i18n._('Read it again this way')}
        </SignalButton>
        {changed && (
          <Button kind="quiet" onClick={() => setWanted(read)}>
            {i18n._('Forget my corrections')}
          </Button>
        )}
        <p className="text-sm text-ink-3">{i18n._('Remembered for the next file of this layout.')}</p>
      </div>
    </div>
  );
}
