/** A speech as plain text: a short head, an empty line, the published text with a line for each block. */
import { publishedText } from '../../text/account.ts';
import type { Speech } from '../../text/speech.ts';
import type { Address } from '../address.ts';
import { completenessNames } from '../completeness.ts';
import { copiesWords } from '../copies-words.ts';
import { rangeInWords } from '../known-date.ts';
import { gaps } from '../summary.ts';
import { words } from '../words.ts';
import { type State, speechPath } from './speech.ts';

export function speechText(speech: Speech, state: State, address: Address): string {
  return `${head(speech, state, address).join('\n')}\n\n${publishedText(speech)}\n`;
}

function head(speech: Speech, { version, updated }: State, address: Address): string[] {
  const { meta } = speech;
  const { facts, honesty } = words;
  const own = copiesWords.text;
  const missing = gaps(speech).map(
    ({ omission, where }) => `${where}${honesty.missing(omission.characters)}（${omission.id}）`,
  );
  const said: [string, string | null][] = [
    [own.title, meta.titleDerived ? `${meta.title}（${words.derived.tag}）` : meta.title],
    [facts.delivered, meta.delivered && rangeInWords(meta.delivered, meta.deliveredUntil)],
    [facts.issued, meta.issued && rangeInWords(meta.issued, null)],
    [facts.published, meta.published && rangeInWords(meta.published, null)],
    [facts.place, meta.place],
    [facts.speaker, meta.speaker && [meta.speaker.role, meta.speaker.name].filter(Boolean).join(' ')],
    [facts.event, meta.event],
    [facts.issuer, meta.issuer],
    [facts.documentNumber, meta.documentNumber],
    [facts.genre, meta.genre],
    [honesty.source, meta.sourceSite ?? honesty.sourceUnknown],
    [own.completeness, [completenessNames[meta.completeness].name, missing.join('，')].filter(Boolean).join('：')],
    [words.imprint.address, address(speechPath(meta.id))],
    [words.version.speech, version],
    [own.updated, updated],
    [words.rights, meta.source.rights],
  ];
  return said.flatMap(([label, value]) => (value ? [`${label}：${value.replaceAll(/\s+/g, ' ')}`] : []));
}
