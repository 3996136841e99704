import { cx } from './cx.ts';

const COLOURS = [
  'bg-[var(--person-1)]',
  'bg-[var(--person-2)]',
  'bg-[var(--person-3)]',
  'bg-[var(--person-4)]',
  'bg-[var(--person-5)]',
  'bg-[var(--person-6)]',
];

const SIZES = { small: 'size-6 text-xs', medium: 'size-8 text-sm' };

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

/** The first of several people, overlapping; how many there are is told beside them. */
export function AvatarStack({ people, most }: { people: readonly Person[]; most: number }) {
  return (
    <span
      className="inline-flex items-center"
      role="img"
      aria-label={people.map((person) => person.name).join(', ')}
    >
      {people.slice(0, most).map((person, index) => (
        <Avatar
          key={person.id}
          person={person}
          size="small"
          className={cx('ring-2 ring-surface', index > 0 && '-ml-1.5')}
        />
      ))}
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
