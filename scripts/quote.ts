/**
 * `npm run --silent quote -- [--json] "…"`: where a passage stands word for word, where nearly, or that it stands nowhere.
 * `npm run --silent quote -- [--json] --file FILE`: every link of a document to this site, and the words quoted beside it.
 * Exit code 1 where the passage does not stand word for word, or a link is broken.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { site } from '../src/data/site.ts';
import { type Difference, differences } from '../src/text/quotation/difference.ts';
import { foldBlocks, foldWords } from '../src/text/quotation/folded.ts';
import { formatQuotation } from '../src/text/quotation/link.ts';
import { quoteStretch, wordsOf } from '../src/text/quotation/make.ts';
import { findPassage } from '../src/text/quotation/passage.ts';
import { type Speech, textBlocks } from '../src/text/speech.ts';
import { isCommand } from './lib/command.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readSettings } from './lib/settings.ts';
import { readSpeeches } from './lib/speeches.ts';
import { SourceError } from './normalize/types.ts';
import type { Places } from './quote/address.ts';
import { checkDocument, readDocument } from './quote/document.ts';
import { checkedLine, differenceLine } from './quote/words.ts';

const USAGE = '用法：npm run --silent quote -- [--json] "一段文字"，或 npm run --silent quote -- [--json] --file 文件';
/** Where the site is read while it has no address of its own. */
const AT_HOME = ['http://127.0.0.1:4321/', 'http://localhost:4321/'];

interface Found {
  id: string;
  title: string;
  kind: 'exact' | 'near';
  address: string;
  differences: Difference[];
}

/** Everywhere the passage stands; where it nearly stands, the nearest first. */
export function findEverywhere(speeches: readonly Speech[], words: string, origin: string): Found[] {
  const folded = foldWords(words);
  const found = speeches.flatMap((speech) => {
    const blocks = textBlocks(speech);
    const text = foldBlocks(blocks);
    const { exact, near } = findPassage(text, folded);
    const kind = near ? ('near' as const) : ('exact' as const);
    return [...exact, ...(near ? [near] : [])].map((at) => ({
      id: speech.meta.id,
      title: speech.meta.title,
      kind,
      address: `${origin}speeches/${speech.meta.id}/${formatQuotation(quoteStretch(blocks, text, at))}`,
      differences: near ? differences(words, wordsOf(blocks, text, at)) : [],
      edits: near?.edits ?? 0,
    }));
  });
  return found.toSorted((a, b) => a.edits - b.edits).map(({ edits: _, ...each }) => each);
}

const departureSchema = z.object({ id: z.string(), renamed: z.string().nullable() });

/** Renamed and withdrawn speeches. */
function readDeparted(): Map<string, string | null> {
  const folder = join(root, 'src/content/departed');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const read = names.map((name) => departureSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return new Map(read.map(({ id, renamed }) => [id, renamed]));
}

function readPlaces(): Places {
  const { origin, base } = readSettings(process.env);
  return { origins: [...(origin ? [origin] : AT_HOME), ...site.formerOrigins], base };
}

async function checkFile(file: string, json: boolean): Promise<number> {
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  if (!existsSync(path)) throw new Problem(`${file} 不存在。`);
  const library = {
    speeches: new Map((await readSpeeches()).map((speech) => [speech.meta.id, speech])),
    departed: readDeparted(),
  };
  const links = checkDocument(readDocument(new Uint8Array(readFileSync(path)), file), library, readPlaces());
  const broken = links.filter((link) => link.broken).length;
  if (json) console.log(JSON.stringify(links, null, 2));
  else {
    for (const link of links) console.log(checkedLine(file, link));
    console.log(`${links.length} 个链接，${broken} 个有误。`);
  }
  return broken > 0 ? 1 : 0;
}

async function find(words: string, json: boolean): Promise<number> {
  const speeches = await readSpeeches();
  const { origins, base } = readPlaces();
  const found = findEverywhere(speeches, words, (origins[0] ?? '').replace(/\/*$/, base));
  if (json) console.log(JSON.stringify(found, null, 2));
  for (const { kind, title, address, differences } of json ? [] : found)
    console.log(
      kind === 'exact'
        ? `逐字相同  《${title}》  ${address}`
        : `相近  《${title}》  ${differenceLine(differences)}  ${address}`,
    );
  if (!json && found.length === 0) {
    const characters = speeches
      .flatMap(textBlocks)
      .reduce((sum, { text }) => sum + [...text.replace(/\s/g, '')].length, 0);
    console.log(`没有一处：已核对 ${speeches.length} 篇讲话、${characters} 字。`);
  }
  return found.some(({ kind }) => kind === 'exact') ? 0 : 1;
}

async function quote(): Promise<number> {
  const options = { file: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const words = positionals.join(' ');
  if (values.file !== undefined && words === '') return checkFile(values.file, values.json);
  if (values.file !== undefined || foldWords(words) === '') throw new Problem(USAGE);
  return find(words, values.json);
}

if (isCommand(import.meta.url)) {
  await main(() =>
    quote().catch((error) => {
      const told = error instanceof SourceError || String(error?.code).startsWith('ERR_PARSE_ARGS');
      throw told ? new Problem(error instanceof SourceError ? error.message : USAGE) : error;
    }),
  );
}
