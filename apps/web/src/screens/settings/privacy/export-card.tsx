import type { DataExport } from '@kinwise/api-client/schema';
import { formatCount } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Download, FolderDown } from 'lucide-react';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, Skeleton } from '../../../ui/states.tsx';
import { useWhen } from './use-when.ts';
import { OWN_EXPORTS, type ExportSource, useDownload, useExports } from './use-exports.ts';

/** A copy of everything about oneself. */
export function OwnExportCard() {
  const { i18n } = useLingui();
  return (
    <ExportCard
      source={OWN_EXPORTS}
      title={i18n._('A copy of your data')}
      note={i18n._(
        'Everything that is kept about you, and what you can see in your households, as files for programs and for spreadsheets. You get a mail when it is ready.',
      )}
      ready={i18n._('Your copy is ready')}
      until={(facts) => i18n._('{size}, a ZIP. Only you can fetch it, until {until}.', facts)}
    />
  );
}

type ExportCardProps = {
  source: ExportSource;
  title: string;
  note: string;
  ready: string;
  /** Says how large it is, who may fetch it and for how long. */
  until: (facts: { size: string; until: string }) => string;
};

/** A copy of everything: asked for, watched, fetched. */
export function ExportCard({ source, title, note, ready, until }: ExportCardProps) {
  const { i18n } = useLingui();
  const { latest, isPending, error, ask } = useExports(source);
  const busy = latest?.status === 'waiting' || latest?.status === 'working';
  return (
    <Card>
      <CardHeader title={title} note={note} />
      {isPending && <Skeleton className="h-11 w-48" />}
      {error !== null && (
        <ProblemNote tone="close" title={i18n._('The copies could not be read')}>
          {sayProblem(error)}
        </ProblemNote>
      )}
      <div className="space-y-4" aria-live="polite">
        {latest && busy && <Progress copy={latest} />}
        {latest?.status === 'ready' && <Ready copy={latest} {...{ source, ready, until }} />}
        {latest?.status === 'failed' && (
          <ProblemNote title={i18n._('The copy broke off')}>
            {i18n._('It is tried again by itself. You can also ask for a new one.')}
          </ProblemNote>
        )}
        {ask.isError && (
          <ProblemNote title={i18n._('The copy was not begun')}>{sayProblem(ask.error)}</ProblemNote>
        )}
      </div>
      {!isPending && !busy && (
        <SignalButton
          className="mt-4"
          kind={latest?.status === 'ready' ? 'secondary' : 'primary'}
          icon={FolderDown}
          busy={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {latest?.status === 'ready' ? i18n._('Make a new copy') : i18n._('Make a copy')}
        </SignalButton>
      )}
    </Card>
  );
}

function Progress({ copy }: { copy: DataExport }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { done, total } = copy.progress;
  const share = total === 0 ? 0 : done / total;
  const words =
    copy.status === 'waiting'
      ? i18n._('Waiting for its turn …')
      : i18n._('{rows} rows written …', { rows: formatCount(copy.rows, locale) });
  return (
    <div>
      <Bar
        share={share}
        status="sky"
        label={i18n._('{percent} % done', { percent: Math.round(share * 100) })}
      />
      <p className="mt-2 text-sm text-ink-2">{words}</p>
    </div>
  );
}

function Ready({
  copy,
  source,
  ready,
  until: said,
}: Pick<ExportCardProps, 'source' | 'ready' | 'until'> & { copy: DataExport }) {
  const { i18n } = useLingui();
  const when = useWhen();
  const download = useDownload(source, copy);
  const until = copy.expires_at === null ? '' : when(copy.expires_at);
  return (
    <div className="rounded-cell border border-good-line bg-good-soft p-4">
      <p className="font-semibold text-good-text">{ready}</p>
      <p className="mt-0.5 text-ink-2">{said({ size: sizeOf(copy), until })}</p>
      {download.isError && (
        <p role="alert" className="mt-2 font-medium text-over-text">
          {sayProblem(download.error)}
        </p>
      )}
      <SignalButton
        className="mt-3"
        kind="primary"
        icon={Download}
        busy={download.isPending}
        onClick={() => download.mutate()}
      >
        {i18n._('Download')}
      </SignalButton>
    </div>
  );
}

/** In the units that people know from files. */
function sizeOf({ size_bytes }: DataExport): string {
  const kilobytes = Math.max(1, Math.round((size_bytes ?? 0) / 1024));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${Math.round(kilobytes / 102.4) / 10} MB`;
}
