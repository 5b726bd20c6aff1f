/** Footnotes and endnotes: their signs in the text, and which notes the text refers to. */
import { formatNumber } from './number-formats.ts';
import { child, type Element, elements, value } from './xml.ts';

export interface Note {
  mark: string;
  /** Holds the note's paragraphs. */
  body: Element;
}

interface Kind {
  notes: Map<string, Element>;
  format: string;
  next: number;
  /** By id, in the order of the text. */
  referred: Map<string, Note>;
}

export class NoteMarks {
  private footnotes: Kind;
  private endnotes: Kind;

  /**
   * @param parts the parts that hold the notes
   * @param settings elements that may say how notes are numbered, nearest first
   */
  constructor(parts: { footnotes: Element | null; endnotes: Element | null }, settings: (Element | null)[]) {
    this.footnotes = kind(parts.footnotes, 'w:footnote', 'decimal', settings);
    this.endnotes = kind(parts.endnotes, 'w:endnote', 'lowerRoman', settings);
  }

  /** The sign that stands in the text; `''` if there is no such note or the sign is typed by hand. */
  refer(reference: Element): string {
    const kind = reference.name === 'w:footnoteReference' ? this.footnotes : this.endnotes;
    const id = reference.attributes.id ?? '';
    const body = kind.notes.get(id);
    const known = kind.referred.get(id);
    if (!body || known) return known?.mark ?? '';
    const typed = reference.attributes.customMarkFollows !== undefined;
    const mark = typed ? '' : sign(formatNumber(kind.next++, kind.format));
    kind.referred.set(id, { mark, body });
    return mark;
  }

  /** All notes that the text refers to, footnotes first; those that turn up while the list is read are on it. */
  *all(): Generator<Note> {
    yield* this.footnotes.referred.values();
    yield* this.endnotes.referred.values();
  }
}

function kind(part: Element | null, name: string, standard: string, settings: (Element | null)[]): Kind {
  const notes = new Map<string, Element>();
  for (const note of elements(part, name)) {
    if (note.attributes.type === undefined || note.attributes.type === 'normal')
      notes.set(note.attributes.id ?? '', note);
  }
  const properties = settings.map((each) => child(each, `${name}Pr`));
  const stated = (property: string) =>
    properties.map((each) => value(each, property)).find((each) => each !== undefined);
  return {
    notes,
    format: stated('w:numFmt') ?? standard,
    next: Number(stated('w:numStart') ?? 1),
    referred: new Map(),
  };
}

/** Raised digits would fuse with the text: `2025` and a note 1. Signs that are circled stay as they are. */
function sign(number: string): string {
  return /^[①-⓿㈠-㊉]$/u.test(number) ? number : `[${number}]`;
}
