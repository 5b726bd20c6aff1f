/**
 * A library of speeches that nobody gave, as large as wanted and the same for the same seed: to measure search by.
 * Sentences of real speeches are recombined, so that frequent words are frequent, and stand among word salad of made-up words, so
 * that there are as many different pairs of characters as in real text: few of them would flatter an index.
 */
import { genres } from '../../src/data/genres.ts';
import { topics } from '../../src/data/topics.ts';
import { type Block, type Mark, type OutlineEntry, type Speech, textBlocks } from '../../src/text/speech.ts';
import type { Random } from './random.ts';

/** Average length of a speech in characters; lengths spread from a third of it to five thirds. */
export const AVERAGE = 3300;
/** Made-up words of the salad. */
const VOCABULARY = 60_000;
/** Share of sentences taken from the seeds. */
const REAL = 0.35;
const PLACES = ['浙江省金华市', '浙江省杭州市', '江苏省镇江市', '四川省成都市', '广东省深圳市', '上海市', null];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Some text with its redaction marks. */
interface Sentence {
  text: string;
  marks: Mark[];
}

/** Makes speeches out of the words of the seeds. */
export class LibraryMaker {
  readonly #random: Random;
  readonly #sentences: Sentence[];
  readonly #words: string[];

  constructor(seeds: readonly Speech[], random: Random) {
    this.#random = random;
    this.#sentences = seeds.flatMap(sentencesOf);
    this.#words = this.#vocabulary(seeds);
  }

  /** Ids are `made-1`, `made-2` … */
  *speeches(count: number): Generator<Speech> {
    for (let number = 1; number <= count; number++) yield this.#speech(number);
  }

  #speech(number: number): Speech {
    const random = this.#random;
    const length = random.between(AVERAGE / 3, (AVERAGE * 5) / 3);
    const title = `在${this.#salad(4, 10)}工作会议上的讲话`;
    const blocks: Block[] = [{ kind: 'title', id: 'title', section: null, text: title, marks: [] }];
    const outline: OutlineEntry[] = [];
    for (let written = 0, paragraph = 1; written < length; ) {
      const entry = this.#heading(outline.length + 1);
      outline.push(entry);
      blocks.push({
        kind: 'heading',
        id: entry.id,
        section: entry.id,
        text: entry.marker + entry.heading,
        marks: [],
        level: 1,
      });
      for (let rest = random.between(1, 5); rest > 0 && written < length; rest--, paragraph++) {
        const sentence = this.#paragraph();
        blocks.push({ kind: 'paragraph', id: `p${paragraph}`, section: entry.id, ...sentence });
        written += sentence.text.length;
      }
    }
    return { meta: this.#meta(number, title), outline, former: {}, blocks };
  }

  #heading(number: number): OutlineEntry {
    const marker = `${NUMERALS[(number - 1) % NUMERALS.length]}、`;
    return { id: `s${number}`, level: 1, marker, heading: this.#salad(6, 16), kind: 'heading', present: true };
  }

  #paragraph(): Sentence {
    const paragraph: Sentence = { text: '', marks: [] };
    for (let rest = this.#random.between(2, 6); rest > 0; rest--) {
      const { text, marks } = this.#random.chance(REAL) ? this.#random.pick(this.#sentences) : this.#saladSentence();
      const at = paragraph.text.length;
      paragraph.marks.push(...marks.map((mark) => ({ ...mark, from: mark.from + at, to: mark.to + at })));
      paragraph.text += text;
    }
    return paragraph;
  }

  #saladSentence(): Sentence {
    const clauses = Array.from({ length: this.#random.between(2, 5) }, () => this.#salad(6, 18));
    return { text: `${clauses.join('，')}。`, marks: [] };
  }

  /** Words by Zipf's law until there are enough characters. */
  #salad(least: number, most: number): string {
    const wanted = this.#random.between(least, most);
    let text = '';
    while (text.length < wanted) text += this.#words[Math.floor(this.#words.length ** this.#random.next()) - 1] ?? '';
    return text;
  }

  #vocabulary(seeds: readonly Speech[]): string[] {
    const characters = seeds.flatMap((speech) =>
      textBlocks(speech).flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []),
    );
    const kinds = [...new Set(characters)];
    const character = () => this.#random.pick(this.#random.chance(0.5) ? characters : kinds);
    return Array.from({ length: VOCABULARY }, () =>
      Array.from({ length: this.#random.pick([2, 2, 2, 2, 2, 2, 2, 3, 3, 4]) }, character).join(''),
    );
  }

  #meta(number: number, title: string): Speech['meta'] {
    const random = this.#random;
    const year = random.chance(0.9) ? String(random.between(2005, 2026)) : null;
    return {
      id: `made-${number}`,
      title,
      subtitle: null,
      titleDerived: false,
      delivered:
        year &&
        `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
      deliveredUntil: null,
      issued: null,
      published: null,
      place: random.pick(PLACES),
      speaker: null,
      issuer: null,
      documentNumber: null,
      event: null,
      genre: random.pick(genres).name,
      sourceSite: null,
      completeness: random.pick(['complete', 'truncated', 'excerpt', 'unknown']),
      topics: [...new Set([random.pick(topics).id, random.pick(topics).id])],
      statedLength: null,
      source: {
        file: `made-${number}.txt`,
        originalName: `made-${number}.txt`,
        sha256: '0'.repeat(64),
        rights: '生成的文字',
      },
    };
  }
}

/** The sentences of a speech, none that begins or ends inside a redaction mark. */
function sentencesOf(speech: Speech): Sentence[] {
  return textBlocks(speech).flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const redactions = block.marks.filter(({ kind }) => kind === 'redaction');
    return [...block.text.matchAll(/[^。！？]+[。！？]+[”’）]*/gu)].map(({ 0: text, index }) => ({
      text,
      marks: redactions
        .filter(({ from, to }) => index <= from && to <= index + text.length)
        .map((mark) => ({ ...mark, from: mark.from - index, to: mark.to - index })),
    }));
  });
}
