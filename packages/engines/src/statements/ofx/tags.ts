import { decodeEntities } from '../text/entities.ts';

/**
 * An element of an OFX body. OFX 1 is SGML whose leaves are seldom closed, and files of version 2 often are as well, so
 * one tolerant reader serves both; XML readers refuse what banks really send.
 */
export type Tag = {
  name: string;
  /** Text of a leaf, decoded and trimmed; empty for an aggregate. */
  value: string;
  children: Tag[];
  start: number;
  end: number;
  /** Its own closing tag stands in the file. */
  isClosed: boolean;
};

/** No real file nests deeper; below this, an empty element is taken for a leaf. */
const MAX_DEPTH = 64;

const ELEMENT = /<(\/?)([A-Za-z][A-Za-z0-9_.:-]*)([^<>]*)>|<!--|<!\[CDATA\[|<[?!][^>]*>/g;

/** A namespace in front of a name says nothing: OFX has only its own. */
const PREFIX = /^.*:/;

/** Markup of web pages that came with a text; no element of OFX has such a name. */
const IN_TEXT = /^(?:BR|B|I|U|P|EM|STRONG|SPAN|FONT|DIV)$/;

const RECORD = /^STMTTRNP?$/;

/** Reads the elements of `text` from `from` on. Never throws; yields the position reached. */
export function* readTags(text: string, from: number): Generator<number, Tag> {
  const root: Tag = { name: '', value: '', children: [], start: from, end: text.length, isClosed: true };
  const open: Tag[] = [root];
  const pattern = new RegExp(ELEMENT.source, 'g');
  pattern.lastIndex = from;
  let count = 0;
  let pending: Tag | undefined;
  let textFrom = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if ((++count & 8191) === 0) yield match.index;
    if (pending !== undefined) addText(pending, text.slice(textFrom, match.index));
    const whole = match[0];
    if (whole === '<![CDATA[') {
      const end = endOf(text, ']]>', pattern.lastIndex);
      if (pending !== undefined) pending.value += text.slice(pattern.lastIndex, end);
      pattern.lastIndex = textFrom = end + 3;
      continue;
    }
    if (whole === '<!--') pattern.lastIndex = endOf(text, '-->', pattern.lastIndex) + 3;
    textFrom = pattern.lastIndex;
    const name = match[2]?.replace(PREFIX, '').toUpperCase();
    if (name === undefined) continue;
    if (IN_TEXT.test(name)) {
      if (pending !== undefined) pending.value += ' ';
      continue;
    }
    pending = match[1] === '/' ? close(open, name, pattern.lastIndex) : begin(open, { name, match });
  }
  if (pending !== undefined) addText(pending, text.slice(textFrom));
  while (open.length > 1) dissolve(open, text.length);
  return root;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? text.length : end;
}

function addText(tag: Tag, text: string): void {
  if (tag.value !== '' || text.trim() !== '') tag.value = `${tag.value}${decodeEntities(text)}`;
}

function begin(open: Tag[], found: { name: string; match: RegExpExecArray }): Tag {
  leaveLeaf(open, found.match.index);
  const { name, match } = found;
  if (RECORD.test(name)) leaveRecord(open, match.index);
  const end = match.index + match[0].length;
  const tag: Tag = { name, value: '', children: [], start: match.index, end, isClosed: false };
  open[open.length - 1]?.children.push(tag);
  if (match[3]?.endsWith('/') !== true && open.length < MAX_DEPTH) open.push(tag);
  return tag;
}

/** An element that already has text is a leaf: the next element is its sibling. */
function leaveLeaf(open: Tag[], end: number): void {
  const last = open[open.length - 1];
  if (last === undefined || open.length === 1 || last.value.trim() === '') return;
  last.value = last.value.trim();
  last.end = end;
  open.pop();
}

/** No transaction stands inside another: one that is still open there was never closed, and keeps its own alone. */
function leaveRecord(open: Tag[], end: number): void {
  const depth = open.findIndex((one) => RECORD.test(one.name));
  while (depth !== -1 && open.length > depth) dissolve(open, end);
}

function close(open: Tag[], name: string, end: number): undefined {
  let depth = open.length - 1;
  while (depth > 0 && open[depth]?.name !== name) depth -= 1;
  if (depth === 0) return undefined;
  while (open.length - 1 > depth) dissolve(open, end);
  const tag = open.pop();
  if (tag !== undefined) {
    tag.value = tag.value.trim();
    tag.end = end;
    tag.isClosed = true;
  }
  return undefined;
}

/** An element that was never closed was an empty leaf: what seemed inside it belongs to its parent. */
function dissolve(open: Tag[], end: number): void {
  const tag = open.pop();
  const parent = open[open.length - 1];
  if (tag === undefined || parent === undefined) return;
  tag.value = tag.value.trim();
  tag.end = end;
  if (tag.children.length > 0 && !isAggregate(tag.name)) {
    for (const child of tag.children) parent.children.push(child);
    tag.children = [];
  }
}

/** Names that always hold others: a file cut off inside them still has what came before. */
function isAggregate(name: string): boolean {
  return /^(?:OFX|OFC|ACCTSTMT|.*(?:MSGSRSV\d|TRNRS|STMTRS|TRANLISTP?|ACCTFROM|BAL|STMTTRNP?|INVBANKTRAN|STATUS|SONRS|FI))$/.test(
    name,
  );
}

export function child(tag: Tag, name: string): Tag | undefined {
  return tag.children.find((one) => one.name === name);
}

/** The text of the first child of that name, empty when there is none. */
export function valueOf(tag: Tag | undefined, name: string): string {
  return tag === undefined ? '' : (child(tag, name)?.value ?? '');
}

/** All elements at any depth that `accepts` takes; does not look inside those. */
export function descendants(tag: Tag, accepts: (name: string) => boolean): Tag[] {
  const found: Tag[] = [];
  const search = (parent: Tag) => {
    for (const one of parent.children) {
      if (accepts(one.name)) found.push(one);
      else search(one);
    }
  };
  search(tag);
  return found;
}
