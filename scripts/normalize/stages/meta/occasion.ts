/** The occasion in `在…会议上的讲话`, `在…论坛的开幕致辞`, without who speaks before it. */
import type { Clue } from '../../types.ts';
import { type Claim, claim, type Placed } from './claim.ts';

const NOUN = '(?:会议|會議|[会會班式节節]|论坛|論壇|典礼|典禮|仪式|儀式|活动|活動|晚宴|课堂)';
const AFTER =
  '(?:上(?=[的所作讲講发發致）)]|$)|的(?=(?:开幕|開幕|闭幕|閉幕|开班|主旨)?(?:致[辞辭词詞]|讲话|講話|发言|發言|演讲|演講)))';
const OCCASION = new RegExp(`在([^，。；！？]{1,60}?${NOUN})(?:（[^（）]{1,30}）)?${AFTER}`, 'u');

export interface Occasion {
  event: string;
  /** Offset of 在, and of the first character behind the event. */
  from: number;
  to: number;
}

export function occasionIn(text: string): Occasion | null {
  const match = OCCASION.exec(text);
  const event = match?.[1];
  return match && event ? { event, from: match.index, to: match.index + 1 + event.length } : null;
}

/** @param lines title, subtitle and the lines under them */
export function findEvent(lines: readonly Placed[], confidence: Clue['confidence']): Claim | null {
  for (const line of lines) {
    const occasion = occasionIn(line.block.text);
    if (occasion) return claim(line, occasion.from + 1, occasion.to, confidence);
  }
  return null;
}
