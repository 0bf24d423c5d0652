import { t } from '../language.js';
import { dateClock, percent, polarity } from '../format.js';

/** What a number's difference from the same one before looks like, and what it means in words. */
export function change(totals, before, name) {
  if (before.totals === null) return { seen: '–', heard: t('beforeUnknown') };
  if (before.totals.posts === 0) return { seen: t('beforeNone'), heard: during('beforeNone', before) };
  if (before.totals[name] === 0) return { seen: '–', heard: during('beforeZero', before) };
  const ratio = totals[name] / before.totals[name] - 1;
  return { seen: `${sign(ratio)} ${percent(Math.abs(ratio))}`, heard: during(direction(ratio), before, percent(Math.abs(ratio))) };
}

/** How far the mean sentiment is from the one before: a share of a number that may be 0 would say nothing. */
export function shift({ meanPolarity }, before) {
  const then = before.totals?.meanPolarity ?? null;
  if (meanPolarity === null || then === null) return t('polarityNote');
  return t('polarityThen', { then: polarity(then) });
}

/** What is rounded to nothing has not changed. */
function sign(ratio) {
  return { more: '▲', less: '▼', same: '=' }[direction(ratio)];
}

function direction(ratio) {
  if (Math.abs(ratio) < 0.005) return 'same';
  return ratio > 0 ? 'more' : 'less';
}

function during(key, { from, to }, size = '') {
  return `${t(key, { size })} (${dateClock(from)} – ${dateClock(to)})`;
}
