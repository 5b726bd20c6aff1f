/**
 * A note that says what the text is: `这是某某同志1986年3月12日在某某会议上的讲话。某某同志当时任某某主任。`,
 * `（摘自2023年2月16日在某某会议上的讲话）`, `本文系作者在某某会上的发言，有删改。`
 */
import { findDate, readDates } from '../../../../src/text/dates.ts';
import { titleEnding } from '../../rules/titles.ts';
import { type Person, readPerson } from '../person.ts';
import { type Claim, claim, type Placed } from './claim.ts';
import { occasionIn } from './occasion.ts';

/** Signs and labels before the note. */
const BEFORE =
  '(?<sign>[\\s*＊;；（(【〔\\[［※]{0,6})(?:\\d{0,2}[〕\\]］】])?(?:注|题注|题解|说明|编者按)?[：:\\s]{0,2}';
const OPENING = new RegExp(
  `^${BEFORE}(?:(?<is>(?:这|這|本文|此文|以上)(?:是|系|为|為))|(?<from>摘自|选自|節選自|节选自|录自|本文?根据|根据))`,
  'u',
);
const PART = /^(?:(?:的)?(?:一部分|主要部分|节选|摘要|全文|要点|提纲|录音整理|整理))?$/u;
const HELD = /(?:当时|當時|时|時)?任(?<role>[^，。；）)]{2,60})/u;
const LONGEST_WHO = 24;
/** Notes stand before the text or among its last paragraphs, before the notes to its words. */
const REACH = 40;

export interface TextNote {
  /** Title of a text that has no other; null where the text is only a part of what the note names. */
  title: Claim | null;
  event: Claim | null;
  date: Claim | null;
  person: Claim<Person> | null;
}

export function findNote(texts: readonly Placed[]): TextNote | null {
  const near = [...texts.slice(0, 6), ...texts.slice(6).slice(-REACH).toReversed()];
  for (const placed of near) {
    const note = readNote(placed);
    if (note) return note;
  }
  return null;
}

function readNote(placed: Placed): TextNote | null {
  const { text } = placed.block;
  const opening = OPENING.exec(text);
  // `根据某某在会上的报告，我们…` is text: only in brackets or behind a star does it tell where the words are from.
  if (!opening || (opening.groups?.from && !opening.groups.sign?.trim())) return null;
  const start = opening[0].length;
  const words = /^[^。；）]{0,160}/u.exec(text.slice(start, start + 160))?.[0] ?? '';
  const occasion = occasionIn(words.replace(/上(?=[讲講]话|发言)/u, '上')) ?? null;
  const found = findDate(words) ?? readDates(words)[0] ?? null;
  const kind = occasion ? kindOf(words, occasion.to) : null;
  if (occasion ? kind === null : !found || !/[讲講谈談][话話]|发言|报告/u.test(words)) return null;
  const end = Math.min(...[occasion?.from, found?.from].filter((at) => at !== undefined));
  return {
    title:
      kind?.title && opening.groups?.is
        ? claim(placed, start + (kind.named ? kind.from : (occasion?.from ?? 0)), start + kind.to, 'likely')
        : null,
    event: occasion && claim(placed, start + occasion.from + 1, start + occasion.to, 'likely'),
    date: found && claim(placed, start + found.from, start + found.to, 'likely', found.date),
    person: personIn(placed, start, end),
  };
}

/** What the text is, behind the occasion: `上的讲话`, `上所作的关于…的说明`, `上讲话的一部分`; null if that is not how the words go on. */
function kindOf(words: string, at: number): { title: boolean; named: boolean; from: number; to: number } | null {
  const link = /^(?:（[^（）]{1,30}）)?(?:上)?(?:所)?(?:作|发表|發表)?的?/u.exec(words.slice(at))?.[0] ?? '';
  const from = at + link.length;
  const rest = /^[^，（]*/u.exec(words.slice(from))?.[0] ?? '';
  const ending = titleEnding(rest);
  if (ending) return { title: true, named: /^(?:关于|關於|《)/u.test(rest), from, to: from + rest.length };
  const noun = /^(?:[讲講谈談][话話]|发言|發言|报告|報告|致辞|演讲|书面讲话)/u.exec(rest)?.[0];
  return noun && PART.test(rest.slice(noun.length))
    ? { title: false, named: false, from, to: from + noun.length }
    : null;
}

/** Who stands before the day or the occasion, with the office that the note gives behind. */
function personIn(placed: Placed, start: number, end: number): Claim<Person> | null {
  const { text } = placed.block;
  const who = text.slice(start, start + Math.min(end, LONGEST_WHO)).trim();
  const person = who === '' || end > LONGEST_WHO ? null : readPerson(who, true);
  if (!person) return null;
  const named = claim(placed, start, start + who.length, 'likely');
  const tail = text.slice(start + end);
  const held = person.role === null ? HELD.exec(tail) : null;
  const role = held?.groups?.role;
  if (!held || !role) return { value: person, clues: named.clues };
  const at = start + end + held.index + held[0].length - role.length;
  return {
    value: { ...person, role },
    clues: [...named.clues, ...claim(placed, at, at + role.length, 'likely').clues],
  };
}
