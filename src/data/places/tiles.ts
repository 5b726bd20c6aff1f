/**
 * The provinces on a grid of squares, one each, roughly where they lie to each other; a picture of where the speeches come
 * from, not of area or distance.
 */
export interface Tile {
  /** Code of the province, two digits. */
  code: string;
  /** Its traditional short sign, e.g. 浙. */
  sign: string;
  /** From 1, from the west and from the north. */
  column: number;
  row: number;
}

const grid: (string | null)[][] = [
  [null, null, null, null, null, null, null, null, '23黑'],
  [null, null, null, null, null, '15蒙', null, null, '22吉'],
  ['65新', null, '62甘', '64宁', '14晋', '13冀', '11京', '12津', '21辽'],
  [null, '63青', null, '61陕', '41豫', '37鲁', null, null, null],
  ['54藏', null, '51川', '50渝', '42鄂', '34皖', '32苏', '31沪', null],
  [null, null, null, '52贵', '43湘', '36赣', '33浙', null, null],
  [null, null, '53云', '45桂', '44粤', '35闽', '71台', null, null],
  [null, null, null, '46琼', '82澳', '81港', null, null, null],
];

export const tiles: readonly Tile[] = grid.flatMap((signs, row) =>
  signs.flatMap((cell, column) =>
    cell ? [{ code: cell.slice(0, 2), sign: cell.slice(2), column: column + 1, row: row + 1 }] : [],
  ),
);
