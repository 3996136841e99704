import type { Dashboard } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import {
  ArrowRightLeft,
  CheckCheck,
  ChevronRight,
  Clock,
  CloudOff,
  type LucideIcon,
  MailQuestion,
  Shapes,
  TriangleAlert,
} from 'lucide-react';
import { useOutbox } from '../../../offline/hooks.tsx';
import { useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';

type Need = {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly to: string;
  readonly search?: Record<string, unknown>;
};

/** An inbox that can be finished: each line leads to where it is settled. */
export function NeedsYou({
  needs,
  unsorted,
}: {
  needs: Dashboard['needs_you'] | undefined;
  unsorted: number;
}) {
  const { i18n } = useLingui();
  const list = useNeeds(needs, unsorted);
  return (
    <Card flush>
      <CardHeader title={i18n._('What needs you')} className="mb-1 px-5 pt-4" />
      {list.length === 0 ? (
        <p className="flex items-center gap-3 px-5 pb-5 text-ink-2">
          <CheckCheck aria-hidden size={18} className="text-good" />
          {i18n._('Nothing. All is sorted.')}
        </p>
      ) : (
        <ul className="pb-2">
          {list.map((need) => (
            <li key={need.text}>
              <Link
                to={need.to}
                search={(need.search ?? {}) as never}
                className="flex min-h-12 items-center gap-3 px-5 py-1.5 outline-offset-[-2px] hover:bg-sunk/60"
              >
                <IconTile icon={need.icon} tone="close" size="small" />
                <span className="min-w-0 flex-1">{need.text}</span>
                <ChevronRight aria-hidden size={16} className="text-ink-3" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What the server knows of all entries, or without signal what this month's entries tell; and what is stuck here. */
function useNeeds(needs: Dashboard['needs_you'] | undefined, unsorted: number): readonly Need[] {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const blocked = useOutbox().filter((operation) => operation.state === 'blocked').length;
  const local = unsorted > 0 ? [{ kind: 'uncategorised', count: unsorted }] : [];
  const list = (needs ?? local).flatMap(({ kind, count }) => needOf(kind, count));
  if (blocked > 0) {
    list.unshift({
      icon: CloudOff,
      text: i18n._('{count, plural, one {# change needs a look} other {# changes need a look}}', {
        count: blocked,
      }),
      to: '/sync',
    });
  }
  if (!me.email_verified)
    list.push({ icon: MailQuestion, text: i18n._('Confirm your email'), to: '/settings/profile' });
  return list;

  function needOf(kind: string, count: number): Need[] {
    const to = '/transactions';
    switch (kind) {
      case 'review':
        return [
          {
            icon: TriangleAlert,
            text: i18n._('{count, plural, one {# entry to look at} other {# entries to look at}}', { count }),
            to,
            search: { needs_review: true },
          },
        ];
      case 'uncategorised':
        return [
          {
            icon: Shapes,
            text: i18n._(
              '{count, plural, one {# entry without a category} other {# entries without a category}}',
              { count },
            ),
            to,
            search: { uncategorised: true },
          },
        ];
      case 'unconfirmed_transfer':
        return [
          {
            icon: ArrowRightLeft,
            text: i18n._('{count, plural, one {# possible transfer} other {# possible transfers}}', {
              count,
            }),
            to,
            search: { view: 'transfers' },
          },
        ];
      case 'old_pending':
        return [
          {
            icon: Clock,
            text: i18n._(
              '{count, plural, one {# entry pending for long} other {# entries pending for long}}',
              { count },
            ),
            to,
            search: { status: 'pending' },
          },
        ];
      default:
        return [];
    }
  }
}
