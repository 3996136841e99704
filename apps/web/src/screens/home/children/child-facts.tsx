import type { Child } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Pill } from '../../../ui/chip.tsx';
import { roleName } from '../household/role-words.ts';
import { useDayOf } from '../../settings/security/use-factors.ts';

/** A child at a glance: its role, whether it has a PIN, where it is signed in, what is about to happen. */
export function ChildFacts({ child, name }: { child: Child; name: ReactNode }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const pin = child.has_pin ? i18n._('PIN is set') : i18n._('No PIN');
  const at = i18n._(
    '{count, plural, =0 {signed in nowhere} one {signed in on # device} other {signed in on # devices}}',
    {
      count: child.sessions,
    },
  );
  return (
    <div className="min-w-0 flex-1 space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 font-semibold break-words">{name}</span>
        <Pill>{roleName(child.role)}</Pill>
        {child.pin_locked && <Pill tone="over">{i18n._('PIN is locked')}</Pill>}
        {child.deletion_due_at !== null && (
          <Pill tone="close">{i18n._('Will be erased: {day}', { day: dayOf(child.deletion_due_at) })}</Pill>
        )}
      </p>
      <p className="text-sm text-ink-3">{`${pin} · ${at}`}</p>
      {child.growing_up && (
        <p className="text-sm text-ink-3">
          {i18n._('Offered to {email}; waits to be taken over', { email: child.growing_up.email })}
        </p>
      )}
    </div>
  );
}
