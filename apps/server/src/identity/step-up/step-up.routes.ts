import { userRoute, userSteps } from '../../platform/routes.ts';
import { optionsSchema } from '../passkeys/passkeys.schema.ts';
import { confirmedSchema, standingSchema, stepUpSchema } from './step-up.schema.ts';
import { askOwnPasskey, showStanding, stepUp } from './step-up.ts';

const tag = 'Sessions';

export const routes = [
  userRoute({
    method: 'GET',
    path: 'auth/step-up/',
    summary: 'Whether this session may do what is dangerous, and how the user can confirm',
    tag,
    returns: standingSchema,
    work: async (ctx) => await showStanding(ctx),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/step-up/',
    summary: 'Confirm that it is you: password, code or passkey; answers an access token for five minutes',
    tag,
    body: stepUpSchema,
    returns: confirmedSchema,
    work: async (steps, { body }) => await stepUp(steps, body),
  }),
  userSteps({
    method: 'POST',
    path: 'auth/step-up/passkey/',
    summary: 'What the browser needs to ask for a passkey of yours',
    tag,
    returns: optionsSchema,
    work: async (steps) => await askOwnPasskey(steps),
  }),
];
