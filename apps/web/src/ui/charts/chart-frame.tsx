import { ChartLine, Table2 } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import { useUiSettings } from '../settings.tsx';

export type TableTwin = {
  readonly head: readonly string[];
  /** Rows as they are read out; the first cell names the row. */
  readonly rows: readonly (readonly ReactNode[])[];
};

type ChartFrameProps = {
  /** One sentence that says what the picture shows. */
  summary: string;
  /** The same figures as a table. */
  table: TableTwin;
  height: number;
  legend?: ReactNode;
  className?: string;
  /** Draws into the given width. */
  children: (width: number) => ReactNode;
};

/** The frame of every chart: a picture with a sentence, and its twin as a table one press away. */
export function ChartFrame({ summary, table, height, legend, className, children }: ChartFrameProps) {
  const { words } = useUiSettings();
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const Icon = asTable ? ChartLine : Table2;
  return (
    <figure className={className}>
      <div className="mb-1 flex min-h-8 items-center justify-between gap-3">
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">{!asTable && legend}</div>
        <button
          type="button"
          onClick={() => setAsTable(!asTable)}
          className="inline-flex min-h-8 shrink-0 items-center gap-1.5 rounded px-1.5 text-xs font-medium text-ink-3 hover:text-ink max-lg:min-h-11"
        >
          <Icon aria-hidden size={14} />
          {asTable ? words.showAsChart : words.showAsTable}
        </button>
      </div>
      <div ref={box} className={cx(asTable && 'max-h-80 overflow-auto')} tabIndex={asTable ? 0 : undefined}>
        {asTable ? (
          <DataTable table={table} caption={summary} />
        ) : (
          <svg
            role="img"
            aria-label={summary}
            width={width}
            height={height}
            className="kw-chart block max-w-full overflow-visible"
          >
            {width > 0 && children(width)}
          </svg>
        )}
      </div>
    </figure>
  );
}

/** A small dot with a name, for legends. */
export function LegendItem({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className="size-2.5 rounded-full" style={{ background: colour }} />
      {children}
    </span>
  );
}

function DataTable({ table, caption }: { table: TableTwin; caption: string }) {
  return (
    <table className="kw-tnum w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-left text-ink-3">
          {table.head.map((cell, index) => (
            <th key={cell} scope="col" className={cx('py-1.5 font-medium', index > 0 && 'pl-3 text-right')}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index} className="border-b border-line last:border-0">
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row" className="py-1.5 text-left font-normal">
                  {cell}
                </th>
              ) : (
                <td key={column} className="py-1.5 pl-3 text-right">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The width of an element, followed as it changes. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    setWidth(watched.clientWidth);
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
