/** Proposes the id of a new speech: short words for the place and the subject, and the year where the copy states a date. */
import { pinyin } from 'pinyin-pro';
import { placeByName } from '../../src/data/places/index.ts';
import { topics } from '../../src/data/topics.ts';
import type { Meta } from '../../src/text/speech.ts';
import { common, english, names, weak } from './english.ts';

const SUBJECTS = 3;
const LENGTH = 60;
const NUMBER = /^[\d〇零一二三四五六七八九十百千年月日]+$/;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * @param meta of the speech, with the topics proposed for it
 * @param taken ids that are held or were ever published
 */
export function proposeId(meta: Meta, taken: ReadonlySet<string>): string {
  const place = meta.place ? placeByName(meta.place) : undefined;
  const others = [...(place ? [...place.levels, place.short] : []), meta.speaker?.role, meta.speaker?.name, ...names];
  const year = (meta.delivered ?? meta.issued)?.slice(0, 4);
  const subject = subjects(
    meta,
    others.filter((name) => typeof name === 'string'),
  ).find((words) => words.length > 0);
  const words = [place ? spell(place.short) : '', ...(subject ?? []).slice(0, SUBJECTS), year ?? ''];
  return free(shorten([...new Set(words)].filter((word) => word !== '')).join('-'), taken);
}

/** Ways to name the subject, the best first: a title made from the text's words tells less than the topics. */
function subjects(meta: Meta, others: string[]): string[][] {
  const texts = [meta.title, meta.event ?? ''].map((text) => without(text, others));
  const known = texts.map(translate);
  const byTopics = [meta.topics.slice(0, 2).flatMap(topicWord)];
  const spelled = texts.map(spellWords);
  const strong = known.filter((words) => words.some((word) => !weak.has(word)));
  return [...strong, ...(meta.titleDerived ? byTopics : []), ...known, ...spelled, ...byTopics, ['speech']];
}

/** English of a topic's name, else of the first of its words that has any. */
function topicWord(id: string): string[] {
  const topic = topics.find((each) => each.id === id);
  return topic ? translate([topic.name, ...topic.words].join(' ')).slice(0, 1) : [];
}

function without(text: string, others: string[]): string {
  return others.reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

/** English of the words in a text that have any, in their order, each once. */
function translate(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const [chinese, word] = english.find(([each]) => text.startsWith(each, at)) ?? [' ', ''];
    if (word) found.push(word);
    at += chinese.length;
  }
  return [...new Set(found)];
}

/** Pinyin of the telling words of a text; dates, numbers and a character by itself tell nothing. */
function spellWords(text: string): string[] {
  const telling = tellingWords(text).filter((word) => [...word].length > 1);
  return [...new Set(telling.map(spell))].filter((word) => word !== '');
}

/** Neighbouring single characters are one word: the segmenter takes those apart that it does not know, such as 信访. */
function tellingWords(text: string): string[] {
  const words: string[] = [];
  let joins = false;
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const tells = isWordLike === true && !common.test(segment) && !NUMBER.test(segment);
    const single = tells && [...segment].length === 1;
    if (single && joins) words.push(`${words.pop()}${segment}`);
    else if (tells) words.push(segment);
    joins = single;
  }
  return words;
}

/** `兰溪` → `lanxi`; Latin letters and digits stay, everything else is dropped. */
function spell(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  return syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The first words, as many as make no more than `LENGTH` characters. */
function shorten(words: string[]): string[] {
  return words.filter((_, index) => words.slice(0, index + 1).join('-').length <= LENGTH);
}

function free(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
