/** The measured orders as a table. */
import { mean, type Score } from './measure.ts';

export function table(names: readonly string[], scores: Map<string, Score[]>): string {
  const rows = [...scores].map(([query, each]) => row(each, query));
  const means = names.map((_, nth) => ({
    sections: mean(scores, nth, 'sections'),
    leading: mean(scores, nth, 'leading'),
  }));
  const head = names.map((name) => `${name}：小节、讲话`).join('；');
  return [`nDCG@5（${head}）`, ...rows, row(means, `平均，${scores.size} 个检索`)].join('\n');
}

function row(scores: Score[], name: string): string {
  return `${scores.map(({ sections, leading }) => `${sections.toFixed(3)} ${leading.toFixed(3)}`).join('   ')}  ${name}`;
}
