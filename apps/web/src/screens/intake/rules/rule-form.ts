import type { Rule, RuleAction, RuleCondition } from '@kinwise/api-client/schema';
import { readTypedAmount } from '@kinwise/core/format';
import { parseDay } from '@kinwise/core/days';
import {
  ACTION_KINDS,
  type ActionKind,
  type Field,
  FIELDS,
  ID_FIELDS,
  type Op,
  OPS,
  TEXT_FIELDS,
} from '@kinwise/engines/rules/types';

export type { ActionKind, Field, Op };
export { FIELDS };

/** A rule as the editor holds it: every value a text that can be typed, whatever the wire calls for. */
export type RuleForm = {
  readonly name: string;
  readonly is_active: boolean;
  readonly match: Rule['match'];
  readonly stop: boolean;
  readonly conditions: readonly ConditionForm[];
  readonly actions: readonly ActionForm[];
};

export type ConditionForm = {
  readonly field: Field;
  readonly op: Op;
  /** What is compared with; several are parted by commas. */
  readonly value: string;
  /** The upper end of "between". */
  readonly upTo: string;
};

/** `split` is kept as it came; the editor says that it is there and leaves it alone. */
export type ActionForm = { readonly kind: Exclude<ActionKind, 'split'>; readonly value: string };

export const FORM_ACTIONS = ACTION_KINDS.filter((kind) => kind !== 'split');

// The engine's own check brings a whole reader of patterns; the editor knows the comparisons by heart (a test compares).
const TEXT_OPS: readonly Op[] = ['contains', 'is', 'starts_with', 'ends_with', 'in', 'matches'];
const ORDERED_OPS: readonly Op[] = ['is', 'gt', 'gte', 'lt', 'lte', 'between'];
const CHOICE_OPS: readonly Op[] = ['is', 'in'];

/** Which comparisons make sense for a field; the first is what a new condition begins with. */
export function opsOf(field: Field): readonly Op[] {
  if (isText(field)) return TEXT_OPS;
  if (field === 'amount') return ORDERED_OPS;
  return field === 'occurred_day' ? [...ORDERED_OPS, 'in'] : CHOICE_OPS;
}

/** Actions that say all there is to say by themselves. */
export function needsValue(kind: ActionKind): boolean {
  return kind !== 'mark_transfer' && kind !== 'ignore';
}

export const NEW_CONDITION: ConditionForm = { field: 'text', op: 'contains', value: '', upTo: '' };
export const NEW_ACTION: ActionForm = { kind: 'set_category', value: '' };
export const NEW_RULE: RuleForm = {
  name: '',
  is_active: true,
  match: 'all',
  stop: false,
  conditions: [NEW_CONDITION],
  actions: [NEW_ACTION],
};

/** Another field keeps the comparison where it still makes sense, and never a value of another kind. */
export function withField(condition: ConditionForm, field: Field): ConditionForm {
  const ops = opsOf(field);
  const keepsValue = isText(condition.field) && isText(field);
  const op = ops.includes(condition.op) ? condition.op : (ops[0] ?? 'is');
  return { field, op, value: keepsValue ? condition.value : '', upTo: '' };
}

/** A rule of the wire as the editor shows it. What this editor does not know (a split) is kept by `keptActions`. */
export function formOf(rule: Rule): RuleForm {
  const { name, is_active, match, stop } = rule;
  return {
    name,
    is_active,
    match,
    stop,
    conditions: rule.conditions.flatMap((one) => conditionOf(one) ?? []),
    actions: rule.actions.flatMap((one) => actionOf(one) ?? []),
  };
}

/** Actions of a rule that the editor cannot show and must not lose. */
export function keptActions(rule: Rule | undefined): RuleAction[] {
  return (rule?.actions ?? []).filter((one) => actionOf(one) === undefined);
}

export type RuleBody = Pick<Rule, 'name' | 'is_active' | 'match' | 'stop' | 'conditions' | 'actions'>;

