/**
 * The name of the house as drawn letters, so that it looks the same on every machine: outlines in squares of 200 units,
 * y downwards, drawn after Noto Serif SC Bold (SIL Open Font License 1.1) and simplified to whole units.
 */
export const wordmark: readonly { character: string; outline: string }[] = [
  {
    character: '讲',
    outline:
      'M122 9l-2 4q-1 2-5 2v88q-1 21-6 38q-5 17-18 30q-12 13-34 22l-2-2q14-11 22-24q9-13 12-29q4-16 4-35v-96zM167 10l-2 3q-1 2-5 2v171l-3 3l-7 4l-8 1h-4v-187zM176 94l2 2l6 5l7 7q4 3 6 6q0 3-5 3h-128l-2-5h102zM172 38l2 1l5 5l6 6l7 6q-1 3-6 3h-117l-2-5h94zM27 160q5-2 13-7q9-4 19-10q10-7 21-13l2 2l-10 12l-14 18l-17 19zM50 66l6 4v88l-20 9l10-9q2 7 2 13q-1 5-3 9l-5 5l-16-25l8-6q2-2 2-5v-83zM34 61l10-11l20 16l-3 3l-7 1l2-2v9h-22v-16zM23 8q14 2 22 6q9 5 12 10q4 5 4 10q0 5-3 8q-3 4-7 4q-5 1-10-3q-2-6-5-12q-3-6-7-12q-4-6-8-10zM49 61v6h-41l-2-6z',
  },
  {
    character: '话',
    outline:
      'M139 117l-5 0l-13 0h-5v-87l23-7zM155 114l10-12l23 17l-3 3l-6 1v63l-3 2l-7 2l-8 1h-4v-77zM101 187l-3 2l-7 3q-4 2-9 2h-3v-80v-10l23 10h65v5h-66zM185 30l-5 1q-4 0-9-2q-13 3-30 5q-17 2-36 3q-18 1-36 0v-2q12-2 25-6q13-3 26-7q12-3 23-7l18-8zM168 171v6h-77v-6zM174 54l2 2l6 5l8 6l7 7q-1 3-6 3h-125l-1-6h96zM24 161q4-3 12-7l18-11q10-6 21-12l1 2q-4 4-9 12l-13 17l-17 19zM47 66l5 3v90l-20 8l11-9q2 7 1 13q0 5-3 9l-4 5l-17-25q7-3 9-5l1-6v-83zM31 60l10-10l19 16l-3 2l-6 2l1-2v8h-22v-16zM21 8q14 2 23 7q9 4 13 9q4 6 4 11q0 5-2 8q-3 4-8 5q-4 0-10-3l-5-13l-8-12l-9-11zM46 60v6h-39l-2-6z',
  },
  {
    character: '文',
    outline:
      'M78 7q16 1 25 6q9 5 14 10q4 6 4 11q0 6-4 10q-3 3-8 4q-5 1-11-3q-1-7-4-14l-8-12q-5-7-9-11zM161 53q-5 27-16 49q-11 23-29 41q-18 18-45 31q-27 13-64 20l-1-2q41-14 67-35q26-20 41-46q14-27 18-58zM167 33l3 2l6 5q4 4 9 7l7 7q-1 3-5 3h-177l-2-5h145zM53 53q6 27 20 47q14 19 33 33q18 14 41 23q23 9 48 15l-1 2q-9 1-15 7q-6 5-10 14q-23-8-43-19q-19-12-34-28q-16-17-26-39q-11-23-16-53z',
  },
  {
    character: '库',
    outline:
      'M168 124l3 2l6 5l8 6l8 6q-1 3-6 3h-140l-2-5h110zM132 188l-5 3q-5 3-14 3h-4v-84h23zM139 77l-1 4l-6 1v28l-5 0l-13 0h-5v-36zM157 91l3 2l5 5l7 6l7 6q0 3-5 3h-99l-2-6h72zM162 48l2 2l7 4q3 3 8 6l7 6l-2 3l-3 1h-129l-2-6h98zM118 46q0 2-3 3q-2 2-7 1l3-4l-6 14q-3 9-8 19l-8 19l-7 15h2l-9 10l-22-15l7-4l7-3l-8 7l8-15q4-10 9-20q4-11 8-20l5-15zM92 6q13-1 20 1q8 3 11 7q3 4 3 8q0 4-2 7q-3 3-8 4q-4 1-10-2q-1-7-6-13q-5-7-10-11zM23 30v-8l27 10h-4v54q0 13-1 27q-1 14-5 28q-3 15-11 28q-8 13-22 24l-2-2q9-15 13-33q3-17 4-36q1-19 1-36v-54zM173 15l3 2l5 5l8 6l6 6q0 3-5 3h-154v-5h125z',
  },
];

/** Side of a letter's square, and the space between two. */
export const letter = { size: 200, gap: 24 };

/** The seal of the house, 文 in four strokes on a square of 64 units; `public/favicon.svg` is the same drawing. */
export const seal = { size: 64, strokes: 'M29 10l6 7M13 23h38M22 23q5 21 29 30M42 23q-5 21-29 30', width: 5 };
