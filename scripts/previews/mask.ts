/** Outlines to pixels: how much of each pixel an outline covers, by the areas beside its edges. */
import type { Command } from './font.ts';

/** Pixels around an outline, row by row. */
export interface Mask {
  /** Of the first pixel, from the origin of the outline; y downwards. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** 0 to 255 for each pixel. */
  cover: Uint8Array;
}

/** Straight pieces that a curve is drawn with; at 72 px no corner shows. */
const PIECES = 6;

type Point = [x: number, y: number];

/**
 * @param outline in thousandths of the em, y upwards
 * @param em in pixels
 * @param shift of the origin to the right, in pixels
 */
export function maskOf(outline: readonly Command[], em: number, shift: number): Mask {
  const contours = flatten(outline).map((points) =>
    points.map(([x, y]): Point => [(x * em) / 1000 + shift, (-y * em) / 1000]),
  );
  const [xs, ys] = [0, 1].map((axis) => contours.flat().map((point) => point[axis as 0 | 1])) as [number[], number[]];
  if (xs.length === 0) return { left: 0, top: 0, width: 0, height: 0, cover: new Uint8Array() };
  // One column more on either side: an edge on a border changes the pixel behind it too.
  const [left, top] = [Math.floor(Math.min(...xs)) - 1, Math.floor(Math.min(...ys))];
  const width = Math.ceil(Math.max(...xs)) - left + 2;
  const height = Math.ceil(Math.max(...ys)) - top + 1;
  const areas = new Float32Array(width * height);
  for (const points of contours) {
    for (const [index, [x, y]] of points.entries()) {
      const [toX, toY] = points[(index + 1) % points.length] as Point;
      addEdge(areas, width, x - left, y - top, toX - left, toY - top);
    }
  }
  return { left, top, width, height, cover: covered(areas, width) };
}

/** Closed contours as points. */
function flatten(outline: readonly Command[]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of outline) {
    if (command === 'closePath') continue;
    if (command === 'moveTo') contours.push([]);
    const points = contours.at(-1) as Point[];
    const ends = args.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, args[index + 1] as number]] : []));
    const controls = command === 'moveTo' || command === 'lineTo' ? ends : [points.at(-1) as Point, ...ends];
    if (controls.length === 1) points.push(controls[0] as Point);
    else for (let step = 1; step <= PIECES; step++) points.push(onCurve(controls, step / PIECES));
  }
  return contours;
}

/** A point of a Bézier curve of any degree (de Casteljau). */
function onCurve(controls: Point[], t: number): Point {
  if (controls.length === 1) return controls[0] as Point;
  const between = controls.slice(1).map(([x, y], index): Point => {
    const [fromX, fromY] = controls[index] as Point;
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
  });
  return onCurve(between, t);
}

/**
 * Adds to each pixel how the area right of an edge changes there: summed up along a row it is the area inside.
 * The edge is cut where it crosses a border of pixels; each piece changes its own pixel by what lies right of it, the next by the rest.
 */
function addEdge(areas: Float32Array, width: number, x: number, y: number, toX: number, toY: number): void {
  if (y < toY) addPieces(areas, width, x, y, toX, toY, 1);
  if (y > toY) addPieces(areas, width, toX, toY, x, y, -1);
}

function addPieces(
  areas: Float32Array,
  width: number,
  x: number,
  y: number,
  toX: number,
  toY: number,
  sign: 1 | -1,
): void {
  const slope = (toX - x) / (toY - y);
  const at = (line: number) => (line >= toY ? toX : x + (line - y) * slope);
  for (let row = Math.floor(y); row < toY; row++) {
    const [above, below] = [Math.max(row, y), Math.min(row + 1, toY)];
    const [from, to] = [at(above), at(below)];
    const [first, last] = from < to ? [from, to] : [to, from];
    const height = (below - above) * sign;
    for (let column = Math.floor(first); column === Math.floor(first) || column < last; column++) {
      const [begin, end] = [Math.max(column, first), Math.min(column + 1, last)];
      const part = last > first ? (height * (end - begin)) / (last - first) : height;
      const middle = (begin + end) / 2 - column;
      const pixel = row * width + column;
      areas[pixel] = (areas[pixel] as number) + part * (1 - middle);
      areas[pixel + 1] = (areas[pixel + 1] as number) + part * middle;
    }
  }
}

/** Where contours overlap, both run the same way: more than all of a pixel is all of it. */
function covered(areas: Float32Array, width: number): Uint8Array {
  const cover = new Uint8Array(areas.length);
  let inside = 0;
  for (const [index, area] of areas.entries()) {
    inside = index % width === 0 ? area : inside + area;
    cover[index] = Math.min(255, Math.round(Math.abs(inside) * 255));
  }
  return cover;
}
