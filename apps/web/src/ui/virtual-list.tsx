import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';

export type VirtualListHandle = { readonly scrollTo: (index: number) => void };

type VirtualListProps = {
  /** How many items there are in all, read or not. */
  count: number;
  /** Draws one item; for one that is not read yet, draw a skeleton of its height. */
  renderItem: (index: number) => ReactNode;
  itemKey?: (index: number) => string | number;
  /** Pixels of a usual row; true heights are measured. */
  estimate: number;
  /** Names the list for screen readers. */
  label: string;
  /** Hears which items are in view (first, last), to read just those. */
  onWindow?: (first: number, last: number) => void;
  /** Scrolls within itself when given a class with a height; otherwise with the page. */
  className?: string;
  handle?: Ref<VirtualListHandle>;
};

/** A list of which only what is in view exists. Items carry their place in the whole for screen readers. */
export function VirtualList(props: VirtualListProps) {
  return props.className === undefined ? <PageList {...props} /> : <BoxList {...props} />;
}

function PageList(props: VirtualListProps) {
  const top = useRef<HTMLDivElement>(null);
  const virtualizer = useWindowVirtualizer({
    count: props.count,
    estimateSize: () => props.estimate,
    overscan: 12,
    scrollMargin: top.current?.offsetTop ?? 0,
    ...(props.itemKey && { getItemKey: props.itemKey }),
  });
  return (
    <div ref={top}>
      <Rows {...props} virtualizer={virtualizer} margin={virtualizer.options.scrollMargin} />
    </div>
  );
}

function BoxList(props: VirtualListProps) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: props.count,
    estimateSize: () => props.estimate,
    overscan: 12,
    getScrollElement: () => box.current,
    ...(props.itemKey && { getItemKey: props.itemKey }),
  });
  return (
    <div ref={box} className={props.className} tabIndex={-1}>
      <Rows {...props} virtualizer={virtualizer} margin={0} />
    </div>
  );
}

type RowsProps = VirtualListProps & {
  virtualizer: Virtualizer<Window, Element> | Virtualizer<HTMLDivElement, Element>;
  margin: number;
};

function Rows({ virtualizer, margin, count, label, renderItem, onWindow, handle }: RowsProps) {
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= 0) onWindow?.(first, last);
  }, [first, last, onWindow]);
  useImperativeHandle(handle, () => ({
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  }));
  return (
    <ul aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {items.map((item) => (
        <li
          key={item.key}
          ref={virtualizer.measureElement}
          data-index={item.index}
          aria-setsize={count}
          aria-posinset={item.index + 1}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${item.start - margin}px)` }}
        >
          {renderItem(item.index)}
        </li>
      ))}
    </ul>
  );
}
