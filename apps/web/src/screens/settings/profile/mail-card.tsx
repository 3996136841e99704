import type { Preferences } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { api, got } from '../../../api/client.ts';
import { useInTurn } from '../../../shell/in-turn.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Switch } from '../../../ui/field.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { MailStateNote } from './mail-state-note.tsx';

type Choice = Preferences['mail'];

/** Which mails somebody wants of those that can be turned off, and whether mail reaches them at all. */
export function MailCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const { change, wishes } = useInTurn(['mail choices'], {
    write: async (mail: Partial<Choice>) => {
      await got(api.PATCH('/users/me/preferences/', { body: { mail } }));
      await refreshMe();
    },
    onError: (error) =>
      showToast({ title: i18n._('It was not changed'), description: sayProblem(error), tone: 'over' }),
  });
  // What an older version of the app kept of the person does not say.
  const saved = (me.preferences as Partial<Preferences>).mail ?? {
    household_alerts: true,
    invitations: true,
  };
  const chosen = Object.assign({ ...saved }, ...wishes) as Choice;
  return (
    <Card>
      <CardHeader
        title={i18n._('Mails to you')}
        note={i18n._(
          'What is about the safety of your account and your data always comes. These you can turn off:',
        )}
      />
      <MailStateNote />
      <ul className="divide-y divide-line">
        <li className="py-3 first:pt-1">
          <Switch
            label={i18n._('Refused again and again')}
            hint={i18n._('When a member tries many things that their role does not allow. For admins.')}
            on={chosen.household_alerts}
            onChange={(household_alerts) => change({ household_alerts })}
          />
        </li>
        <li className="py-3">
          <Switch
            label={i18n._('Invitations')}
            hint={i18n._('When somebody invites you to a household.')}
            on={chosen.invitations}
            onChange={(invitations) => change({ invitations })}
          />
        </li>
      </ul>
    </Card>
  );
}
