import { useLingui } from '@lingui/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { DropZone } from '../../intake/imports/drop-zone.tsx';
import { UploadList } from '../../intake/imports/upload-list.tsx';
import { useUploads } from '../../intake/imports/use-uploads.ts';
import { endOnboarding } from './onboarding.ts';
import { SetupCard } from './setup-card.tsx';

/** The third step: the first file from the bank, which leads into its preview. */
export function FileStep() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { account } = useSearch({ from: '/guest/setup/file' });
  const { uploads, send } = useUploads();
  const busy = uploads.some((upload) => upload.state === 'waiting' || upload.state === 'sending');

  async function take(files: readonly File[]) {
    const made = await send(files, account);
    const good = made.filter((one) => one.refusal === null);
    const [first] = good;
    if (!first || made.length < files.length) return;
    endOnboarding();
    if (good.length === 1) await navigate({ to: '/import/$id', params: { id: first.id } });
    else await navigate({ to: '/import' });
  }

  return (
    <SetupCard
      step={3}
      title={i18n._('A file from your bank')}
      intro={i18n._(
        'A few months of it show you at once where the money goes. You see every row before anything is kept.',
      )}
    >
      <div className="space-y-4">
        <DropZone large={false} busy={busy} onFiles={(files) => void take(files)} />
        <UploadList uploads={uploads} />
        <p className="text-sm text-ink-3">
          {i18n._(
            'Most banks have it under Export or Download beside the list of transactions, on the web rather than in the app.',
          )}
        </p>
        <Link to="/" onClick={endOnboarding} className={buttonClass('quiet', 'large') + ' w-full'}>
          {i18n._('Skip, and look around')}
        </Link>
      </div>
    </SetupCard>
  );
}
