import openapiTs, { astToString } from 'openapi-typescript';
import type { SchemaObject } from 'openapi-typescript';
import ts from 'typescript';

/** What a text of a known form is in the client's types: days and months are not to be mixed up with other texts. */
const TYPES: Readonly<Record<string, string>> = { date: 'Day', month: 'Month', binary: 'Blob' };

/** The client's types of an OpenAPI document: its paths, and each named schema under its name. */
export async function clientTypes(document: string): Promise<string> {
  const types = await openapiTs(document, {
    alphabetize: true,
    // What has a default may be left out of a request; an answer says of each field whether it is always there.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    transform: typeOf,
    silent: true,
  });
  return [
    '// Generated from apps/server/openapi.json.',
    "import type { Day, Month } from '@kinwise/core/days';",
    astToString(types),
  ].join('\n');
}

function typeOf({ format }: SchemaObject): ts.TypeNode | undefined {
  const name = TYPES[format ?? ''];
  return name === undefined ? undefined : ts.factory.createTypeReferenceNode(name);
}
