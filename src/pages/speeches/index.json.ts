import { list } from '../../copies.ts';

export const GET = async () => new Response(await list('speeches'));
