import { byId, list, make, write } from '../dom.js';
import { t } from '../language.js';
import { dateClock, decimal, number, polarity, short } from '../format.js';
import { amounts, Chart, grid } from '../charts.js';
import { colour } from '../theme.js';
import { degree } from '../degree.js';
import { change, shift } from './change.js';

const NOTHING = { seen: '', heard: '' };
let spark = null;

export function showTiles(snapshot) {
  list(byId('tiles'), tiles(snapshot), {
    key: tile => tile.name,
    create: tile => make('div', { class: `tile ${tile.name}` },
      make('dt'),
      make('dd', { class: 'value' }),
      make('dd', { class: 'aside' }, make('span', { 'aria-hidden': 'true' }), make('span', { class: 'hidden' })),
      ...(tile.name === 'perMinute' ? [make('dd', { class: 'spark' }, make('div', { id: 'spark', class: 'chart' }))] : []),
      make('dd', { class: 'note' })),
    update,
  });
  spark ??= new Chart('spark', { draw, describe });
  spark.show(snapshot);
}

function update(node, { name, value, aside, note }) {
  write(node.querySelector('dt'), t(name));
  write(node.querySelector('.value'), value);
  write(node.querySelector('.note'), note);
  const [seen, heard] = node.querySelector('.aside').children;
  write(seen, aside.seen);
  write(heard, aside.heard);
  node.querySelector('.aside').title = aside.heard;
}

/** Engagement is not compared: posts gain it for as long as they are looked at, and those before had longer. */
function tiles({ totals, before, pace, from }) {
  const compared = name => change(totals, before, name);
  return [
    { name: 'posts', value: number(totals.posts), aside: compared('posts'), note: t('since', { time: dateClock(from) }) },
    { name: 'perMinute', value: decimal(pace.perMinute), aside: NOTHING, note: t('perMinuteNote') },
    { name: 'authors', value: number(totals.authors), aside: compared('authors'), note: '' },
    { name: 'reach', value: short(totals.reach), aside: compared('reach'), note: t('reachNote') },
    { name: 'engagement', value: short(totals.engagement), aside: NOTHING, note: t('engagementNote') },
    { name: 'sentiment', value: polarity(totals.meanPolarity), aside: word(totals), note: shift(totals, before) },
  ];
}

/** A number between −1 and 1 says little without a word. */
function word({ meanPolarity }) {
  const text = meanPolarity === null ? '' : t(`polarity.${degree(meanPolarity)}`);
  return { seen: text, heard: text };
}

/** The minute that runs is left out: it would always look like a fall. */
function draw({ pace }) {
  const minutes = pace.minutes.slice(0, -1);
  return {
    grid: grid({ left: 0, right: 0, top: 2, bottom: 2, containLabel: false }),
    xAxis: { type: 'category', data: minutes.map((_, index) => index), show: false, boundaryGap: false },
    yAxis: { ...amounts(number), show: false },
    series: [{
      id: 'pace',
      type: 'line',
      data: minutes,
      showSymbol: false,
      silent: true,
      lineStyle: { width: 2, color: colour('measure') },
      areaStyle: { color: colour('measure'), opacity: 0.14 },
    }],
  };
}

function describe({ pace }) {
  return t('sparkSummary', { most: number(Math.max(...pace.minutes)) });
}
