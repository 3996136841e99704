import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { api, got } from '../../api/client.ts';

/** What a development machine or a demonstration offers besides; nothing elsewhere. */
export function useDevStatus() {
  const status = useQuery({
    queryKey: ['dev status'],
    queryFn: () => got(api.GET('/dev/status/')),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return status.data;
}

/** The way to the mails of a development machine, which reach nobody. */
export function MailboxLink() {
  const { i18n } = useLingui();
  if (useDevStatus()?.mailbox !== true) return null;
  return (
    <a
      href="/dev/mail"
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center gap-2 text-sm text-ink-2 underline-offset-4 hover:underline"
    >
      <Inbox aria-hidden size={16} />
      {i18n._('Mails of this development machine')}
    </a>
  );
}
