// Not from `astro:content`, which brings all that renders a page, transformed anew in every build.
import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'zod';

/** Hand-written pages about the site, the only ones that Astro loads: what pages know of speeches is in the plan. */
const docs = defineCollection({
  loader: glob({ base: 'src/content/docs', pattern: '*.mdx' }),
  schema: z.object({
    title: z.string(),
    /** One sentence, also the description of the page. */
    description: z.string(),
    /** Place in the side navigation, from 1. */
    order: z.number().int(),
  }),
});

export const collections = { docs };
