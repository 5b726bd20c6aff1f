import { siteFiles } from '../copies.ts';

export const GET = async () => new Response(await siteFiles['feed.atom']());
