/** Closed list of genres, in the order in which they are listed. `id` is part of an address. */
export const genres = [
  { id: 'speech', name: '讲话' },
  { id: 'article', name: '文章' },
  { id: 'report', name: '报告' },
  { id: 'address', name: '致辞' },
  { id: 'remarks', name: '发言' },
  { id: 'opinion', name: '意见' },
  { id: 'plan', name: '规划' },
  { id: 'notice', name: '通知' },
] as const;
export type Genre = (typeof genres)[number]['name'];
