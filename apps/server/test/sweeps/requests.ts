/** Makes a good request for any route: from the example in its schema, with references that exist. */
import { newId } from '@kinwise/core/ids';
import type { z } from 'zod';
import { routes } from '../../src/features.ts';
import type { Route } from '../../src/platform/routes.ts';
import type { Answer, World } from '../world.ts';
import { FIELDS, MAKERS, SCENES } from './scenes.ts';
import type { Request, Where } from './scenes.ts';

export const writes = routes.filter((route) => route.method !== 'GET');

/** `POST tags/`: how a route is called in the tables of the sweeps and in what they say. */
export function titleOf(route: Route): string {
  return `${route.method} ${route.path}`;
}

/** What programs of others show where a route asks for it; a world that is swept is given it as MAIL_WEBHOOK_SECRET. */
export const SECRET = 'f3a91c7702e84d5bb6c1d0a94e72f815';

/** Who may call a route, so that what is sent is looked at at all. */
export function keyTo(route: Route, world: World): string {
  return route.access === 'public' && route.admit ? SECRET : `test-${world.ids.mere}`;
}

/** The body that the schema gives as its example; undefined when the route takes none or gives none. */
export function exampleOf(schema: z.ZodType | undefined): unknown {
  const examples = schema?.meta()?.['examples'];
  return Array.isArray(examples) ? examples[0] : undefined;
}

/** A request that ought to succeed: the route's scene where there is one, else its example. */
export async function goodRequest(route: Route, where: Where): Promise<Request> {
  const scene = await SCENES[titleOf(route)]?.(where, objectOf);
  if (scene) return { ...scene, path: scene.path ?? (await pathTo(route, where)) };
  const path = await pathTo(route, where);
  if (route.upload)
    throw new Error(`${titleOf(route)} takes a file: write a scene for it in sweeps/scenes.ts`);
  const example = exampleOf(route.body);
  if (example === undefined && needsBody(route)) {
    throw new Error(
      `${titleOf(route)} has no example: give the schema of its body .meta({ examples: [...] })`,
    );
  }
  if (example === undefined) return { path };
  return { path, body: await filled(example, { where, collection: collectionOf(route.path) }) };
}

/** Sends it the way a person would. */
export async function send(route: Route, where: Where, request: Request): Promise<Answer> {
  const as = where.world.as(where.person);
  const headers = { 'x-household-id': where.household, ...request.headers };
  if (request.file) {
    const { name, text, type } = request.file;
    return await as.upload(
      `${request.path}?household=${where.household}`,
      { name, type, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text },
      (request.body ?? {}) as Record<string, string>,
    );
  }
  if (route.method === 'GET') return await as.get(request.path, headers);
  if (route.method === 'DELETE') return await as.delete(request.path, headers);
  return route.method === 'PATCH'
    ? await as.patch(request.path, request.body, headers)
    : await as.post(request.path, request.body, headers);
}

/** The path with an object of the household for each of its parameters. */
async function pathTo(route: Route, where: Where): Promise<string> {
  let path = '';
  for (const part of route.path.split('/').slice(0, -1)) {
    path += part.startsWith(':') ? `${await paramOf(path, part, where)}/` : `${part}/`;
  }
  return path;
}

async function paramOf(before: string, part: string, where: Where): Promise<string> {
  if (before === 'households/') return where.household;
  const collection = before.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
  return await objectOf(part === ':id' ? collection : `${collection}${part}`, where);
}

/** A new object of a collection such as `tags/`, made as a person would make it. */
export async function objectOf(collection: string, where: Where): Promise<string> {
  const maker = MAKERS[collection];
  if (maker) return await maker(where);
  const route = routes.find((one) => titleOf(one) === `POST ${collection}`);
  if (!route) {
    throw new Error(
      `nobody knows how to make one of ${collection}: write a maker for it in sweeps/scenes.ts`,
    );
  }
  const request = await goodRequest(route, where);
  const made = await send(route, where, request);
  if (made.status >= 300) {
    throw new Error(`${titleOf(route)} refuses its own example: ${made.status} ${JSON.stringify(made.body)}`);
  }
  return String(made.body.id);
}

type Filling = { where: Where; collection: string };

/** An example with its references replaced by objects that exist, and its names by names that are free. */
async function filled(value: unknown, at: Filling, key = ''): Promise<unknown> {
  if (Array.isArray(value)) {
    const all: unknown[] = [];
    for (const item of value) all.push(await filled(item, at, key.replace(/s$/, '')));
    return all;
  }
  if (typeof value === 'object' && value !== null) {
    const copy: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) copy[name] = await filled(item, at, name);
    return copy;
  }
  if (typeof value !== 'string') return value;
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return await referenceTo(key, at);
  return UNIQUE.has(key) ? await Promise.resolve(unique(value)) : value;
}

async function referenceTo(key: string, { where, collection }: Filling): Promise<string> {
  const field = FIELDS[key];
  if (field === undefined) {
    throw new Error(`nobody knows what ${key} refers to: add it to FIELDS in sweeps/scenes.ts`);
  }
  if (field === 'new') return newId();
  return await objectOf(field === 'same' ? collection : field, where);
}

const UNIQUE = new Set(['name', 'email', 'username', 'alias', 'aliase']);

let made = 0;

/** Many things have one name each, so that every example would only do once. */
function unique(text: string): string {
  made += 1;
  return text.includes('@') ? text.replace('@', `+${made}@`) : `${text} ${made}`;
}

/** `tags/:id/merge/` → `tags/`. */
function collectionOf(path: string): string {
  const [first = ''] = path.split('/');
  return `${first}/`;
}

function needsBody(route: Route): boolean {
  return route.body !== undefined && !route.body.safeParse({}).success;
}
