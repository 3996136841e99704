import type { Child } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Face } from '../../../shell/face.tsx';
import { Ellipsis } from 'lucide-react';
import { IconButton } from '../../../ui/button.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { useChildActs } from './child-acts.tsx';
import { ChildFacts } from './child-facts.tsx';

/** One child: how it signs in, where it is, and what a guardian can do; its name leads to all about it. */
export function ChildLine({ child }: { child: Child }) {
  const { i18n } = useLingui();
  const { acts, questions } = useChildActs(child);
  const { id, display_name: name } = child;
  const entries = acts.flatMap((act) => (act.danger ? (['line', act] as const) : [act]));
  return (
    <li className="flex items-start gap-3 py-3">
      <Face person={{ id: child.user_id, name, photo: child.photo }} />
      <ChildFacts
        child={child}
        name={
          <Link
            to="/household/children/$id"
            params={{ id }}
            className="underline decoration-line-strong underline-offset-4 hover:text-brand-text"
          >
            {name}
          </Link>
        }
      />
      <MenuButton
        trigger={<IconButton icon={Ellipsis} size="small" label={i18n._('More about {name}', { name })} />}
        entries={entries}
      />
      {questions}
    </li>
  );
}
