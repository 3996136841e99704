/** Line numbers for positions in a text, by halving a list of where lines begin. */
export function lineFinder(text: string): (position: number) => number {
  const starts = [0];
  const end = text.includes('\n') ? '\n' : '\r';
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) starts.push(at + 1);
  return (position) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
