/** The household's own rules: if an entry looks like this, do that with it. */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { checkRule, sharesOf } from '@kinwise/engines/rules/check';
import { isIdField } from '@kinwise/engines/rules/conditions';
import type { Action, Condition, Rule } from '@kinwise/engines/rules/types';
import { happened } from '../../events.ts';
import { memberOf } from '../../home/memberships/memberships.ts';
import { listAccounts } from '../../ledger/accounts/accounts.ts';
import { requireCategories } from '../../ledger/categories/categories.ts';
import { listMerchants } from '../../ledger/merchants/merchants.ts';
import { listTags } from '../../ledger/tags/tags.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { placesMoved } from '../../platform/matter.ts';
import { Problem, invalid, notFound, stale } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { ruleOnTheWire } from './rules.schema.ts';
import type { NewRule, RuleChange, WireRule } from './rules.schema.ts';
import { addHits, insertRule, readRules, replaceId, updateRule, writePositions } from './rules.store.ts';
import type { RuleRow } from './rules.store.ts';

type At = { id: Id; ifVersion: number | undefined };

/** Rules in the order in which they are asked: those of these ids, or all of them. */
export async function listRules(ctx: HouseholdContext, ids?: readonly Id[]): Promise<WireRule[]> {
  return (await readRules(ctx, ids)).map((row) => onTheWire(ctx, row));
}

export async function showRule(ctx: HouseholdContext, id: Id): Promise<WireRule> {
  return onTheWire(ctx, await existing(ctx, id));
}

/** The rules in force, as the engine runs them. */
export async function rulesInForce(ctx: HouseholdContext): Promise<(Rule & { readonly name: string })[]> {
  return (await readRules(ctx)).filter((row) => row.is_active).map(forEngine);
}

/** One rule as the engine runs it, in force or not. */
export async function ruleFor(ctx: HouseholdContext, id: Id): Promise<Rule & { readonly name: string }> {
  return forEngine(await existing(ctx, id));
}

export async function addRule(ctx: HouseholdContext, body: NewRule): Promise<WireRule> {
  await checked(ctx, body);
  const id = body.id ?? newId();
  const { name, is_active, match, conditions, actions, stop, order } = body;
  try {
    await insertRule(ctx, {
      id,
      name,
      is_active,
      matching: match,
      conditions,
      actions,
      is_final: stop,
      position: order,
      created_by: actorId(ctx) ?? null,
    });
  } catch (error) {
    if (constraintOf(error) !== 'rules_pkey') throw error;
    throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
  }
  ctx.emit(happened('rule.created', { ids: [id], after: body }));
  return await showRule(ctx, id);
}

export async function changeRule(ctx: HouseholdContext, at: At, body: RuleChange): Promise<WireRule> {
  const before = await unmoved(ctx, at);
  await checked(ctx, { conditions: body.conditions ?? [], actions: body.actions ?? [] });
  const { order, match, stop, ...rest } = body;
  const changes = { ...rest, position: order, matching: match, is_final: stop };
  if (!(await updateRule(ctx, before, changes))) throw stale(await showRule(ctx, at.id));
  ctx.emit(happened('rule.changed', { ids: [at.id], before, after: changes }));
  return await showRule(ctx, at.id);
}

/** What the rule did stays done. */
export async function deleteRule(ctx: HouseholdContext, at: At): Promise<void> {
  const before = await unmoved(ctx, at);
  if (!(await updateRule(ctx, before, { deleted_at: ctx.now }))) throw stale(await showRule(ctx, at.id));
  ctx.emit(happened('rule.deleted', { ids: [at.id], before }));
}

export async function reorderRules(ctx: HouseholdContext, ids: readonly Id[]): Promise<WireRule[]> {
  const living = new Map((await readRules(ctx)).map((row) => [row.id, row]));
  const index = ids.findIndex((id, at) => !living.has(id) || ids.indexOf(id) !== at);
  if (index >= 0) {
    throw invalid(`/ids/${index}`, 'rule_unknown', 'Each id has to be a rule of this household, once.');
  }
  const moved = await writePositions(ctx, ids);
  const parts = placesMoved(moved, ids, living);
  if (moved.length > 0) ctx.emit(happened('rule.changed', { ids: moved, parts }));
  return await listRules(ctx);
}

/** Counts for each rule how many entries it caught for good. */
export async function countHits(ctx: HouseholdContext, hits: ReadonlyMap<Id, number>): Promise<void> {
  if (hits.size > 0) await addHits(ctx, hits);
}

