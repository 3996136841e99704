/** The mark alone, or with the name beside it. */
export function Logo({ name = true, size = 32 }: { name?: boolean; size?: number }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg
        viewBox="0 0 64 64"
        width={size}
        height={size}
        {...(name ? { 'aria-hidden': true } : { role: 'img', 'aria-label': 'KinWise' })}
      >
        <rect width="64" height="64" rx="17" fill="#0D5C48" />
        <g fill="none" stroke="#fff" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round">
          <path d="M20 17v30" />
          <path d="M37 18 23.500 32.500 36 47" />
        </g>
        <circle cx="46.500" cy="44" r="4.700" fill="#F3B63A" />
      </svg>
      {name && (
        <span className="font-display text-[1.1875rem] font-semibold tracking-[-0.02em]">KinWise</span>
      )}
    </span>
  );
}
