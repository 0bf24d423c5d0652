import { byId, list, make, write } from '../dom.js';
import { t } from '../language.js';
import { mood, number, percent, step } from '../format.js';
import { amounts, Chart, grid, steps, TableView, tooltip } from '../charts.js';
import { Segments } from '../segments.js';
import { colour } from '../theme.js';

export const MOODS = ['negative', 'neutral', 'positive'];
let ring = null;
let trend = null;
let table = null;

export function startMood() {
  ring = new Chart('mood', { draw: drawRing, describe: describeRing });
  trend = new Chart('trend', { draw: drawTrend, describe: describeTrend });
  table = new TableView('trend', rows);
  new Segments(byId('trend-tools'), ['bars', 'table'], {
    words: name => name,
    isOn: name => (name === 'table') === table.isShown,
    press: name => {
      if (table.isShown !== (name === 'table')) table.toggle();
      trend.again();
    },
  });
}

export function showMood(snapshot) {
  ring.show(snapshot);
  trend.show(snapshot);
  table.show(snapshot);
  list(byId('mood-list'), shares(snapshot), {
    key: share => share.name,
    create: share => make('li', {},
      make('span', { class: `swatch ${share.name}`, 'aria-hidden': 'true' }),
      make('span', { class: 'name' }), make('b'), make('span', { class: 'n' })),
    update: (node, share) => {
      const [, name, part, n] = node.children;
      write(name, t(share.name));
      write(part, share.part);
      write(n, number(share.posts));
    },
  });
}

/** Posts without a mood are listed, but have no part in the shares. */
function shares({ totals }) {
  const judged = MOODS.reduce((sum, name) => sum + totals[name], 0);
  const none = totals.posts - judged;
  const parts = MOODS.map(name => ({
    name, posts: totals[name], part: judged > 0 ? percent(totals[name] / judged) : '–' }));
  return none > 0 ? [...parts, { name: 'noMood', posts: none, part: '' }] : parts;
}

function drawRing({ totals }) {
  return {
    tooltip: tooltip(number, { trigger: 'item' }),
    title: { text: mood(totals.meanPolarity), subtext: t('mood'), left: 'center', top: 'center', itemGap: 6,
      textStyle: { color: colour('text'), fontSize: 22, fontWeight: 650 },
      subtextStyle: { color: colour('muted'), fontSize: 12 } },
    series: [{
      id: 'mood',
      type: 'pie',
      radius: ['66%', '92%'],
      label: { show: false },
      itemStyle: { borderColor: colour('card'), borderWidth: 2, borderRadius: 4 },
      emptyCircleStyle: { color: colour('none') },
      data: MOODS.filter(name => totals[name] > 0)
        .map(name => ({ name: t(name), value: totals[name], itemStyle: { color: colour(name) } })),
    }],
  };
}

function describeRing({ totals }) {
  return t('moodSummary', counted(totals));
}

function drawTrend({ series, period }) {
  const sums = series.starts.map((_, index) => MOODS.reduce((sum, name) => sum + series[name][index], 0));
  return {
    grid: grid(),
    tooltip: tooltip(percent, { trigger: 'axis' }),
    xAxis: steps(series.starts.map(start => step(start, period))),
    yAxis: amounts(percent, { max: 1, interval: 0.25 }),
    series: MOODS.map(name => ({
      id: name,
      name: t(name),
      type: 'bar',
      stack: 'mood',
      barCategoryGap: '4%',
      itemStyle: { color: colour(name) },
      data: series[name].map((posts, index) => (sums[index] > 0 ? posts / sums[index] : null)),
    })),
  };
}

function describeTrend({ totals }) {
  return t('trendSummary', counted(totals));
}

function counted(totals) {
  return Object.fromEntries(MOODS.map(name => [name, number(totals[name])]));
}

function rows({ series, period }) {
  const lines = series.starts.map((start, index) =>
    [step(start, period), ...MOODS.map(name => number(series[name][index]))]);
  return [[t('time'), ...MOODS.map(name => t(name))], ...lines.reverse()];
}