/** A category or merchant was merged into another one: rules follow it. */
export async function followMerge(ctx: HouseholdContext, from: Id, into: Id): Promise<void> {
  const ids = await replaceId(ctx, from, into);
  if (ids.length > 0) ctx.emit(happened('rule.changed', { ids, after: { replaced: from, by: into } }));
}

/** What may be done with a rule now. */
export async function actionsOn(ctx: HouseholdContext, id: Id): Promise<readonly string[]> {
  return (await showRule(ctx, id)).available_actions;
}

type Parts = { conditions: readonly Condition[]; actions: readonly Action[] };

/**
 * Refuses a rule that cannot be run, and one that names what is not there; each with the place in the rule. `under` is
 * the place of the rule in the body.
 */
export async function checked(ctx: HouseholdContext, rule: Parts, under = ''): Promise<void> {
  const errors = checkRule(rule).map((one) => ({ ...one, pointer: `${under}${one.pointer}` }));
  if (errors.length > 0) {
    throw new Problem('VALIDATION_2002', errors[0]?.message ?? 'The rule cannot be run.', { errors });
  }
  const named = namesIn(rule).map((one) => ({ ...one, pointer: `${under}${one.pointer}` }));
  await requireCategories(
    ctx,
    named.flatMap((one) => (one.kind === 'category' ? [{ id: one.id, pointer: one.pointer }] : [])),
  );
  for (const kind of ['tag', 'account', 'merchant', 'member'] as const) {
    const wanted = named.filter((one) => one.kind === kind);
    const known = await knownOf(ctx, kind, [...new Set(wanted.map((one) => one.id))]);
    const missing = wanted.find((one) => !known.has(one.id));
    if (missing) {
      throw invalid(missing.pointer, `${kind}_unknown`, `There is no such ${kind} in this household.`);
    }
  }
}

type Named = { kind: 'category' | 'tag' | 'account' | 'merchant' | 'member'; id: Id; pointer: string };

function namesIn({ conditions, actions }: Parts): Named[] {
  const asked = conditions.flatMap(({ field, value }, index): Named[] => {
    if (!isIdField(field)) return [];
    const kind = field.slice(0, -3) as 'account' | 'merchant' | 'member';
    const ids = (Array.isArray(value) ? value : [value]) as Id[];
    return ids.map((id) => ({ kind, id, pointer: `/conditions/${index}/value` }));
  });
  const set = actions.flatMap(({ kind, value }, index): Named[] => {
    const pointer = `/actions/${index}/value`;
    if (kind === 'set_category') return [{ kind: 'category', id: value as Id, pointer }];
    if (kind === 'add_tag') return [{ kind: 'tag', id: value as Id, pointer }];
    if (kind === 'set_member') return [{ kind: 'member', id: value as Id, pointer }];
    if (kind === 'mark_transfer' && value) return [{ kind: 'account', id: value as Id, pointer }];
    if (kind !== 'split') return [];
    return sharesOf(value).flatMap((part, at): Named[] => [
      ...(part.category_id === null
        ? []
        : [{ kind: 'category' as const, id: part.category_id, pointer: `${pointer}/${at}/category_id` }]),
      ...(part.member_id === null
        ? []
        : [{ kind: 'member' as const, id: part.member_id, pointer: `${pointer}/${at}/member_id` }]),
    ]);
  });
  return [...asked, ...set];
}

async function knownOf(
  ctx: HouseholdContext,
  kind: Exclude<Named['kind'], 'category'>,
  ids: readonly Id[],
): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  if (kind === 'member') {
    const members = await Promise.all(ids.map(async (id) => await memberOf(ctx, id)));
    return new Set(ids.filter((_id, index) => members[index] !== undefined));
  }
  const list = { tag: listTags, account: listAccounts, merchant: listMerchants }[kind];
  return new Set((await list(ctx, ids)).map((row) => row.id));
}

function forEngine(row: RuleRow): Rule & { readonly name: string } {
  const { id, name, matching: match, conditions, actions, is_final: stop } = row;
  return { id, name, match, conditions, actions, stop };
}

async function existing(ctx: HouseholdContext, id: Id): Promise<RuleRow> {
  const [row] = await readRules(ctx, [id]);
  if (!row) throw notFound('rule');
  return row;
}

async function unmoved(ctx: HouseholdContext, at: At): Promise<RuleRow> {
  const row = await existing(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(onTheWire(ctx, row));
  return row;
}

function onTheWire(ctx: HouseholdContext, row: RuleRow): WireRule {
  return ruleOnTheWire(row, ctx.reach('rules.manage') === 'none' ? [] : ['edit', 'apply', 'delete']);
}
