/** The JSON Schemas of the machine copies. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { copySchemas, jsonSchema, type SchemaName, schemaPath } from '../../data/copies/schemas.ts';
import { address } from '../../links.ts';

export const getStaticPaths = (() =>
  (Object.keys(copySchemas) as SchemaName[]).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const name = params.name as SchemaName;
  return new Response(`${JSON.stringify(jsonSchema(name, address(schemaPath(name))), null, 2)}\n`);
};
