import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { KeptList, usePrivacyInformation } from '../../identity/kept-list.tsx';
import { useWhen } from './use-when.ts';

const LINK = 'font-semibold text-brand-text underline underline-offset-4';

/** The documents, when they were accepted, whom to ask, and the list of what is kept. */
export function KeptCard() {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <CardHeader title={i18n._('What is kept')} />
      <Documents />
      <Contact />
      {open ? (
        <div className="mt-4 border-t border-line pt-4">
          <KeptList />
        </div>
      ) : (
        <Button className="mt-3" size="small" onClick={() => setOpen(true)}>
          {i18n._('Show what is kept, why and how long')}
        </Button>
      )}
    </Card>
  );
}

function Documents() {
  const { i18n } = useLingui();
  const when = useWhen();
  const accepted = useQuery({
    queryKey: ['acceptances'],
    queryFn: async () => (await got(api.GET('/privacy/acceptances/'))).results,
  });
  return (
    <ul className="space-y-2 sm:space-y-1">
      {accepted.data?.map(({ document, title, accepted_version, accepted_at }) => (
        <li key={document} className="flex flex-col justify-between gap-x-4 sm:flex-row sm:items-baseline">
          <Link to={document === 'terms' ? '/terms' : '/privacy'} className={LINK}>
            {title}
          </Link>
          <span className="text-sm text-ink-3">
            {accepted_at === null
              ? i18n._('Not accepted yet')
              : i18n._('Version {version}, accepted {when}', {
                  version: accepted_version,
                  when: when(accepted_at),
                })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Contact() {
  const { i18n } = useLingui();
  const { data } = usePrivacyInformation();
  if (!data?.contact) return null;
  const address = data.contact.includes('@') ? `mailto:${data.contact}` : data.contact;
  return (
    <p className="mt-3 text-ink-2">
      {i18n._('Questions about your data')}:{' '}
      <a href={address} rel="noreferrer" className={LINK}>
        {data.contact}
      </a>
    </p>
  );
}
