import { Fragment, type ReactNode } from 'react';

/**
 * The small part of Markdown that plain documents need: headings, paragraphs, lists, **bold** and links. Whatever else
 * stands there is shown as it is; nothing of it ever becomes markup.
 */
export function Markdown({ text, firstLevel = 2 }: { text: string; firstLevel?: 2 | 3 }) {
  return (
    <div className="space-y-4 text-pretty text-ink-2">
      {text.split(/\n{2,}/).map((block, at) => (
        <Block key={at} block={block.trim()} firstLevel={firstLevel} />
      ))}
    </div>
  );
}

function Block({ block, firstLevel }: { block: string; firstLevel: 2 | 3 }) {
  const [, marks = '', title] = /^(#{2,3}) (.+)$/.exec(block) ?? [];
  if (title !== undefined) {
    const Heading = firstLevel + marks.length - 2 === 2 ? 'h2' : 'h3';
    return <Heading className="pt-2 text-lg text-ink">{inline(title)}</Heading>;
  }
  if (block.startsWith('- ')) {
    return (
      <ul className="list-disc space-y-2 pl-5 marker:text-ink-3">
        {block
          .slice(2)
          .split(/\n- /)
          .map((item, at) => (
            <li key={at}>{inline(item)}</li>
          ))}
      </ul>
    );
  }
  return <p>{inline(block)}</p>;
}

const PART = /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;
/** Whatever else an address may begin with is no link. */
const SAFE = /^(https:\/\/|mailto:|\/(?!\/)|#)/;

function inline(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(PART)) {
    const [whole, bold, label, address = ''] = match;
    parts.push(text.slice(from, match.index));
    if (bold !== undefined) parts.push(<strong className="font-semibold text-ink">{bold}</strong>);
    else if (SAFE.test(address)) parts.push(<DocumentLink address={address}>{label}</DocumentLink>);
    else parts.push(whole);
    from = match.index + whole.length;
  }
  parts.push(text.slice(from));
  return parts.map((part, at) => <Fragment key={at}>{part}</Fragment>);
}

function DocumentLink({ address, children }: { address: string; children: ReactNode }) {
  const outside = address.startsWith('https://');
  return (
    <a
      href={address}
      {...(outside && { rel: 'noreferrer' })}
      className="font-semibold text-brand-text underline underline-offset-4"
    >
      {children}
    </a>
  );
}
