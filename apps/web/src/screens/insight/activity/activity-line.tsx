import type { AuditChange, AuditEntry } from '@kinwise/api-client/schema';
import { formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { ChevronDown, Lock } from 'lucide-react';
import { useId, useState } from 'react';
import { instantMs } from '../../../clock.ts';
import { useHousehold } from '../../../shell/household.ts';
import { Pill } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ChangeList } from '../changes/change-list.tsx';
import { activityIcon, activityTone } from './activity-icon.ts';
import { deedWords, subjectWords, whoWords } from './activity-words.ts';
import { ThingLink } from './thing-link.tsx';

/** So many changes are shown unasked. */
const FEW = 3;

/** One thing that happened: who, what, the changes, and on demand all of them and from where. */
export function ActivityLine({ entry }: { entry: AuditEntry }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone } = useHousehold();
  const [open, setOpen] = useState(false);
  const more = useId();
  const who = whoWords(entry);
  const deed = deedWords(entry);
  const subject = subjectWords(entry);
  const isEdit = /\.(changed|linked|unlinked|restored|set)$/.test(entry.action);
  const changes = entry.changes.filter((change) => !saysSubject(change, entry));
  const shown = open ? changes : isEdit ? changes.slice(0, FEW) : [];
  return (
    <li className="flex gap-3 py-3">
      <IconTile icon={activityIcon(entry)} tone={activityTone(entry)} />
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="min-w-0 pt-1.5 break-words text-ink-2">
          <span className="font-semibold text-ink">{who}</span> {deed}
          {subject !== '' && (
            <>
              {': '}
              <ThingLink entry={entry}>{subject}</ThingLink>
            </>
          )}
          {entry.amount !== null && entry.currency !== null && (
            <>
              {' '}
              <Money amount={entry.amount} currency={entry.currency} className="text-ink" />
            </>
          )}
        </p>
        <Marks entry={entry} />
        {shown.length > 0 && (
          <ChangeList changes={shown} isNew={!isEdit && !/\.(deleted|discarded)$/.test(entry.action)} />
        )}
        {!open && isEdit && changes.length > FEW && (
          <p className="text-sm text-ink-3">
            {i18n._('{count, plural, one {and # more change} other {and # more changes}}', {
              count: changes.length - FEW,
            })}
          </p>
        )}
        <div id={more} hidden={!open}>
          {open && <Origin entry={entry} />}
        </div>
      </div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={more}
        onClick={() => setOpen(!open)}
        className="-mr-2 flex min-h-9 shrink-0 items-center gap-1.5 self-start rounded-button px-2 text-sm text-ink-3 hover:bg-sunk hover:text-ink max-lg:min-h-11"
      >
        <time dateTime={entry.at} className="kw-tnum">
          {formatTime(instantMs(entry.at), time_zone, locale)}
        </time>
        <span className="sr-only">{i18n._('Details of: {what}', { what: `${who} ${deed} ${subject}` })}</span>
        <ChevronDown aria-hidden size={15} className={cx('transition-transform', open && 'rotate-180')} />
      </button>
    </li>
  );
}

/** The name of the thing stands in the line already. */
function saysSubject({ field, after, before }: AuditChange, { subject }: AuditEntry): boolean {
  if (!['name', 'file', 'file_name', 'email', 'capability'].includes(field)) return false;
  return before === null && after?.text === subject;
}

function Marks({ entry }: { entry: AuditEntry }) {
  const { i18n } = useLingui();
  const risks = { low: '', medium: '', high: i18n._('High risk'), critical: i18n._('Critical') };
  const risk = risks[entry.risk];
  if (entry.success && !entry.private && risk === '') return null;
  return (
    <p className="flex flex-wrap gap-1.5">
      {!entry.success && <Pill tone="close">{i18n._('Refused')}</Pill>}
      {risk !== '' && <Pill tone="over">{risk}</Pill>}
      {entry.private && (
        <Pill tone="plum" icon={Lock}>
          {i18n._('Only you see this')}
        </Pill>
      )}
    </p>
  );
}

function Origin({ entry }: { entry: AuditEntry }) {
  const { i18n } = useLingui();
  const key = entry.api_key && i18n._('API key “{name}”', { name: entry.api_key.name });
  const place = [key, entry.device, entry.ip].filter(Boolean).join(' · ');
  const rows = [
    [i18n._('From'), place || i18n._('KinWise itself')],
    ...(entry.request_id ? [[i18n._('Request'), entry.request_id]] : []),
  ] as const;
  return (
    <dl className="space-y-0.5 rounded-cell bg-sunk px-3 py-2 text-sm">
      {rows.map(([label, value]) => (
        <div key={label} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 break-all text-ink-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
