/** Speeches of our own invention, as they are cited. */
import type { Cited, CitedPlace } from '../../src/text/citation/cited.ts';

/** Nothing known but the title. */
export const bare: Cited = {
  id: 'sample',
  title: '在全县社区食堂建设现场会上的讲话',
  subtitle: null,
  titleDerived: false,
  author: null,
  role: null,
  delivered: null,
  deliveredUntil: null,
  issued: null,
  place: null,
  event: null,
  genre: '讲话',
  documentNumber: null,
  site: '讲话文库',
  version: null,
  updated: null,
};

/** Everything known. */
export const full: Cited = {
  ...bare,
  id: 'canteens',
  subtitle: '在云溪县三级干部大会上的讲话',
  title: '把一顿热饭当作大事来办',
  titleDerived: true,
  author: { name: '林远', kind: 'person' },
  role: '云溪县副县长',
  delivered: '2024-05-16',
  deliveredUntil: '2024-05-17',
  issued: '2024-06-01',
  place: '浙江省金华市',
  event: '全县社区食堂建设现场会',
  genre: '讲话',
  documentNumber: '云政发〔2024〕5号',
  version: '0123456789ab',
  updated: '2026-09-30',
};

export const place: CitedPlace = {
  address: 'https://wenku.example/speeches/canteens/#p12',
  anchor: 'p12',
  path: ['二、突出重点', '（一）解决场地问题'],
  words: '优先用好闲置的校舍、仓库和沿街的公房。',
  accessed: '2026-11-23',
};
