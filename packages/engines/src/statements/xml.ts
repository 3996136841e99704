import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { refused } from './refusals.ts';
import { decodeEntities } from './text/entities.ts';

/** An element of a parsed document: texts, elements, or lists of them under their names without prefix. */
export type XmlNode = { readonly [name: string]: unknown };

const START = XMLParser.getMetaDataSymbol() as unknown as string;

/** Names come from other systems, and some banks forget to write the “&” in them as XML wants it. */
const BARE_AMPERSAND = /&(?!#?\w{1,8};)/g;

/**
 * Parses XML without a document type: entities are never defined, so none can grow, and what cannot be parsed is
 * refused with its line. `lists` names the elements that may stand more than once.
 */
export function parseXml(text: string, lists: ReadonlySet<string>): XmlNode {
  if (/<!DOCTYPE|<!ENTITY/i.test(text.slice(0, 100_000))) {
    throw refused(
      'dangerous_markup',
      'The file defines its own document type, which a statement never does.',
      1,
    );
  }
  const valid = XMLValidator.validate(text.trimStart().replace(BARE_AMPERSAND, '&amp;'), {
    allowBooleanAttributes: true,
  });
  if (valid !== true) {
    throw refused(
      'damaged_markup',
      `The XML is damaged: ${valid.err.msg.replace(/\s*\.?$/, '.')}`,
      valid.err.line,
    );
  }
  try {
    return parser(lists).parse(text) as XmlNode;
  } catch {
    throw refused('too_deep', 'The XML is nested deeper than any statement.', 1);
  }
}

function parser(lists: ReadonlySet<string>): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    trimValues: false,
    captureMetaData: true,
    isArray: (name) => lists.has(name),
  });
}

/** The element under a path of names; undefined where one is missing. Of a list, the first. */
export function nodeAt(node: unknown, ...path: string[]): XmlNode | undefined {
  let current: unknown = node;
  for (const name of path) {
    if (Array.isArray(current)) current = current[0];
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as XmlNode)[name];
  }
  if (Array.isArray(current)) current = current[0];
  return typeof current === 'object' && current !== null ? (current as XmlNode) : undefined;
}

/** The text under a path of names, decoded; empty where there is none. */
export function textAt(node: unknown, ...path: string[]): string {
  const last = path[path.length - 1] ?? '';
  const parent = path.length > 1 ? nodeAt(node, ...path.slice(0, -1)) : nodeAt(node);
  let value: unknown = parent?.[last];
  if (Array.isArray(value)) value = value[0];
  if (typeof value === 'object' && value !== null) value = (value as XmlNode)['#text'];
  return typeof value === 'string' ? decodeEntities(value).trim() : '';
}

/** All elements of a name under a node. */
export function nodesAt(node: unknown, name: string): XmlNode[] {
  const value = nodeAt(node)?.[name];
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all.filter((one): one is XmlNode => typeof one === 'object' && one !== null);
}

/** Texts of all elements of a name with the spaces in them, whether they carry attributes or not. */
export function textsAt(node: unknown, name: string): string[] {
  const value = nodeAt(node)?.[name];
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all
    .map((one: unknown) => (typeof one === 'object' && one !== null ? (one as XmlNode)['#text'] : one))
    .filter((one): one is string => typeof one === 'string')
    .map((one) => decodeEntities(one));
}

/** Where an element begins in the text, for its line number. */
export function startOf(node: XmlNode): number {
  const meta = node[START] as { startIndex?: number } | undefined;
  return meta?.startIndex ?? 0;
}
