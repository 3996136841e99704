/** Runs a household's rules over entries. Compiled once, asked for every row of a file. */
import type { Id } from '@kinwise/core/ids';
import { sharesOf } from './check.ts';
import { readCondition } from './conditions.ts';
import type { Question, Seen } from './conditions.ts';
import { fold } from './fold.ts';
import type { Action, Outcome, Rule, RuleEntry } from './types.ts';

type Compiled = { readonly rule: Rule; readonly holds: Question };

/**
 * Answers what the rules want done with an entry; undefined where none caught it.
 *
 * Rules are asked in their order, each about the entry as it came. The first one to set something has the word on it;
 * tags add up. A rule with `stop` is the last one that is asked. A rule that cannot be read any more catches nothing.
 */
export function compileRules(rules: readonly Rule[]): (entry: RuleEntry) => Outcome | undefined {
  const compiled = rules.flatMap(compile);
  return (entry) => {
    const seen = seenOf(entry);
    const caught: Rule[] = [];
    for (const { rule, holds } of compiled) {
      if (!holds(seen)) continue;
      caught.push(rule);
      if (rule.stop) break;
    }
    return caught.length === 0 ? undefined : outcomeOf(caught);
  };
}

function compile(rule: Rule): Compiled[] {
  const questions: Question[] = [];
  // Patterns cost most, so that they are asked last; the answer is the same in any order.
  const cheapFirst = [...rule.conditions].sort(
    (a, b) => Number(a.op === 'matches') - Number(b.op === 'matches'),
  );
  for (const condition of cheapFirst) {
    const read = readCondition(condition);
    if (!read.ok) return [];
    questions.push(read.holds);
  }
  if (questions.length === 0) return [];
  const holds: Question =
    rule.match === 'all'
      ? (seen) => questions.every((question) => question(seen))
      : (seen) => questions.some((question) => question(seen));
  return [{ rule, holds }];
}

/** Texts are folded when first asked for: most rules look at the payee only. */
function seenOf(entry: RuleEntry): Seen {
  const plain = {
    get payee() {
      return entry.payee.normalize('NFC');
    },
    get memo() {
      return entry.memo.normalize('NFC');
    },
    get text() {
      return textOf(entry).normalize('NFC');
    },
  };
  const known: Partial<Record<'payee' | 'memo' | 'text', string>> = {};
  const folded = {
    get payee() {
      return (known.payee ??= fold(entry.payee));
    },
    get memo() {
      return (known.memo ??= fold(entry.memo));
    },
    get text() {
      return (known.text ??= fold(textOf(entry)));
    },
  };
  return { entry, plain, folded };
}

/** Everything that is written on an entry, one after the other. */
function textOf(entry: RuleEntry): string {
  return [entry.payee, entry.memo, entry.reference, entry.notes].filter((part) => part !== '').join(' ');
}

type Draft = { -readonly [Key in keyof Outcome]: Outcome[Key] };

function outcomeOf(caught: readonly Rule[]): Outcome {
  const outcome: Draft = { rules: caught.map((rule) => rule.id), tags: [], ignore: false };
  const tags = new Set<Id>();
  for (const rule of caught) {
    // A category, a split and a transfer exclude each other, so that they are one decision.
    const isSorted = outcome.sorted_by !== undefined;
    if (!isSorted && rule.actions.some(sorts)) outcome.sorted_by = rule.id;
    for (const action of rule.actions) {
      if (action.kind === 'add_tag') tags.add(action.value as Id);
      else if (!(isSorted && sorts(action))) set(outcome, action);
    }
  }
  outcome.tags = [...tags];
  return outcome;
}

function sorts({ kind }: Action): boolean {
  return kind === 'set_category' || kind === 'split' || kind === 'mark_transfer';
}

function set(outcome: Draft, { kind, value }: Action): void {
  if (kind === 'set_category') outcome.category_id = value as Id;
  else if (kind === 'split') outcome.split = sharesOf(value);
  else if (kind === 'mark_transfer')
    outcome.transfer = { account_id: (value as Id | null | undefined) ?? null };
  else if (kind === 'ignore') outcome.ignore = true;
  else if (kind === 'set_payee') outcome.payee ??= (value as string).trim();
  else if (kind === 'set_member') outcome.member_id ??= value as Id;
  else if (kind === 'set_notes') outcome.notes ??= (value as string).trim();
}
