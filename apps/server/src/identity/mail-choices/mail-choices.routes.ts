import { publicRoute, userRoute } from '../../platform/routes.ts';
import { byToken, choiceSchema, offSchema, oneClickSchema, worksSchema } from './mail-choices.schema.ts';
import { askWhetherItReaches, showChoice, showThatItReaches, toPage, turnOff } from './mail-choices.ts';

const tag = 'Mail';
const limits = ['mail_choice'];

export const routes = [
  publicRoute({
    method: 'GET',
    path: 'mail/unsubscribe/:token/',
    summary: 'What the link in a mail turns off; changes nothing',
    tag,
    params: byToken,
    limits,
    returns: choiceSchema,
    work: async (ctx, { params }) => await showChoice(ctx, params.token),
  }),
  publicRoute({
    method: 'POST',
    path: 'mail/unsubscribe/:token/',
    summary: 'Turn those mails off, without signing in',
    tag,
    params: byToken,
    limits,
    body: offSchema,
    returns: choiceSchema,
    work: async (ctx, { params }) => await turnOff(ctx, params.token),
  }),
  publicRoute({
    method: 'GET',
    path: 'mail/one-click/:token/',
    summary: 'Leads to the page that asks whether to turn mails off; changes nothing',
    tag,
    params: byToken,
    limits,
    status: 303,
    work: async (ctx, { params }) => await Promise.resolve(toPage(ctx, params.token)),
  }),
  publicRoute({
    method: 'POST',
    path: 'mail/one-click/:token/',
    summary: 'Turn those mails off, as mail programs do it (RFC 8058)',
    tag,
    params: byToken,
    limits,
    alsoTakes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
    body: oneClickSchema,
    returns: choiceSchema,
    work: async (ctx, { params }) => await turnOff(ctx, params.token),
  }),
  userRoute({
    method: 'POST',
    path: 'users/me/mail/check/',
    summary: 'Get a mail whose link shows that mail reaches you',
    tag,
    limits: ['mail_check'],
    work: async (ctx) => {
      await askWhetherItReaches(ctx);
    },
  }),
  publicRoute({
    method: 'POST',
    path: 'mail/works/',
    summary: 'Show by the link of that mail that it arrived',
    tag,
    limits,
    body: worksSchema,
    work: async (ctx, { body }) => {
      await showThatItReaches(ctx, body.token);
    },
  }),
];
