import { endsWithLine } from '../cut-off.ts';
import { dateToken } from '../dates.ts';
import { bare } from '../text/clean.ts';
import { meaningsOf } from '../table/vocabulary.ts';
import { holdsDayAndAmount } from './delimiter.ts';
import { linesOf, type TextRecord } from './tokenize.ts';

const LABELLED = /^\s*(\p{L}[\p{L} ]{0,30}):(.*)$/u;

type Block = { line: number; values: Map<string, string>; lines: string[] };

/**
 * Some banks write each row as a block of lines, `Date: …`, `Description: …`, `Amount: …`. Laid out as the table that they
 * are: the labels become its names, and the lines above the first block its preamble. Undefined where there are none.
 */
export function labelledRecords(text: string): TextRecord[] | undefined {
  const above: TextRecord[] = [];
  const blocks: Block[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue;
    const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
    const name = label.trim();
    if (isDay(name, bare(value))) blocks.push({ line: index + 1, values: new Map(), lines: [] });
    const block = blocks[blocks.length - 1];
    if (block === undefined) above.push({ line: index + 1, cells: [bare(line)], text: line });
    else addTo(block, { name, value: bare(value), line });
  }
  const whole = blocks.filter((block) => holdsDayAndAmount([...block.values.values()]));
  if (whole.length === 0 || whole.length < blocks.length * 0.8) return undefined;
  return [...above, ...tableOf(blocks, !endsWithLine(text))];
}

function isDay(name: string, value: string): boolean {
  return meaningsOf(name)[0]?.role === 'date' && dateToken(value) !== undefined;
}

/** A line without a label, or with one that the block has already, goes on with the text above it. */
function addTo(block: Block, { name, value, line }: { name: string; value: string; line: string }): void {
  block.lines.push(line);
  const last = [...block.values.keys()].pop();
  if (name !== '' && !block.values.has(name)) block.values.set(name, value);
  else if (last !== undefined) block.values.set(last, `${block.values.get(last) ?? ''} ${line.trim()}`);
}

function tableOf(blocks: readonly Block[], isUnended: boolean): TextRecord[] {
  const names = [...new Set(blocks.flatMap((block) => [...block.values.keys()]))];
  const header = { line: blocks[0]?.line ?? 1, cells: names, text: names.join(',') };
  const rows = blocks.map(({ line, values, lines }): TextRecord => {
    return { line, cells: names.map((name) => values.get(name) ?? ''), text: lines.join('\n') };
  });
  const last = rows[rows.length - 1];
  if (last !== undefined && isUnended) last.isUnended = true;
  return [header, ...rows];
}
