import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute, userRoute } from '../../platform/routes.ts';
import {
  addRate,
  changeRate,
  convertOn,
  pageOfRates,
  removeRate,
  showRate,
  uploadRates,
} from './currencies.ts';
import {
  CURRENCY_LIST,
  conversionQuery,
  conversionSchema,
  currencySchema,
  newRateSchema,
  rateChangeSchema,
  rateListQuery,
  rateListSchema,
  rateSchema,
  uploadAnswerSchema,
  uploadBodySchema,
} from './currencies.schema.ts';

const tag = 'Currencies';
const one = z.object({ id });

export const routes = [
  userRoute({
    method: 'GET',
    path: 'currencies/',
    summary: 'All currencies, by code',
    tag,
    returns: z.object({ results: z.array(currencySchema) }),
    work: async () => await Promise.resolve({ results: CURRENCY_LIST }),
  }),
  householdRoute({
    method: 'GET',
    path: 'exchange-rates/',
    requires: 'household.view',
    summary: 'Exchange rates, newest day first',
    tag,
    query: rateListQuery,
    returns: rateListSchema,
    work: async (ctx, { query }) => await pageOfRates(ctx, query),
  }),
  householdRoute({
    method: 'GET',
    path: 'exchange-rates/convert/',
    requires: 'household.view',
    summary: 'The rate of a day, and an amount by it',
    tag,
    query: conversionQuery,
    returns: conversionSchema,
    work: async (ctx, { query }) => await convertOn(ctx, query),
  }),
  // Rates are one of the household's shared lists, like its categories, and in the same hands.
  householdRoute({
    method: 'POST',
    path: 'exchange-rates/',
    requires: 'categories.manage',
    summary: 'Set the rate of a day; entries that are there keep the rate they were made with',
    tag,
    body: newRateSchema,
    returns: rateSchema,
    status: 201,
    work: async (ctx, { body }) => await addRate(ctx, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'exchange-rates/upload/',
    requires: 'categories.manage',
    summary: 'Take in a table of rates, such as the European Central Bank’s',
    tag,
    upload: { maxBytes: 10_000_000 },
    body: uploadBodySchema,
    returns: uploadAnswerSchema,
    work: async (ctx, { file, body }) => await uploadRates(ctx, { file, currencies: body.currencies }),
  }),
  householdRoute({
    method: 'GET',
    path: 'exchange-rates/:id/',
    requires: 'household.view',
    summary: 'One exchange rate',
    tag,
    params: one,
    returns: rateSchema,
    work: async (ctx, { params }) => await showRate(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'exchange-rates/:id/',
    requires: 'categories.manage',
    summary: 'Correct an exchange rate',
    tag,
    params: one,
    body: rateChangeSchema,
    returns: rateSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeRate(ctx, { id: params.id, ifVersion }, body.rate),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'exchange-rates/:id/',
    requires: 'categories.manage',
    summary: 'Delete an exchange rate',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params, ifVersion }) => {
      await removeRate(ctx, { id: params.id, ifVersion });
    },
  }),
];
