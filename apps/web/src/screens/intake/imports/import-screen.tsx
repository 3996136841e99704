import { useLingui } from '@lingui/react';
import { useNavigate } from '@tanstack/react-router';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportHistory } from './import-history.tsx';
import { TemplateList } from './template-list.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

/** Where bank files come in: the drop zone, what came before, the layouts that are remembered. */
export function ImportScreen() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const household = useHousehold();
  const { uploads, send } = useUploads();
  const busy = uploads.some((upload) => upload.state === 'waiting' || upload.state === 'sending');

  async function take(files: readonly File[]) {
    const made = await send(files);
    const only = files.length === 1 ? made[0] : undefined;
    if (only && only.refusal === null) await navigate({ to: '/import/$id', params: { id: only.id } });
  }

  return (
    <Page
      title={i18n._('Import')}
      note={i18n._(
        'Bring in what your bank gives you. Nothing is counted twice, and every import can be undone.',
      )}
      rail={
        <>
          <HowTo />
          <TemplateList />
        </>
      }
    >
      {household.may('data.import') ? (
        <>
          <DropZone busy={busy} onFiles={(files) => void take(files)} />
          <UploadList uploads={uploads} />
        </>
      ) : (
        <ProblemNote tone="close" title={i18n._('Your role does not bring in files')}>
          {i18n._('Ask an admin or parent of the household to do it, or to change your role.')}
        </ProblemNote>
      )}
      <ImportHistory />
    </Page>
  );
}

function HowTo() {
  const { i18n } = useLingui();
  const steps = [
    i18n._('Sign in to your bank on the web, open an account, and look for Export or Download.'),
    i18n._('Take OFX or CSV if you can choose, and as many months as it gives.'),
    i18n._('Drop the file here. Overlapping files are fine: each entry comes in once.'),
  ];
  return (
    <Card>
      <CardHeader title={i18n._('Where the file comes from')} />
      <ol className="space-y-3">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3 text-ink-2">
            <span
              aria-hidden
              className="kw-tnum inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-sunk text-xs font-semibold"
            >
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
