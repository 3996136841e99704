import { useLingui } from '@lingui/react';
import { Check, Copy, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { todayIn } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox } from '../../../ui/field.tsx';

/** Ten backup codes, which can be read this once: copied, printed or saved, and then closed for good. */
export function CodesDialog({
  title,
  news,
  codes,
  onClose,
}: {
  title: string;
  /** What else has changed with them. */
  news?: string;
  codes: readonly string[];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [kept, setKept] = useState(false);
  const [hasten, setHasten] = useState(false);
  return (
    <Dialog
      open
      onClose={() => (kept ? onClose() : setHasten(true))}
      title={title}
      description={i18n._(
        'Each of these codes takes the place of your phone or passkey once, for the day when it is gone. They are shown now and never again.',
      )}
      actions={
        <Button kind="primary" disabled={!kept} onClick={onClose}>
          {i18n._('Done')}
        </Button>
      }
    >
      <div className="space-y-4">
        {news !== undefined && <p>{news}</p>}
        <CodeSheet codes={codes} />
        <Keeping codes={codes} />
        <Checkbox
          label={i18n._('I keep them where I find them without my phone')}
          checked={kept}
          error={
            hasten && !kept
              ? i18n._('Keep the codes first, then tick this: they do not come again.')
              : undefined
          }
          onChange={(event) => setKept(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

/** What is printed: the codes, and what they are for. */
function CodeSheet({ codes }: { codes: readonly string[] }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  return (
    <div className="kw-print rounded-cell bg-sunk p-4">
      <p className="hidden text-sm print:mb-3 print:block">
        {i18n._('KinWise backup codes for {email}. Each works once.', { email: me.email })}
      </p>
      <ol
        className="kw-tnum grid grid-cols-2 gap-x-6 gap-y-1.5 font-mono text-base"
        aria-label={i18n._('Backup codes')}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </div>
  );
}

function Keeping({ codes }: { codes: readonly string[] }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const { time_zone } = useDayClock();
  const [copied, setCopied] = useState(false);
  const text = [
    i18n._('KinWise backup codes for {email}. Each works once.', { email: me.email }),
    '',
    ...codes,
    '',
  ];
  const copy = async () => {
    // Where the browser does not let us, the codes stand there to be marked by hand.
    await navigator.clipboard.writeText(text.join('\n')).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" icon={copied ? Check : Copy} onClick={() => void copy()}>
        {copied ? i18n._('Copied') : i18n._('Copy')}
      </Button>
      <Button
        size="small"
        icon={Download}
        onClick={() => save(`kinwise-backup-codes-${todayIn(time_zone)}.txt`, text.join('\r\n'))}
      >
        {i18n._('Save as a file')}
      </Button>
      <Button size="small" icon={Printer} onClick={() => window.print()}>
        {i18n._('Print')}
      </Button>
    </div>
  );
}

/** Long enough for the browser to take the file, after which nothing of it stays in memory. */
const TAKEN_MS = 10_000;

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}
