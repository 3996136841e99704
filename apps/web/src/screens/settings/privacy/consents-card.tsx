import type { Consent, Consents, Purpose } from '@kinwise/api-client/schema';
import { dayAt } from '@kinwise/core/days';
import { formatNearDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { instantMs } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { useInTurn } from '../../../shell/in-turn.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/field.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { purposeWords } from './purpose-words.ts';

type Wish = { purpose: Purpose; granted: boolean };

/** One's own consents: all of them are off until one says otherwise. */
export function ConsentsCard() {
  const { i18n } = useLingui();
  return (
    <ConsentSwitches
      name="own"
      title={i18n._('What you agree to')}
      note={i18n._('All of it is off until you switch it on, and you can switch it off again at any time.')}
      read={() => got(api.GET('/privacy/consents/'))}
      write={(body) => got(api.POST('/privacy/consents/', { body }))}
    />
  );
}

export type ConsentSwitchesProps = {
  /** Tells several of these apart in the cache. */
  name: string;
  title: string;
  note: string;
  read: () => Promise<Consents>;
  write: (wish: Wish) => Promise<Consents>;
};

/** A switch for each purpose, and below it what was said when. */
export function ConsentSwitches({ name, title, note, read, write }: ConsentSwitchesProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const key = ['consents', name];
  const consents = useQuery({ queryKey: key, queryFn: read });
  // A switch moves with the finger; when the server says no, it moves back.
  const { change, wishes } = useInTurn<Wish, Consents>(key, {
    write,
    onSuccess: (now) => queries.setQueryData(key, now),
    onError: (error) =>
      showToast({ title: i18n._('That was not changed'), description: sayProblem(error), tone: 'over' }),
  });
  const wished = new Map(wishes.map((wish) => [wish.purpose, wish.granted]));
  return (
    <Card>
      <CardHeader title={title} note={note} />
      {consents.isPending && <SkeletonRows rows={4} />}
      {consents.isError && (
        <ProblemNote tone="close" title={i18n._('The consents could not be read')}>
          {sayProblem(consents.error)}
        </ProblemNote>
      )}
      <ul className="divide-y divide-line">
        {consents.data?.results.map((consent) => (
          <li key={consent.purpose} className="py-3 first:pt-1">
            <PurposeSwitch
              consent={consent}
              on={wished.get(consent.purpose) ?? consent.granted}
              locked={name === 'own' && consent.by_guardian && !consent.granted}
              onChange={(granted) => change({ purpose: consent.purpose, granted })}
            />
          </li>
        ))}
      </ul>
      {consents.data && consents.data.history.length > 0 && <History consents={consents.data} />}
    </Card>
  );
}

function PurposeSwitch({
  consent,
  on,
  locked,
  onChange,
}: {
  consent: Consent;
  on: boolean;
  locked: boolean;
  onChange: (on: boolean) => void;
}) {
  const { i18n } = useLingui();
  const words = purposeWords(consent.purpose);
  const widened = consent.last?.granted === true && consent.last.version !== consent.version;
  return (
    <Switch
      label={<span className="font-medium">{words.title}</span>}
      hint={
        <>
          {words.sentence}
          {!consent.in_use &&
            ` ${i18n._('KinWise does not do this yet; your answer is kept for when it does.')}`}
          {locked && ` ${i18n._('A guardian in your household has to switch it on for you.')}`}
          {widened &&
            ` ${i18n._('It covers more than what you agreed to before, so that you are asked anew.')}`}
        </>
      }
      on={on}
      disabled={locked}
      onChange={onChange}
    />
  );
}

function History({ consents }: { consents: Consents }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone, today } = useDayClock();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
        {i18n._('What was said before')}
      </Button>
    );
  return (
    <ul aria-label={i18n._('What was said before')} className="space-y-1 border-t border-line pt-3 text-sm">
      {consents.history.map((one) => (
        <li key={`${one.purpose} ${one.at}`} className="flex flex-wrap justify-between gap-x-4 text-ink-2">
          <span>
            {purposeWords(one.purpose).title}: {one.granted ? i18n._('yes') : i18n._('no')}
            {one.by === 'guardian' && `, ${i18n._('by a guardian')}`}
          </span>
          <span className="text-ink-3">
            {formatNearDay(dayAt(instantMs(one.at), time_zone), today, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
