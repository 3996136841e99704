import { useLingui } from '@lingui/react';
import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { cx } from '../../../ui/cx.ts';

const KINDS = '.csv,.tsv,.txt,.ofx,.qfx,.qif,.xml,.sta,.mt940,.940,.xlsx,.gnucash,.zip,.json';

/** Takes bank files: dropped on it, or picked by pressing it. Several at once are welcome. */
export function DropZone({
  onFiles,
  busy = false,
  large = true,
}: {
  onFiles: (files: readonly File[]) => void;
  busy?: boolean;
  large?: boolean;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function take(list: FileList | null) {
    const files = [...(list ?? [])];
    if (files.length > 0 && !busy) onFiles(files);
    // The same file can be picked again after it was mended.
    if (input.current) input.current.value = '';
  }
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type !== 'dragleave' && event.type !== 'drop');
    if (event.type === 'drop') take(event.dataTransfer.files);
  };

  return (
    <div
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drag}
      className={cx(
        'relative flex flex-col items-center justify-center rounded-card border-2 border-dashed px-5 text-center transition-colors',
        'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-[var(--brand-text)]',
        large ? 'py-12' : 'py-7',
        over ? 'border-brand bg-good-soft' : 'border-line-strong bg-surface hover:border-ink-3',
      )}
    >
      <Invitation id={id} />
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        accept={KINDS}
        disabled={busy}
        aria-describedby={`${id}-note`}
        onChange={(event) => take(event.target.files)}
        className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-wait"
      />
    </div>
  );
}

function Invitation({ id }: { id: string }) {
  const { i18n } = useLingui();
  return (
    <>
      <span className="mb-3 inline-flex size-14 items-center justify-center rounded-card bg-good-soft text-good-text">
        <FileUp aria-hidden size={26} />
      </span>
      <label htmlFor={id} className="text-lg font-semibold">
        <span className="max-lg:hidden">{i18n._('Drop files from your bank here, or choose them')}</span>
        <span className="lg:hidden">{i18n._('Choose files from your bank')}</span>
      </label>
      <p id={`${id}-note`} className="mt-1.5 max-w-lg text-pretty text-ink-2">
        {i18n._(
          'CSV, OFX, QFX, QIF, Excel, CAMT, MT940 and exports of other money apps. You see everything before anything is kept.',
        )}
      </p>
    </>
  );
}
