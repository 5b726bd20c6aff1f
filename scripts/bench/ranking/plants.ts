/** Passages about a subject, put into generated sections so that what they are to the section is known (see `criteria.md`). */
import type { Random } from '../random.ts';
import { type Draft, type Part, part } from './draft.ts';
import { dealing, headings, listingHeadings, meetingTitles, passing, passingApart, titles } from './wording.ts';

/** What a section has to say on a subject of one or several words. */
export type Relation =
  | 'title' // the opening of a speech whose title names it
  | 'about' // named in the heading, and dealt with
  | 'heading' // named in the heading alone
  | 'listed' // one of several matters that the heading names
  | 'dense' // dealt with under another heading
  | 'beneath' // taken up beneath a heading that names it
  | 'mention' // named once
  | 'long' // named here and there in a long text
  | 'turns' // several words, dealt with one after the other
  | 'scattered'; // several words, each named once, in paragraphs of their own

export const grades: Record<Relation, number> = {
  title: 3,
  about: 3,
  heading: 2,
  listed: 2,
  dense: 2,
  beneath: 2,
  mention: 1,
  long: 1,
  turns: 1,
  scattered: 0,
};

export interface Plant {
  words: readonly string[];
  relation: Relation;
}

/** How often each relation is put into a library for one subject: at least and at most. */
const SINGLE: Partial<Record<Relation, [number, number]>> = {
  title: [0, 1],
  about: [2, 4],
  heading: [1, 2],
  listed: [0, 1],
  dense: [2, 4],
  beneath: [0, 1],
  mention: [8, 14],
  long: [2, 4],
};
const SEVERAL: typeof SINGLE = { ...SINGLE, turns: [2, 3], scattered: [3, 6] };

/** Plants passages about each subject among the drafts; `filler` lengthens sections. */
export class Planter {
  readonly #random: Random;
  readonly #drafts: Draft[];
  readonly #filler: Part[];
  /** Sections and openings that nothing has been put into yet. */
  readonly #free: Part[];
  readonly #openings: Part[];

  constructor(drafts: Draft[], filler: Part[], random: Random) {
    this.#random = random;
    this.#drafts = drafts;
    this.#filler = filler;
    this.#free = drafts.flatMap(({ parts }) => parts);
    this.#openings = drafts.map(({ opening }) => opening);
  }

  plant(words: readonly string[]): void {
    for (const [relation, [least, most]] of Object.entries(words.length > 1 ? SEVERAL : SINGLE))
      for (let rest = this.#random.between(least, most); rest > 0; rest--) this.#put({ words, relation } as Plant);
  }

  #put(plant: Plant): void {
    const { words, relation } = plant;
    if (relation === 'mention') {
      const section = this.#random.pick(this.#random.pick(this.#drafts).parts);
      section.plants.push(plant);
      this.#append(section, this.#mention(words));
      return;
    }
    const section = this.#take(relation === 'title' ? this.#openings : this.#free);
    section.plants.push(plant);
    this.#write[relation](section, words);
  }

  readonly #write: Record<Exclude<Relation, 'mention'>, (section: Part, words: readonly string[]) => void> = {
    title: (section, words) => {
      const forms = words.join('').endsWith('会议') || words.join('').endsWith('会') ? meetingTitles : titles;
      section.heading = this.#fill(forms, words);
      section.paragraphs.push(plain(this.#sentences(dealing, words, 2)));
    },
    about: (section, words) => {
      section.heading = this.#fill(headings, words);
      section.paragraphs.unshift(...this.#dealing(words));
    },
    heading: (section, words) => {
      section.heading = this.#fill(headings, words);
    },
    listed: (section, words) => {
      section.heading = this.#fill(listingHeadings, words);
      this.#append(section, this.#fill(dealing, words));
    },
    dense: (section, words) => {
      section.paragraphs.push(...this.#dealing(words));
    },
    beneath: (section, words) => {
      section.heading = this.#fill(headings, words);
      section.paragraphs.unshift(plain(this.#fill(dealing, words)));
      section.plants[0] = { words, relation: 'about' };
      section.subs = [1, 2].map(() => {
        const { heading, paragraphs } = this.#random.pick(this.#filler);
        const sub = part(heading, [...paragraphs, plain(this.#fill(dealing, words))]);
        sub.plants.push({ words, relation: 'beneath' });
        return sub;
      });
    },
    long: (section, words) => {
      for (let rest = this.#random.between(9, 16); rest > 0; rest--)
        section.paragraphs.push(...this.#random.pick(this.#filler).paragraphs, plain(this.#mention(words)));
    },
    turns: (section, words) => {
      for (const word of words) section.paragraphs.push(plain(this.#sentences(dealing, [word], 3)), ...this.#pause());
    },
    scattered: (section, words) => {
      for (const word of words) section.paragraphs.push(...this.#pause(), plain(this.#fill(passing, [word])));
    },
  };

  /** Several sentences, in one paragraph or two. */
  #dealing(words: readonly string[]) {
    const paragraphs = [plain(this.#sentences(dealing, words, this.#random.between(3, 5)))];
    if (this.#random.chance(0.5)) paragraphs.push(plain(this.#sentences(dealing, words, 2)));
    return paragraphs;
  }

  /** So many different sentences. */
  #sentences(forms: string[], words: readonly string[], count: number): string {
    const start = this.#random.between(0, forms.length - 1);
    const chosen = Array.from({ length: count }, (_, i) => forms[(start + i * 3) % forms.length] as string);
    return chosen.map((form) => this.#fill([form], words)).join('');
  }

  #mention(words: readonly string[]): string {
    const apart = words.length === 2 && this.#random.chance(0.6);
    if (!apart) return this.#fill(passing, words);
    return words.reduce((text, word) => text.replace('{}', word), this.#random.pick(passingApart));
  }

  #fill(forms: string[], words: readonly string[]): string {
    return this.#random.pick(forms).replace('{}', words.join(this.#random.pick(['', '', '和'])));
  }

  #pause() {
    return this.#random.pick(this.#filler).paragraphs.slice(0, 1);
  }

  #append(section: Part, text: string): void {
    const last = section.paragraphs.pop() ?? plain('');
    section.paragraphs.push({ ...last, text: last.text + text });
  }

  #take(from: Part[]): Part {
    const [section] = from.splice(this.#random.between(0, from.length - 1), 1);
    if (!section) throw new Error('生成的讲话里没有空着的小节了。');
    return section;
  }
}

function plain(text: string) {
  return { text, marks: [] };
}
