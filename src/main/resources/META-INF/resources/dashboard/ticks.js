import { local } from './format.js';

/** Pixels for a label and some air. */
const ROOM = 66;

/** Which steps are round times, from many to few; each is told of a step and the one before it. */
const LADDERS = {
  '1h': [5, 10, 15, 30].map(every => at => at.minute % every === 0),
  '24h': [1, 2, 3, 6, 12].map(every => at => at.hour % every === 0),
  '7d': [1, 2, 4].map(every => (at, before) => begins(at, before) && at.day % every === 0),
  '30d': [() => true, at => at.weekday === 'Mon'],
};

/** A day may begin at 1:00, where clocks are put forward at midnight. */
function begins(at, before) {
  return before ? at.day !== before.day : at.hour === 0;
}

/** Says of each step, by its index, whether the axis names it: round times of the reporting zone, as many as have room. */
export function ticks(starts, period, width) {
  const times = starts.map(local);
  const most = Math.max(1, Math.floor(width / ROOM));
  const ladder = LADDERS[period].map(isRound => times.map((at, index) => isRound(at, times[index - 1])));
  const fitting = ladder.find(round => round.filter(Boolean).length <= most) ?? ladder.at(-1);
  return index => fitting[index];
}
