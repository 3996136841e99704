import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { ImageUp, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { api, got } from '../../../api/client.ts';
import { asForm } from '../../../api/form.ts';
import { Face } from '../../../shell/face.tsx';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { refreshMe, useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { squareOf } from './square.ts';

/** A photo in place of the initial: chosen, cut to its middle, and taken away again. */
export function PhotoCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const field = useRef<HTMLInputElement>(null);
  const { give, remove } = usePhotoActs();
  const failed = give.error ?? remove.error;
  return (
    <Card>
      <CardHeader
        title={i18n._('Your photo')}
        note={i18n._('The people of your households see it. Where it was taken is not sent along.')}
      />
      {failed && <ProblemNote title={i18n._('The photo was not changed')}>{sayProblem(failed)}</ProblemNote>}
      <div className="flex flex-wrap items-center gap-5">
        <Face huge person={{ id: me.id, name: me.display_name, photo: me.photo }} />
        <div className="flex flex-wrap gap-2">
          <input
            ref={field}
            type="file"
            accept="image/*"
            aria-label={i18n._('Picture for the photo')}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const [picture] = event.target.files ?? [];
              // The same file can be chosen once more.
              event.target.value = '';
              if (picture) give.mutate(picture);
            }}
          />
          <SignalButton icon={ImageUp} busy={give.isPending} onClick={() => field.current?.click()}>
            {me.photo ? i18n._('Choose another photo') : i18n._('Choose a photo')}
          </SignalButton>
          {me.photo && (
            <SignalButton kind="quiet" icon={Trash2} busy={remove.isPending} onClick={() => remove.mutate()}>
              {i18n._('Take it away')}
            </SignalButton>
          )}
        </div>
      </div>
    </Card>
  );
}

function usePhotoActs() {
  const { i18n } = useLingui();
  const give = useMutation({
    mutationFn: async (picture: File) => {
      // What the browser cannot read, the server refuses with the reason.
      const body = { file: (await squareOf(picture)) ?? picture };
      await got(api.POST('/users/me/photo/', { body, bodySerializer: asForm }));
      await refreshMe();
    },
    onSuccess: () => showToast({ title: i18n._('Your photo is shown') }),
  });
  const remove = useMutation({
    mutationFn: async () => {
      await got(api.DELETE('/users/me/photo/'));
      await refreshMe();
    },
    onSuccess: () => showToast({ title: i18n._('The photo is gone') }),
  });
  return { give, remove };
}