/** The form as the wire wants it; what is no value of its kind goes as it was typed, for the check to name. */
export function bodyOf(form: RuleForm, kept: readonly RuleAction[] = []): RuleBody {
  return {
    name: form.name.trim(),
    is_active: form.is_active,
    match: form.match,
    stop: form.stop,
    conditions: form.conditions.map((one) => ({ field: one.field, op: one.op, value: valueOf(one) })),
    actions: [...form.actions.map(wireAction), ...kept],
  };
}

/** What of a rule was changed in the editor; what others changed in it meanwhile is left as it is. */
export function changesOf(rule: Rule, body: RuleBody): Partial<RuleBody> {
  const before = bodyOf(formOf(rule), keptActions(rule));
  const names = Object.keys(body) as (keyof RuleBody)[];
  const other = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(body[name]));
  return Object.fromEntries(other.map((name) => [name, body[name]])) as Partial<RuleBody>;
}

/** What is missing or no value of its kind. What a pattern means only the server says. */
export type Gaps = {
  readonly name: boolean;
  readonly conditions: ReadonlySet<number>;
  readonly actions: ReadonlySet<number>;
  /** Whether it can be tried out: all but the name is there. */
  readonly testable: boolean;
};

export function gapsOf(form: RuleForm, kept: readonly RuleAction[] = []): Gaps {
  const conditions = new Set(form.conditions.flatMap((one, index) => (isWhole(one) ? [] : index)));
  const actions = new Set(
    form.actions.flatMap(({ kind, value }, index) => (needsValue(kind) && value.trim() === '' ? index : [])),
  );
  const filled = form.conditions.length > 0 && form.actions.length + kept.length > 0;
  const testable = filled && conditions.size === 0 && actions.size === 0;
  return { name: form.name.trim() === '', conditions, actions, testable };
}

function isWhole(condition: ConditionForm): boolean {
  const value = valueOf(condition);
  const each = Array.isArray(value) ? (value as unknown[]) : [value];
  return each.length > 0 && each.every((one) => fits(condition.field, one));
}

function fits(field: Field, value: unknown): boolean {
  if (field === 'amount') return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
  if (field !== 'occurred_day') return value !== '';
  return typeof value === 'number' ? value >= 1 && value <= 31 : parseDay(String(value)) !== undefined;
}

function valueOf({ field, op, value, upTo }: ConditionForm): unknown {
  if (op === 'between') return [simpleValue(field, value), simpleValue(field, upTo)];
  if (op !== 'in') return simpleValue(field, value);
  const each = value.split(',').map((text) => text.trim());
  return each.filter(Boolean).map((text) => simpleValue(field, text));
}

function simpleValue(field: Field, text: string): string | number {
  const trimmed = text.trim();
  if (field === 'amount') return readTypedAmount(trimmed, 'NZD') ?? trimmed;
  return field === 'occurred_day' && /^\d{1,2}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

function wireAction({ kind, value }: ActionForm): RuleAction {
  if (kind === 'ignore') return { kind };
  if (kind === 'mark_transfer') return { kind, value: value === '' ? null : value };
  return { kind, value: value.trim() };
}

function conditionOf({ field, op, value }: RuleCondition): ConditionForm | undefined {
  if (!isOneOf(FIELDS, field) || !isOneOf(OPS, op)) return undefined;
  if (op === 'between' && Array.isArray(value)) {
    return { field, op, value: textOf(value[0]), upTo: textOf(value[1]) };
  }
  return { field, op, value: Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value), upTo: '' };
}

function actionOf({ kind, value }: RuleAction): ActionForm | undefined {
  if (!isOneOf(ACTION_KINDS, kind) || kind === 'split') return undefined;
  return { kind, value: typeof value === 'string' ? value : '' };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isOneOf<Name extends string>(names: readonly Name[], text: string): text is Name {
  return (names as readonly string[]).includes(text);
}

export function isText(field: Field): boolean {
  return isOneOf(TEXT_FIELDS, field);
}

export function isIdField(field: Field): boolean {
  return isOneOf(ID_FIELDS, field);
}
