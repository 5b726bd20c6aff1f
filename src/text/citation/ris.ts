/** RIS, type ELEC (web page). A line a tag; values hold no line breaks, so that none can pass for a tag. */
import { type Cited, type CitedPlace, entryKey, ownDate, remarks, statedTitle } from './cited.ts';

export function ris(cited: Cited, place: CitedPlace): string {
  const date = ownDate(cited);
  const tags: [tag: string, value: string | null | undefined][] = [
    ['TY', 'ELEC'],
    ['ID', entryKey(cited, place)],
    ['AU', cited.author?.name],
    ['TI', statedTitle(cited)],
    ['T2', cited.site],
    ['PY', date?.slice(0, 4)],
    ['DA', date && slashed(date)],
    ['ET', cited.version],
    ['LA', 'zh-CN'],
    ['UR', place.address],
    ['Y2', place.accessed && slashed(place.accessed)],
    ...remarks(cited, place).map((remark): [string, string] => ['N1', remark]),
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/gu, ' ')}`] : []));
  return [...lines, 'ER  - '].join('\n');
}

/** `2024-03` → `2024/03//`: year, month, day and a remark, each of which may be empty. */
function slashed(date: string): string {
  const [year, month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}
