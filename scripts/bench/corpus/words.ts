/** Sentences with as many different words as real texts have: few of them would flatter whatever is measured with them. */
import { frequentCharacters } from '../../normalize/rules/frequent-characters.ts';
import type { Random } from '../random.ts';
import { clause } from '../synthetic.ts';

/** Made-up words in all. */
const VOCABULARY = 40_000;
/** Share of clauses about a town's work; the others are word salad. */
const PLAIN = 0.3;
/** Characters that structure, dates, names of offices and places are told by: salad must not say what nobody meant. */
const TELLING =
  /[一二三四五六七八九十第是要章节条点月日年市县区省镇乡村州路党书记长员题表图全大会为在我的之]|[^\p{Script=Han}]/u;

export class Words {
  readonly #words: string[];

  constructor(random: Random) {
    const characters = [...frequentCharacters].slice(0, 260).filter((each) => !TELLING.test(each));
    const character = () => characters[Math.floor(characters.length * random.next() ** 2)] ?? '';
    this.#words = Array.from({ length: VOCABULARY }, () =>
      Array.from({ length: random.pick([2, 2, 2, 2, 2, 3, 4]) }, character).join(''),
    );
  }

  sentence(random: Random): string {
    const clauses = Array.from({ length: random.between(2, 5) }, () =>
      random.chance(PLAIN) ? clause(random) : this.#salad(random),
    );
    return `${clauses.join('，')}。`;
  }

  /** About so many characters, whole sentences, one at least. */
  paragraph(random: Random, characters: number): string {
    let text = this.sentence(random);
    while (text.length < characters) text += this.sentence(random);
    return text;
  }

  /** Words by Zipf's law. */
  #salad(random: Random): string {
    const count = random.between(2, 5);
    return (
      Array.from({ length: count }, () => this.#words[Math.floor(this.#words.length ** random.next()) - 1] ?? '').join(
        '',
      ) || '安排妥当'
    );
  }
}
