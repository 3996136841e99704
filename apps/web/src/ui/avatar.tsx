import { cx } from './cx.ts';

const COLOURS = [
  'bg-[var(--person-1)]',
  'bg-[var(--person-2)]',
  'bg-[var(--person-3)]',
  'bg-[var(--person-4)]',
  'bg-[var(--person-5)]',
  'bg-[var(--person-6)]',
];

const SIZES = { small: 'size-6 text-xs', medium: 'size-8 text-sm', large: 'size-11 text-base' };

type Person = { readonly id: string; readonly name: string };

/** A person's initial on a colour of their own, the same on every screen because it follows from their id. */
export function Avatar({
  person,
  size = 'medium',
  className,
}: {
  person: Person;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white uppercase',
        colourOf(person.id),
        SIZES[size],
        className,
      )}
    >
      {initialOf(person.name)}
    </span>
  );
}

/** Several people, overlapping; those over `most` become a number. */
export function AvatarStack({
  people,
  most = 4,
  tellRest = true,
  size = 'small',
}: {
  people: readonly Person[];
  most?: number;
  /** Says how many more there are; not needed where the number stands beside. */
  tellRest?: boolean;
  size?: keyof typeof SIZES;
}) {
  const shown = people.slice(0, most);
  return (
    <span
      className="inline-flex items-center"
      role="img"
      aria-label={people.map((person) => person.name).join(', ')}
    >
      {shown.map((person, index) => (
        <Avatar
          key={person.id}
          person={person}
          size={size}
          className={cx('ring-2 ring-surface', index > 0 && '-ml-1.5')}
        />
      ))}
      {tellRest && people.length > most && (
        <span className="ml-1 text-xs text-ink-3">+{people.length - most}</span>
      )}
    </span>
  );
}

function initialOf(name: string): string {
  return [...name.trim()][0] ?? '?';
}

function colourOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? '';
}
