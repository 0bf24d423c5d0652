import { byId, list, make, write } from '../dom.js';
import { t } from '../language.js';
import { dateClock, decimal, mood, number, short } from '../format.js';
import { amounts, Chart, grid, steps } from '../charts.js';
import { colour } from '../theme.js';

let spark = null;

export function showTiles(snapshot) {
  list(byId('tiles'), tiles(snapshot), {
    key: tile => tile.name,
    create: tile => make('div', { class: `tile ${tile.name}` },
      make('dt'),
      make('dd', { class: 'value' }),
      ...(tile.name === 'perMinute' ? [make('dd', { class: 'spark' }, make('div', { id: 'spark', class: 'chart' }))] : []),
      make('dd', { class: 'note' })),
    update: (node, tile) => {
      write(node.querySelector('dt'), t(tile.name));
      write(node.querySelector('.value'), tile.value);
      write(node.querySelector('.note'), tile.note);
    },
  });
  spark ??= new Chart('spark', { draw, describe });
  spark.show(snapshot);
}

function tiles({ totals, pace, from }) {
  return [
    { name: 'posts', value: number(totals.posts), note: t('since', { time: dateClock(from) }) },
    { name: 'perMinute', value: decimal(pace.perMinute), note: t('perMinuteNote') },
    { name: 'authors', value: number(totals.authors), note: '' },
    { name: 'reach', value: short(totals.reach), note: t('reachNote') },
    { name: 'engagement', value: short(totals.engagement), note: t('engagementNote') },
    { name: 'mood', value: mood(totals.meanPolarity), note: t('moodNote') },
  ];
}

/** The minute that runs is left out: it would always look like a fall. */
function draw({ pace }) {
  const minutes = pace.minutes.slice(0, -1);
  return {
    grid: grid({ left: 0, right: 0, top: 2, bottom: 2, containLabel: false }),
    xAxis: { ...steps(minutes.map((_, index) => index)), show: false, boundaryGap: false },
    yAxis: { ...amounts(number), show: false },
    series: [{
      id: 'pace',
      type: 'line',
      data: minutes,
      showSymbol: false,
      silent: true,
      lineStyle: { width: 2, color: colour('accent') },
      areaStyle: { color: colour('accent'), opacity: 0.14 },
    }],
  };
}

function describe({ pace }) {
  return t('sparkSummary', { most: number(Math.max(...pace.minutes)) });
}
