import { describe, expect, it } from 'vitest';
import { allPlaces, placeByCode, placeByName, placesNamed } from '../../../src/data/places/index.ts';
import { shortName } from '../../../src/data/places/short-name.ts';

describe('gazetteer', () => {
  it.each([
    ['浙江省', '33', ['浙江省']],
    ['浙江省金华市', '3307', ['浙江省', '金华市']],
    ['浙江省金华市兰溪市', '330781', ['浙江省', '金华市', '兰溪市']],
    ['上海市浦东新区', '310115', ['上海市', '浦东新区']],
    ['海南省琼海市', '469002', ['海南省', '琼海市']],
    ['新疆维吾尔自治区石河子市', '659001', ['新疆维吾尔自治区', '石河子市']],
    ['广东省东莞市长安镇', '441900119', ['广东省', '东莞市', '长安镇']],
  ])('knows %s', (canonical, code, levels) => {
    const place = placeByName(canonical);
    expect(place).toMatchObject({ code, levels, canonical });
    expect(place?.ancestors).toEqual(levels.slice(0, -1).map((_, depth) => code.slice(0, 2 * depth + 2)));
    expect(placeByCode(code)).toBe(place);
  });

  it('knows no place under another name', () => {
    for (const name of ['金华', '金华市', '兰溪市', '长三角', '浙中', '粤港澳大湾区', '', '浙江省兰溪市']) {
      expect(placeByName(name), name).toBeUndefined();
    }
  });

  it('gives every place of one name', () => {
    expect(placesNamed('朝阳区').map(({ canonical }) => canonical)).toEqual(['北京市朝阳区', '吉林省长春市朝阳区']);
    expect(placesNamed('金华市').map(({ code }) => code)).toEqual(['3307']);
    expect(placesNamed('金华')).toEqual([]);
  });

  it('has one canonical name for each place, and every ancestor is a place', () => {
    const places = allPlaces();
    expect(new Set(places.map(({ canonical }) => canonical)).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(3300);
    for (const { ancestors } of places) for (const code of ancestors) expect(placeByCode(code)).toBeDefined();
  });

  it.each([
    ['兰溪市', '兰溪'],
    ['浙江省', '浙江'],
    ['浦东新区', '浦东'],
    ['香港特别行政区', '香港'],
    ['内蒙古自治区', '内蒙古'],
    ['新疆维吾尔自治区', '新疆'],
    ['恩施土家族苗族自治州', '恩施'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
    ['管城回族区', '管城'],
    ['神农架林区', '神农架'],
    ['大兴安岭地区', '大兴安岭'],
    ['赵县', '赵县'],
    ['苏州工业园区', '苏州工业园区'],
    ['达拉特旗', '达拉特旗'],
  ])('says %s as %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
