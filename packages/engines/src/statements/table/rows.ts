import type { TextRecord } from '../csv/tokenize.ts';
import { cleanText, excerpt, joinTexts } from '../text/clean.ts';
import type { RejectedRow, StatementRow, Warning } from '../types.ts';
import { balanceRows } from './balance-rows.ts';
import { cutRow } from './end.ts';
import { cellAt, type Grid, isBlank } from './grid.ts';
import type { Plan } from './plan.ts';
import { readRow } from './row.ts';

export type Group = { rows: StatementRow[]; rejected: RejectedRow[]; namesCurrency: boolean };
export type TableRows = { groups: Map<string, Group> };

/** Reads every record below the names. Yields the records done. */
export function* readRows(grid: Grid, plan: Plan, warnings: Warning[]): Generator<number, TableRows> {
  const groups = new Map<string, Group>();
  const accountColumn = plan.at.account;
  let current = '';
  let previous: StatementRow | undefined;
  let rounded = 0;
  let firstRounded: number | undefined;
  for (let index = plan.region.first; index < grid.records.length; index += 1) {
    const record = grid.records[index];
    if (record === undefined || isBlank(record)) continue;
    if ((index & 2047) === 2047) yield index;
    if (record.isOpen) {
      groupOf(groups, current).rejected.push(cutRow(record));
      previous = undefined;
      continue;
    }
    const reading = readRow(record, plan);
    if (!reading.ok) {
      const rejected = rejection(record, reading, { plan, previous });
      groupOf(groups, current).rejected.push(rejected);
      continue;
    }
    if (accountColumn !== undefined) current = cleanText(cellAt(record, accountColumn));
    const group = groupOf(groups, current);
    group.rows.push(reading.row);
    group.namesCurrency ||= reading.namesCurrency;
    previous = reading.row;
    if (reading.rounded) {
      rounded += 1;
      firstRounded ??= record.line;
    }
  }
  if (rounded > 0) warnings.push(roundedWarning(rounded, firstRounded));
  if (groups.size === 0) groupOf(groups, '');
  settleNameless(groups);
  for (const group of groups.values()) leaveOutBalances(group);
  return { groups };
}

/** What is rejected above the first good row names no account of its own, and makes none. */
function settleNameless(groups: Map<string, Group>): void {
  const [nameless, first] = [...groups.values()];
  if (first === undefined || nameless !== groups.get('') || nameless?.rows.length !== 0) return;
  first.rejected.unshift(...nameless.rejected);
  groups.delete('');
}

function leaveOutBalances(group: Group): void {
  const balances = balanceRows(group.rows);
  if (balances.size === 0) return;
  const message = 'It is a balance, which moves no money.';
  for (const { line, raw } of balances)
    group.rejected.push({ line, text: excerpt(raw, 200), code: 'balance_row', message });
  group.rows = group.rows.filter((row) => !balances.has(row));
  group.rejected.sort((a, b) => a.line - b.line);
}

export function roundedWarning(count: number, line: number | undefined): Warning {
  const what = count === 1 ? 'One amount has' : `${count} amounts have`;
  return {
    code: 'amount_rounded',
    message: `${what} more decimals than the currency; rounded to its smallest coin.`,
    line,
  };
}

function groupOf(groups: Map<string, Group>, name: string): Group {
  const group = groups.get(name) ?? { rows: [], rejected: [], namesCurrency: false };
  groups.set(name, group);
  return group;
}

type Around = { plan: Plan; previous: StatementRow | undefined };

/** A line of only text right below a row continues that row's text; every other failure stands as it is. */
function rejection(
  record: TextRecord,
  failure: { code: string; message: string },
  around: Around,
): RejectedRow {
  const { plan, previous } = around;
  const base = { line: record.line, text: excerpt(record.text, 200) };
  if (previous !== undefined && isContinuation(record, plan)) {
    const more = record.cells.map(cleanText).filter((cell) => cell !== '');
    previous.memo = joinTexts([previous.memo, ...more]);
    previous.raw += `\n${record.text}`;
    const message = `It continues the text of line ${previous.line}, where it was added.`;
    return { ...base, code: 'continuation', message };
  }
  return { ...base, code: failure.code, message: failure.message };
}

function isContinuation(record: TextRecord, plan: Plan): boolean {
  return record.cells.every((cell, column) => cell.trim() === '' || plan.texts.has(column));
}
