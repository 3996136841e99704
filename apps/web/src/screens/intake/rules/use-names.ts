import { useMemo } from 'react';
import { useRows } from '../../../offline/hooks.tsx';
import type { Choice } from '../../../ui/select.tsx';
import { useCategoryChoices } from '../../category-names.ts';
import type { ActionKind, Field } from './rule-form.ts';

/** The name of whatever an id stands for in a rule; a text that is no id stays as it is. */
export function useNames(): (text: string) => string {
  const categories = useRows('category');
  const accounts = useRows('account');
  const tags = useRows('tag');
  const merchants = useRows('merchant');
  const members = useRows('membership');
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const rows of [categories, accounts, tags, merchants]) {
      for (const { id, row } of rows ?? []) names.set(id, row.name);
    }
    for (const { row } of members ?? []) names.set(row.user_id, row.display_name);
    return (text: string) => names.get(text) ?? text;
  }, [categories, accounts, tags, merchants, members]);
}

/** What can be chosen for a field or an action; undefined where one types. */
export function useRuleChoices(): (what: Field | ActionKind) => readonly Choice[] | undefined {
  const categories = useCategoryChoices();
  const accounts = useRows('account');
  const tags = useRows('tag');
  const merchants = useRows('merchant');
  const members = useRows('membership');
  return (what) => {
    switch (what) {
      case 'set_category':
        return categories;
      case 'account_id':
      case 'mark_transfer':
        return (accounts ?? []).map(({ id, row }) => ({ value: id, label: row.name }));
      case 'add_tag':
        return (tags ?? []).map(({ id, row }) => ({ value: id, label: row.name }));
      case 'merchant_id':
        return (merchants ?? []).map(({ id, row }) => ({ value: id, label: row.name }));
      case 'member_id':
      case 'set_member':
        return (members ?? [])
          .filter(({ row }) => row.status === 'active')
          .map(({ row }) => ({ value: row.user_id, label: row.display_name }));
      default:
        return undefined;
    }
  };
}
