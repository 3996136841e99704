/** The table that is printed: every measure beside its reference and its goal. */
export type Goal = { readonly text: string; readonly met: (value: number) => boolean };

export type Line = {
  readonly measure: string;
  readonly size: string;
  readonly value: number;
  readonly unit: 'ms' | 'rows/s' | 'adds/s' | 'MB' | 's' | '×';
  /** The slowest of a hundred, in milliseconds. */
  readonly p99?: number;
  /** On a processor, per call (or per thousand rows): the server, and PostgreSQL. Milliseconds. */
  readonly cpu?: readonly [server: number, database: number];
  readonly reference?: { readonly name: string; readonly value: number };
  readonly goal?: Goal;
};

export const most = (limit: number, unit: string): Goal => ({
  text: `≤ ${limit} ${unit}`,
  met: (value) => value <= limit,
});
export const least = (limit: number, unit: string): Goal => ({
  text: `≥ ${limit} ${unit}`,
  met: (value) => value >= limit,
});

const HEAD = ['measure', 'size', 'KinWise', 'p99', 'cpu: server + database', 'reference', 'goal', ''];

/** The table as text with aligned columns, which Markdown reads as well. */
export function printed(lines: readonly Line[]): string {
  const cells = [HEAD, ...lines.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)));
  const shaped = cells.map(
    (row) =>
      `| ${row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - [...text].length)).join(' | ')} |`,
  );
  shaped.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return shaped.join('\n');
}

function cellsOf(line: Line): string[] {
  const { reference, goal, cpu } = line;
  return [
    line.measure,
    line.size,
    `${short(line.value)} ${line.unit}`,
    line.p99 === undefined ? '' : `${short(line.p99)} ms`,
    cpu === undefined
      ? ''
      : `${cpu
          .filter((part) => !Number.isNaN(part))
          .map(short)
          .join(' + ')} ms`,
    reference === undefined ? '' : `${reference.name} ${short(reference.value)}`,
    goal?.text ?? '',
    goal === undefined ? '' : goal.met(line.value) ? 'met' : 'MISSED',
  ];
}

/** Three figures are as many as such a measurement deserves. */
export function short(value: number): string {
  if (Number.isNaN(value)) return '?';
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}
