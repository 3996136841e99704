import type { Rule } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { ArrowDown, ArrowUp, Ellipsis, History, Pencil, Trash2 } from 'lucide-react';
import type { Folded } from '../../../offline/fold.ts';
import { useWrite } from '../../../offline/hooks.tsx';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { sayRule } from './rule-words.ts';

type LineProps = {
  one: Folded<Rule>;
  nameOf: (id: string) => string;
  editable: boolean;
  neighbours: { above: Rule | undefined; below: Rule | undefined };
  onEdit: () => void;
  onApply: () => void;
};

/** One rule in plain words, with how often it has worked. */
export function RuleLine(line: LineProps) {
  const { i18n } = useLingui();
  const { one, nameOf, editable, onEdit } = line;
  const rule = one.row;
  const { when, then } = sayRule(rule, nameOf);
  const entries = useEntries(line);
  return (
    <li className="flex items-start gap-2 py-2 pr-3 pl-5">
      <button
        type="button"
        disabled={!editable}
        onClick={onEdit}
        className={cx('min-w-0 flex-1 rounded-button py-2 text-left', !rule.is_active && 'opacity-60')}
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{rule.name}</span>
          {!rule.is_active && <Pill>{i18n._('Off')}</Pill>}
          {rule.stop && <Pill tone="sky">{i18n._('Last word')}</Pill>}
          {one.waiting && <WaitingMark blocked={one.blocked} />}
        </span>
        <span className="mt-0.5 block text-ink-2">{i18n._('When {when}', { when })}</span>
        <span className="block text-ink-2">→ {then}</span>
        {(rule.hits ?? 0) > 0 && (
          <span className="kw-tnum block text-sm text-ink-3">
            {i18n._('{count, plural, one {worked once} other {worked # times}}', { count: rule.hits })}
          </span>
        )}
      </button>
      {editable && (
        <MenuButton
          trigger={
            <IconButton
              icon={Ellipsis}
              size="small"
              label={i18n._('What to do with {name}', { name: rule.name })}
            />
          }
          entries={entries}
        />
      )}
    </li>
  );
}

function useEntries({ one, neighbours, onEdit, onApply }: LineProps): MenuEntry[] {
  const { i18n } = useLingui();
  const write = useWrite();
  const rule = one.row;
  /** Two rules change places: the one that goes down takes the later of their places, and never the same one. */
  const swap = (upper: Rule, lower: Rule) => {
    const { order } = upper;
    void write.update('rule', lower.id, { order });
    void write.update('rule', upper.id, { order: Math.max(lower.order, order + 1) });
  };
  const remove = async () => {
    await write.remove('rule', rule.id);
    const { name, is_active, match, stop, order, conditions, actions } = rule;
    showToast({
      title: i18n._('{name} deleted', { name }),
      action: {
        label: i18n._('Undo'),
        onPress: () =>
          void write.create('rule', { name, is_active, match, stop, order, conditions, actions }),
      },
    });
  };
  return [
    { label: i18n._('Edit'), icon: Pencil, onSelect: onEdit },
    { label: i18n._('Apply to history'), icon: History, onSelect: onApply },
    {
      label: i18n._('Up'),
      icon: ArrowUp,
      disabled: !neighbours.above,
      onSelect: () => neighbours.above && swap(neighbours.above, rule),
    },
    {
      label: i18n._('Down'),
      icon: ArrowDown,
      disabled: !neighbours.below,
      onSelect: () => neighbours.below && swap(rule, neighbours.below),
    },
    'line',
    {
      label: rule.is_active ? i18n._('Turn off') : i18n._('Turn on'),
      onSelect: () => void write.update('rule', rule.id, { is_active: !rule.is_active }),
    },
    { label: i18n._('Delete'), icon: Trash2, danger: true, onSelect: () => void remove() },
  ];
}
