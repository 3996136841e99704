import type { Import } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { CircleCheckBig, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { instantMs } from '../../../clock.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import type { ImportActions } from './use-import.ts';

/** What came of an import, with the way to its entries and the way back. */
export function ResultCard({ one, actions }: { one: Import; actions: ImportActions }) {
  const { i18n } = useLingui();
  const undone = one.status === 'undone';
  const Icon = undone ? Undo2 : CircleCheckBig;
  return (
    <Card className="flex flex-col gap-4 sm:flex-row sm:items-center">
      <span
        className={`inline-flex size-12 shrink-0 items-center justify-center rounded-card ${undone ? 'bg-sunk text-ink-2' : 'bg-good-soft text-good-text'}`}
      >
        <Icon aria-hidden size={24} />
      </span>
      <div className="min-w-0 flex-1" role="status">
        <h2 className="text-lg">
          {undone
            ? i18n._('Undone: it is as if it had never been')
            : i18n._(
                '{count, plural, =0 {Nothing new was brought in} one {# entry is in your books} other {# entries are in your books}}',
                {
                  count: one.counts.included,
                },
              )}
        </h2>
        <p className="mt-0.5 text-ink-2">
          <When one={one} /> <LeftOut one={one} /> {undone && <Stayed one={one} />}
        </p>
        {one.statements.flatMap(({ index, warnings }) =>
          warnings.map(({ code, message }) => (
            <p key={`${index} ${code}`} className="mt-0.5 text-ink-2">
              {message}
            </p>
          )),
        )}
        {actions.undo.isError && (
          <div className="mt-3">
            <ProblemNote title={i18n._('It was not undone')}>{sayProblem(actions.undo.error)}</ProblemNote>
          </div>
        )}
      </div>
      {!undone && <WaysOn one={one} actions={actions} />}
    </Card>
  );
}

function WaysOn({ one, actions }: { one: Import; actions: ImportActions }) {
  const { i18n } = useLingui();
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      <SignalButton icon={Undo2} busy={actions.undo.isPending} onClick={() => setAsked(true)}>
        {i18n._('Undo the import')}
      </SignalButton>
      <Link to="/" className={buttonClass('primary')}>
        {i18n._('See today')}
      </Link>
      <ConfirmDialog
        open={asked}
        danger
        title={i18n._('Undo this import?')}
        confirm={i18n._('Undo the import')}
        cancel={i18n._('Keep it')}
        onConfirm={() => {
          setAsked(false);
          actions.undo.mutate();
        }}
        onCancel={() => setAsked(false)}
      >
        {i18n._(
          '{count, plural, =0 {No entry leaves} one {# entry leaves} other {# entries leave}} your books, with what was changed in them since. Pending entries that they replaced come back. The file can be brought in again.',
          { count: Math.max(0, one.counts.included - (one.entries_staying ?? 0)) },
        )}{' '}
        <Staying one={one} />
      </ConfirmDialog>
    </div>
  );
}

/** What another file states too does not go with this one. */
function Staying({ one }: { one: Import }) {
  const { i18n } = useLingui();
  if (!one.entries_staying) return null;
  return i18n._(
    '{count, plural, one {# entry stays, because another file states it too.} other {# entries stay, because another file states them too.}}',
    { count: one.entries_staying },
  );
}

function Stayed({ one }: { one: Import }) {
  const { i18n } = useLingui();
  if (!one.entries_staying) return null;
  return i18n._(
    '{count, plural, one {# entry stayed, because another file states it too.} other {# entries stayed, because another file states them too.}}',
    { count: one.entries_staying },
  );
}

function When({ one }: { one: Import }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const household = useHousehold();
  const at = one.undone_at ?? one.committed_at;
  if (!at) return null;
  const ms = instantMs(at);
  const day = formatNearDay(dayAt(ms, household.time_zone), household.today, locale);
  return i18n._('{day}, {time}.', { day, time: formatTime(ms, household.time_zone, locale) });
}

function LeftOut({ one }: { one: Import }) {
  const { i18n } = useLingui();
  const left = one.counts.total - one.counts.included;
  if (left === 0 || one.status === 'undone') return null;
  return i18n._(
    '{count, plural, one {# row was left out; it stands below with its reason.} other {# rows were left out; they stand below with their reasons.}}',
    {
      count: left,
    },
  );
}
