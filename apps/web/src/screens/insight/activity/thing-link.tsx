import type { AuditEntry } from '@kinwise/api-client/schema';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

const LOOK =
  'font-semibold text-ink underline decoration-line-strong underline-offset-4 hover:text-brand-text';

/** What an entry of the audit is about, as a way to it where there is one. */
export function ThingLink({ entry, children }: { entry: AuditEntry; children: ReactNode }) {
  const { entity, entity_id: id, action } = entry;
  if (id === null || action.endsWith('.deleted'))
    return <span className="font-semibold text-ink">{children}</span>;
  if (entity === 'transaction') {
    return (
      <Link to="/transactions" search={{ entry: id }} className={LOOK}>
        {children}
      </Link>
    );
  }
  if (entity === 'account') {
    return (
      <Link to="/accounts/$id" params={{ id }} className={LOOK}>
        {children}
      </Link>
    );
  }
  if (entity === 'import') {
    return (
      <Link to="/import/$id" params={{ id }} className={LOOK}>
        {children}
      </Link>
    );
  }
  const to = PLACES[entity];
  if (!to) return <span className="font-semibold text-ink">{children}</span>;
  return (
    <Link to={to} className={LOOK}>
      {children}
    </Link>
  );
}

const PLACES: Readonly<
  Record<string, '/categories' | '/tags' | '/rules' | '/household' | '/settings/rates'>
> = {
  category: '/categories',
  tag: '/tags',
  rule: '/rules',
  membership: '/household',
  invitation: '/household',
  exchange_rate: '/settings/rates',
};
