/**
 * The closed list of components that a speech's MDX may contain, with their attributes.
 * Everything else, and every expression, import or export, is an error when the file is read.
 */
export const components = {
  /**
   * Carries the permanent id of the block it opens. `section` is written only where it differs from the last heading; empty means none.
   * `level` is that of a heading which Markdown has no rank for; `role` says what a paragraph beside the text is.
   */
  Anchor: { attributes: ['id', 'section', 'level', 'role'], required: ['id'] },
  /** A run-in heading with its marker and closing mark. */
  RunIn: { attributes: ['id'], required: ['id'] },
  /** The sign of a note: in the text, and where the note itself begins. */
  NoteMark: { attributes: ['id'], required: ['id'] },
  /** A table: each paragraph in it is a row, made of cells and nothing else. */
  Table: { attributes: ['id', 'section'], required: ['id'] },
  Cell: { attributes: ['header', 'columns', 'rows'], required: [] },
  /** A redaction mark as it stands in the copy. */
  Redaction: { attributes: [], required: [] },
  /** Text that the copy leaves out; `absent` lists outline ids, separated by spaces. */
  Omission: { attributes: ['id', 'section', 'characters', 'cause', 'absent'], required: ['id', 'cause'] },
} as const satisfies Record<string, { attributes: readonly string[]; required: readonly string[] }>;

export type ComponentName = keyof typeof components;
