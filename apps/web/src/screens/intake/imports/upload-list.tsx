import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, Clock, LoaderCircle } from 'lucide-react';
import { sayProblem } from '../../../shell/say-problem.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RefusalNote } from './refusal-note.tsx';
import type { Upload } from './use-uploads.ts';

/** The files of this visit, each with how far it came. */
export function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  const { i18n } = useLingui();
  if (uploads.length === 0) return null;
  return (
    <Card flush className="px-5 py-2">
      <ul aria-live="polite" aria-label={i18n._('Files')} className="divide-y divide-line">
        {uploads.map((upload) => (
          <li key={upload.key} className="py-3">
            <UploadLine upload={upload} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function UploadLine({ upload }: { upload: Upload }) {
  const { i18n } = useLingui();
  const refusal = upload.answer?.refusal;
  if (refusal) return <RefusalNote fileName={upload.name} refusal={refusal} />;
  const words = {
    waiting: i18n._('Waits its turn'),
    sending: i18n._('Being sent and read …'),
    read: i18n._('Read. Nothing is kept until you say so.'),
    failed: i18n._('Not read: {why}', { why: sayProblem(upload.problem) }),
  }[upload.state];
  return (
    <div className="flex items-center gap-3">
      <StateIcon state={upload.state} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{upload.name}</p>
        <p className="text-sm text-ink-2">{words}</p>
      </div>
      {upload.answer && (
        <Link
          to="/import/$id"
          params={{ id: upload.answer.id }}
          className={buttonClass('secondary', 'small')}
        >
          {i18n._('Look')}
        </Link>
      )}
    </div>
  );
}

function StateIcon({ state }: { state: Upload['state'] }) {
  if (state === 'sending')
    return <LoaderCircle aria-hidden size={20} className="kw-spin shrink-0 text-ink-3" />;
  if (state === 'read') return <CircleCheck aria-hidden size={20} className="shrink-0 text-good-text" />;
  if (state === 'failed') return <CircleAlert aria-hidden size={20} className="shrink-0 text-over-text" />;
  return <Clock aria-hidden size={20} className="shrink-0 text-ink-3" />;
}
