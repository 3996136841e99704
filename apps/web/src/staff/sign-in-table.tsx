import type { SignInFigures } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { instantMs } from '../clock.ts';

type Bucket = SignInFigures['results'][number];

/** A row for each day or hour, the newest first; the bars say at a glance what the numbers say exactly. */
export function SignInTable({ results, by }: { results: readonly Bucket[]; by: 'day' | 'hour' }) {
  const { i18n } = useLingui();
  const failed = (one: Bucket) => one.wrong_password + one.wrong_factor + one.wrong_mail_code + one.locked;
  const most = Math.max(1, ...results.map((one) => Math.max(one.succeeded, failed(one))));
  const when = new Intl.DateTimeFormat('en-NZ', {
    day: 'numeric',
    month: 'short',
    ...(by === 'hour' && { hour: 'numeric', minute: '2-digit' }),
  });
  const heads = [
    i18n._('When'),
    i18n._('Signed in'),
    i18n._('Failed'),
    i18n._('Second factor'),
    i18n._('Passkey'),
    i18n._('New devices'),
    i18n._('Locks'),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, also by keyboard
    <div className="overflow-x-auto" role="region" aria-label={i18n._('Sign-ins over time')} tabIndex={0}>
      <table className="w-full min-w-[40rem] text-sm">
        <thead>
          <tr className="text-left text-ink-3">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-3 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {[...results].reverse().map((one) => (
            <tr key={one.at}>
              <th scope="row" className="py-1.5 pr-3 text-left font-medium whitespace-nowrap">
                {when.format(instantMs(one.at))}
              </th>
              <Barred count={one.succeeded} most={most} colour="bg-brand" />
              <Barred count={failed(one)} most={most} colour="bg-over" />
              {[one.with_second_factor, one.with_passkey, one.new_devices, one.locks].map((count, at) => (
                <td key={heads[at + 3]} className="py-1.5 pr-3 tabular-nums">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Barred({ count, most, colour }: { count: number; most: number; colour: string }) {
  return (
    <td className="w-36 py-1.5 pr-3">
      <span className="flex items-center gap-2">
        <span className="w-8 shrink-0 tabular-nums">{count}</span>
        <span aria-hidden className="h-2 flex-1">
          <span
            className={`block h-2 rounded-full ${colour}`}
            style={{ width: `${(count * 100) / most}%` }}
          />
        </span>
      </span>
    </td>
  );
}
