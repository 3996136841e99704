/** Hills in the sun: the picture under the hero number and on the way in. Decoration only. */
export function Hills({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 180 90" preserveAspectRatio="xMaxYMax meet" className={className}>
      <circle cx="118" cy="26" r="18" fill="var(--kowhai)" />
      <path
        d="M0 90C14 62 30 46 48 46c18 0 26 16 40 20 10-12 22-22 38-22 22 0 38 22 54 26v20z"
        fill="var(--hill-far)"
      />
      <path
        d="M22 90c12-16 26-26 42-26 14 0 22 10 34 10 14 0 24-14 42-14 18 0 30 14 40 18v12z"
        fill="var(--hill-near)"
      />
    </svg>
  );
}
