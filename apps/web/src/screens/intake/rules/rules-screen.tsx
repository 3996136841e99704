import type { Rule } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Plus, WandSparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFirstLoad, useRows } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleLine } from './rule-line.tsx';
import { useNames } from './use-names.ts';

/** The household's own rules, in the order in which they are asked. */
export function RulesScreen() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const rows = useRows('rule');
  const loading = useFirstLoad();
  const nameOf = useNames();
  const [editing, setEditing] = useState<Rule | 'new'>();
  const [applying, setApplying] = useState<Rule>();
  const editable = household.may('rules.manage');
  const rules = useMemo(
    () => [...(rows ?? [])].sort((left, right) => left.row.order - right.row.order),
    [rows],
  );
  const create = editable && (
    <Button kind="primary" icon={Plus} onClick={() => setEditing('new')}>
      {i18n._('New rule')}
    </Button>
  );

  return (
    <Page
      title={i18n._('Rules')}
      note={i18n._(
        'When an entry comes in, the rules look at it from the top. They never touch what you sorted by hand.',
      )}
      actions={rules.length > 0 && create}
    >
      <Card flush>
        {rules.length === 0 ? (
          loading === false || rows ? (
            <EmptyState icon={WandSparkles} title={i18n._('No rules yet')} action={create}>
              {i18n._(
                'A rule sorts what always goes the same way: “Any text contains countdown: put it into Groceries”.',
              )}
            </EmptyState>
          ) : (
            <div className="p-5">
              <SkeletonRows />
            </div>
          )
        ) : (
          <ol className="divide-y divide-line">
            {rules.map((one, index) => (
              <RuleLine
                key={one.id}
                one={one}
                nameOf={nameOf}
                editable={editable}
                neighbours={{ above: rules[index - 1]?.row, below: rules[index + 1]?.row }}
                onEdit={() => setEditing(one.row)}
                onApply={() => setApplying(one.row)}
              />
            ))}
          </ol>
        )}
      </Card>
      {editing && (
        <RuleEditor
          rule={editing === 'new' ? undefined : editing}
          order={(rules.at(-1)?.row.order ?? -1) + 1}
          onClose={() => setEditing(undefined)}
        />
      )}
      {applying && <ApplyDialog rule={applying} onClose={() => setApplying(undefined)} />}
    </Page>
  );
}
