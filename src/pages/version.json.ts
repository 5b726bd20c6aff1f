/** The version of the library, for programs that ask whether anything has changed. */
import { siteFiles } from '../copies.ts';

export const GET = async () => new Response(await siteFiles['version.json']());
