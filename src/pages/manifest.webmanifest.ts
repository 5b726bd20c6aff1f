/** What a phone needs to put the site among its own programs. */
import { site } from '../data/site.ts';
import { href } from '../links.ts';

export function GET(): Response {
  const icon = (side: number) => ({ src: href(`/icon-${side}.png`), sizes: `${side}x${side}`, type: 'image/png' });
  return Response.json({
    name: site.name,
    description: site.description,
    lang: 'zh-CN',
    start_url: href('/'),
    scope: href('/'),
    display: 'browser',
    background_color: '#f7f5f0',
    theme_color: '#f7f5f0',
    icons: [192, 512].flatMap((side) => [
      { ...icon(side), purpose: 'any' },
      { ...icon(side), purpose: 'maskable' },
    ]),
  });
}
