/**
 * Exchange rates of the household, by day. A rate is looked up once, when an entry in another currency is written, and
 * stays frozen on that entry: what is changed here later changes no entry and no total of the past.
 */
import { isCurrency } from '@kinwise/core/currencies';
import type { Day } from '@kinwise/core/days';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { convert, formatRate, formatWire } from '@kinwise/core/money';
import { findRate, latestOf } from '@kinwise/engines/rates/find';
import type { FoundRate } from '@kinwise/engines/rates/find';
import { readRatesFile } from '@kinwise/engines/rates/read';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { amountIn } from '../../platform/fields.ts';
import { page, positionOf } from '../../platform/lists.ts';
import { Problem, invalid, notFound, stale } from '../../platform/problems.ts';
import type { UploadedFile } from '../../platform/routes.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { rateOnTheWire, scaledOf } from './currencies.schema.ts';
import type { ConversionQuery, NewRate, RateListQuery, WireRate } from './currencies.schema.ts';
import {
  currenciesInUse,
  deleteRate,
  insertRate,
  latestRates,
  putRates,
  readRates,
  updateRate,
} from './currencies.store.ts';
import type { RateRow } from './currencies.store.ts';

type Pair = { readonly base: string; readonly quote: string };
type At = { id: Id; ifVersion: number | undefined };

/**
 * The rate that holds on a day, as `scaled / 10^10` units of `quote` for one of `base`: of the day itself or the latest
 * earlier one; direct, turned round, or across the household's currency or the euro. Undefined when nothing leads there.
 */
export async function rateOn(
  ctx: HouseholdContext,
  of: Pair & { readonly on: Day },
): Promise<bigint | undefined> {
  const key = `${of.base} ${of.quote} ${of.on}`;
  const known = asked.get(ctx) ?? new Map<string, bigint | undefined>();
  asked.set(ctx, known);
  if (!known.has(key)) known.set(key, (await findOn(ctx, of))?.scaled);
  return known.get(key);
}

/** A file names the same days over and over: what was found stays known until the transaction ends or sets a rate. */
const asked = new WeakMap<HouseholdContext, Map<string, bigint | undefined>>();

export async function pageOfRates(ctx: HouseholdContext, query: RateListQuery) {
  const { page_size: size, sort, base, quote, on, on__gte, on__lte } = query;
  const from = query.cursor === undefined ? undefined : positionOf(ctx.ground, sort, query.cursor);
  const filters = { base, quote, from: on ?? on__gte, to: on ?? on__lte };
  const found = await readRates(ctx, filters, { size, from });
  const { rows, meta } = page(ctx.ground, found, {
    size,
    sort,
    from,
    filters: { base, quote, on, on__gte, on__lte },
    valuesOf: (row) => [row.on_day, row.id],
  });
  return { results: rows.map((row) => onTheWire(ctx, row)), _meta: meta };
}

/** Rates as they travel, by id or all of them. */
export async function listRates(ctx: HouseholdContext, ids?: readonly Id[]): Promise<WireRate[]> {
  return (await readRates(ctx, { ids })).map((row) => onTheWire(ctx, row));
}

export async function showRate(ctx: HouseholdContext, id: Id): Promise<WireRate> {
  return onTheWire(ctx, await existing(ctx, id));
}

export async function addRate(ctx: HouseholdContext, body: NewRate): Promise<WireRate> {
  if (body.base === body.quote) {
    throw invalid('/quote', 'same_currency', 'quote: must be another currency than base');
  }
  const id = body.id ?? newId();
  try {
    await insertRate(ctx, { id, base: body.base, quote: body.quote, on_day: body.on, rate: body.rate });
  } catch (error) {
    if (constraintOf(error) === 'exchange_rates_pkey') {
      throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
    }
    if (constraintOf(error) !== 'exchange_rates_household_id_base_quote_on_day_key') throw error;
    throw new Problem(
      'RESOURCE_3002',
      `There is a rate from ${body.base} to ${body.quote} for ${body.on} already. Change that one.`,
      { errors: [{ pointer: '/on', code: 'taken', message: 'The day has a rate.' }] },
    );
  }
  asked.delete(ctx);
  ctx.emit(happened('exchange_rate.set', { ids: [id], after: body }));
  return await showRate(ctx, id);
}

export async function changeRate(ctx: HouseholdContext, at: At, rate: string): Promise<WireRate> {
  const before = await unmoved(ctx, at);
  if (!(await updateRate(ctx, before, rate))) throw stale(await showRate(ctx, at.id));
  asked.delete(ctx);
  ctx.emit(happened('exchange_rate.set', { ids: [at.id], before, after: { rate } }));
  return await showRate(ctx, at.id);
}

export async function removeRate(ctx: HouseholdContext, at: At): Promise<void> {
  const before = await unmoved(ctx, at);
  if (!(await deleteRate(ctx, before))) throw stale(await showRate(ctx, at.id));
  asked.delete(ctx);
  ctx.emit(happened('exchange_rate.set', { ids: [at.id], before, op: 'delete' }));
}

const CHUNK = 5_000;

