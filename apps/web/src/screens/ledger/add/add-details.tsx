import type { Account } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { NotebookPen, Split } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { LedgerFacts } from '../parts/facts.ts';
import { amountOf, type Draft } from './draft.ts';

const SplitEditor = lazy(() =>
  import('../entry/split-editor.tsx').then((module) => ({ default: module.SplitEditor })),
);

type AddDetailsProps = {
  draft: Draft;
  facts: LedgerFacts;
  accounts: readonly Account[];
  onChange: (change: Partial<Draft>) => void;
};

/** What most entries do not need said: account, day, parts, a note. */
export function AddDetails({ draft, facts, accounts, onChange }: AddDetailsProps) {
  const { i18n } = useLingui();
  const [noting, setNoting] = useState(false);
  const [splitting, setSplitting] = useState(false);
  const currency = facts.accounts.get(draft.account)?.currency ?? 'NZD';
  const size = amountOf(draft, currency);
  const transfer = draft.kind === 'transfer';
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-2 gap-3">
        {!transfer && (
          <Select
            label={i18n._('Account')}
            choices={accounts.map((one) => ({ value: one.id, label: one.name }))}
            value={draft.account}
            onChange={(account) => onChange({ account })}
          />
        )}
        <DayField label={i18n._('Day')} value={draft.day} onChange={(day) => day && onChange({ day })} />
      </div>
      {splitting && size !== undefined && (
        <Suspense>
          <SplitEditor
            whole={{ amount: draft.kind === 'income' ? size : `-${size}`, currency }}
            facts={facts}
            start={draft.parts}
            firstCategory={draft.category ?? null}
            onSave={(parts) => {
              onChange({ parts });
              setSplitting(false);
            }}
            onCancel={() => {
              onChange({ parts: [] });
              setSplitting(false);
            }}
          />
        </Suspense>
      )}
      {noting && (
        <TextArea
          label={i18n._('Notes')}
          rows={2}
          maxLength={4000}
          value={draft.notes}
          onChange={(event) => onChange({ notes: event.target.value })}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {!transfer && !splitting && (
          <Button
            kind="quiet"
            size="small"
            icon={Split}
            disabled={size === undefined}
            onClick={() => setSplitting(true)}
          >
            {draft.parts.length > 0
              ? i18n._('{count, plural, one {# part} other {# parts}}', { count: draft.parts.length })
              : i18n._('Split')}
          </Button>
        )}
        {!noting && (
          <Button kind="quiet" size="small" icon={NotebookPen} onClick={() => setNoting(true)}>
            {i18n._('Note')}
          </Button>
        )}
      </div>
    </div>
  );
}
