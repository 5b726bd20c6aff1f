/** What a person should look at before a new speech is committed: what no program can know. */
import { completenessNames } from '../../src/data/completeness.ts';
import { type Speech, textBlocks } from '../../src/text/speech.ts';
import type { Plan } from './plan.ts';

const SHOWN = 20;

/** Sentences for a person, the most telling first. */
export function checks({ record, similar }: Plan): string[] {
  const { speech, document, findings } = record;
  const { meta, outline } = speech;
  const urgent = findings.filter(({ severity }) => severity !== 'info').length;
  const removed = findings.filter(({ code }) => code.startsWith('removed-')).length;
  const absent = outline.filter(({ present }) => !present).length;
  return [
    similar.length > 0 && '与已收的讲话相近：是同一篇就不必再收，除非这一份更完整。',
    meta.titleDerived && `原文没有题目，“${meta.title}”是拟的：不妥就在 .yaml 的 overrides 里另拟，写明依据。`,
    !meta.titleDerived && `题目“${meta.title}”是否完整，有没有混进网站的字。`,
    !meta.delivered && '原文没有写明讲话日期：看看首尾，确实没有就让它空着。',
    !meta.place && '没有认出讲话的地点：正文点明了的，写进 .yaml 的 overrides。',
    meta.completeness !== 'complete' &&
      `完整程度为“${completenessNames[meta.completeness].name}”：能找到全文就换用全文。`,
    outline.length === 0 && '没有认出标题：原文若有，请修改规则或写进 .yaml。',
    outline.length > 0 &&
      `目录 ${outline.length} 条${absent > 0 ? `（其中 ${absent} 条正文缺）` : ''}：与原文的标题逐条对一遍。`,
    urgent > 0 && `上面的 ${urgent} 处疑点。`,
    removed > 0 && `移出的 ${removed} 处里有没有讲话的字。`,
    document.format === 'pdf' && 'PDF 的分行与分栏靠位置推断：通读一遍，看有没有串行。',
    ...ends(speech),
  ].filter((check) => check !== false);
}

/** The first and the last words of the text, where copies are cut. */
function ends(speech: Speech): string[] {
  const texts = textBlocks(speech)
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ text }) => [...text]);
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) return ['没有认出正文的段落。'];
  return [`正文以“${first.slice(0, SHOWN).join('')}……”开头，以“……${last.slice(-SHOWN).join('')}”结尾：首尾是否齐全。`];
}