/** Takes in a file of rates. Days that are known already follow the file. */
export async function uploadRates(
  ctx: HouseholdContext,
  upload: { file: UploadedFile | undefined; currencies: string | undefined },
) {
  if (!upload.file)
    throw invalid('/file', 'required', 'file: send the table of rates in the form field "file"');
  const file = readRatesFile(new TextDecoder().decode(upload.file.bytes));
  if (!file.ok) {
    throw new Problem('BUSINESS_4006', file.message, {
      errors: [{ pointer: '/file', code: 'rates_unreadable', message: `Line ${file.line}: ${file.message}` }],
    });
  }
  const wanted = await wantedCurrencies(ctx, upload.currencies);
  const kept = file.rates.filter((rate) => !wanted || (wanted.has(rate.base) && wanted.has(rate.quote)));
  // Where a file has a day twice, the later line wins; one statement may touch a row only once.
  const unique = [...new Map(kept.map((rate) => [`${rate.base}${rate.quote}${rate.on}`, rate])).values()];
  const changed: Id[] = [];
  for (let from = 0; from < unique.length; from += CHUNK) {
    const rows = unique.slice(from, from + CHUNK);
    changed.push(
      ...(await putRates(
        ctx,
        rows.map((rate) => ({ ...rate, id: newId(), rate: formatRate(rate.scaled) })),
      )),
    );
  }
  if (changed.length > 0) {
    const after = { file: upload.file.name, rates: unique.length };
    asked.delete(ctx);
    ctx.emit(happened('exchange_rate.set', { ids: changed, after }));
  }
  const days = unique.map((rate) => rate.on).sort();
  return {
    read: file.rates.length,
    kept: unique.length,
    changed: changed.length,
    skipped: file.skippedCount,
    warnings: file.skipped.map((row) => ({ code: 'row_skipped', ...row })),
    first_on: days[0] ?? null,
    last_on: days.at(-1) ?? null,
    currencies: [...new Set(unique.flatMap((rate) => [rate.base, rate.quote]))].sort(),
  };
}

/** What an amount is in another currency on a day, with the rate that says so. */
export async function convertOn(ctx: HouseholdContext, query: ConversionQuery) {
  const { base } = query;
  const quote = query.quote ?? ctx.currency;
  const on = query.on ?? ctx.today;
  const found = await findOn(ctx, { base, quote, on });
  if (!found) {
    throw new Problem(
      'BUSINESS_4009',
      `There is no exchange rate from ${base} to ${quote} for ${on} or before. Add one first.`,
    );
  }
  const minor = query.amount === undefined ? undefined : amountIn(base, query.amount, '/amount');
  const amount = minor === undefined ? undefined : { minor, currency: base };
  return {
    base,
    quote,
    on,
    rate: formatRate(found.scaled),
    rate_on: found.on,
    way: found.way,
    across: found.across ?? null,
    amount: amount ? formatWire(amount) : null,
    converted: amount ? formatWire(convert(amount, { base, quote, scaled: found.scaled })) : null,
  };
}

async function findOn(ctx: HouseholdContext, of: Pair & { on: Day }): Promise<FoundRate | undefined> {
  const pivots = pivotsOf(ctx);
  const currencies = [...new Set([of.base, of.quote, ...pivots])];
  const rows = of.base === of.quote ? [] : await latestRates(ctx, currencies, of.on);
  return findRate(latestOf(rows.map(known)), { base: of.base, quote: of.quote, on: of.on, pivots });
}

/** Across the household's own currency first; then the euro, for which central banks' tables are made. */
function pivotsOf(ctx: HouseholdContext): string[] {
  return [...new Set([ctx.currency, 'EUR'])];
}

function known(row: { base: string; quote: string; on_day: Day; rate: string }) {
  return { base: row.base, quote: row.quote, on: row.on_day, scaled: scaledOf(row.rate) };
}

/** The currencies to keep of a file; undefined for all. The euro stays, or a table for one euro would say nothing. */
async function wantedCurrencies(
  ctx: HouseholdContext,
  named: string | undefined,
): Promise<Set<string> | undefined> {
  if (named === 'all') return undefined;
  if (named === undefined) return new Set([...(await currenciesInUse(ctx)), ctx.currency, 'EUR']);
  const codes = named.split(',').map((code) => code.trim().toUpperCase());
  const unknown = codes.find((code) => !isCurrency(code));
  if (unknown !== undefined) {
    throw invalid(
      '/currencies',
      'currency_unknown',
      `currencies: "${unknown}" is no currency code. Write them as NZD,USD,AUD`,
    );
  }
  return new Set([...codes, 'EUR']);
}

async function existing(ctx: HouseholdContext, id: Id): Promise<RateRow> {
  const [row] = await readRates(ctx, { ids: [id] });
  if (!row) throw notFound('exchange rate');
  return row;
}

async function unmoved(ctx: HouseholdContext, at: At): Promise<RateRow> {
  const row = await existing(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(onTheWire(ctx, row));
  return row;
}

function onTheWire(ctx: HouseholdContext, row: RateRow): WireRate {
  return rateOnTheWire(row, ctx.reach('categories.manage') === 'none' ? [] : ['edit', 'delete']);
}
