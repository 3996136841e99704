import { z } from 'zod';
import { publicRoute, userRoute } from '../../platform/routes.ts';
import { accept, listAcceptances, showDocument, showInformation } from './documents.ts';
import {
  acceptanceSchema,
  documentParams,
  documentQuery,
  documentSchema,
  informationSchema,
  newAcceptanceSchema,
} from './documents.schema.ts';

const tag = 'Privacy';
const acceptances = z.object({ results: z.array(acceptanceSchema) });

export const routes = [
  publicRoute({
    method: 'GET',
    path: 'privacy/',
    summary: 'What is kept about people, why, how long, and whom to ask',
    tag,
    returns: informationSchema,
    work: async (ctx) => await Promise.resolve(showInformation(ctx.ground)),
  }),
  publicRoute({
    method: 'GET',
    path: 'privacy/documents/:document/',
    summary: 'The terms or the privacy policy, as they are or in an older version',
    tag,
    params: documentParams,
    query: documentQuery,
    returns: documentSchema,
    work: async (ctx, { params, query }) =>
      await Promise.resolve(showDocument(ctx.ground, params.document, query.version)),
  }),
  userRoute({
    method: 'GET',
    path: 'privacy/acceptances/',
    summary: 'Which documents you accepted, and which there are new versions of',
    tag,
    returns: acceptances,
    work: async (ctx) => ({ results: await listAcceptances(ctx, ctx.actor.userId) }),
  }),
  userRoute({
    method: 'POST',
    path: 'privacy/acceptances/',
    summary: 'Accept a document as it is now',
    tag,
    body: newAcceptanceSchema,
    returns: acceptances,
    work: async (ctx, { body }) => ({ results: await accept(ctx, ctx.actor.userId, body) }),
  }),
];
