/** Small words of English: a line that ends or begins with one was broken between words. */
import { list } from './word-group.ts';

export const functionWords = new Set(
  list(`
    a an the of to in on at by for from with and or but is are be was were has have as that this these it its our we you they
    their not can will should must may all one he she who which when if so
  `),
);
