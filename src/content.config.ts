import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { cardSchema } from './data/card.ts';
import { speechLoader } from './loader/speeches.ts';

const speeches = defineCollection({ loader: speechLoader(), schema: cardSchema });

/** Hand-written pages about the site. */
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

export const collections = { speeches, docs };
