import { byId, label, list, make, share, write } from '../dom.js';
import { t } from '../language.js';
import { number, percent, step } from '../format.js';
import { amounts, Chart, grid, steps, TableView, tooltip } from '../charts.js';
import { Segments } from '../segments.js';
import { colour } from '../theme.js';

export const SENTIMENTS = ['negative', 'neutral', 'positive'];
let trend = null;
let table = null;

export function startSentiment() {
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

export function showSentiment(snapshot) {
  trend.show(snapshot);
  table.show(snapshot);
  showShares(snapshot.totals);
}

/** How many posts have a sentiment; those in languages without a lexicon have none, and no part in the shares. */
export function scored(totals) {
  return SENTIMENTS.reduce((sum, name) => sum + totals[name], 0);
}

function showShares(totals) {
  const all = scored(totals);
  const parts = SENTIMENTS.map(name => ({ name, posts: totals[name], share: all > 0 ? totals[name] / all : 0 }));
  label(byId('sentiment'), t('sentimentSummary', counted(totals)));
  list(byId('sentiment'), parts, {
    key: part => part.name,
    create: part => make('span', { class: part.name }),
    update: (node, part) => share(node, part.share),
  });
  list(byId('sentiment-list'), parts, {
    key: part => part.name,
    create: part => make('li', {},
      make('span', { class: `swatch ${part.name}`, 'aria-hidden': 'true' }),
      make('span', { class: 'name' }), make('b'), make('span', { class: 'n' })),
    update: (node, part) => {
      const [, name, percentage, n] = node.children;
      write(name, t(part.name));
      write(percentage, all > 0 ? percent(part.share) : '–');
      write(n, number(part.posts));
    },
  });
  const unscored = Math.max(0, totals.posts - all);
  byId('unscored').hidden = unscored === 0;
  write(byId('unscored'), t('unscoredNote', { n: number(unscored) }));
}

function drawTrend({ series, period }, width) {
  const sums = series.starts.map((_, index) => SENTIMENTS.reduce((sum, name) => sum + series[name][index], 0));
  return {
    grid: grid(),
    tooltip: tooltip(percent, { trigger: 'axis' }),
    xAxis: steps(series.starts, period, width),
    yAxis: amounts(percent, { max: 1, interval: 0.25 }),
    series: SENTIMENTS.map(name => ({
      id: name,
      name: t(name),
      type: 'bar',
      stack: 'sentiment',
      barCategoryGap: '4%',
      itemStyle: { color: colour(name) },
      data: series[name].map((posts, index) => portion(posts, sums[index], index === sums.length - 1)),
    })),
  };
}

/** The step that runs is drawn lighter: its few posts say little yet. */
function portion(posts, sum, runs) {
  const value = sum > 0 ? posts / sum : null;
  return runs ? { value, itemStyle: { opacity: 0.5 } } : value;
}

function describeTrend({ totals }) {
  return t('trendSummary', counted(totals));
}

function counted(totals) {
  return Object.fromEntries(SENTIMENTS.map(name => [name, number(totals[name])]));
}

function rows({ series, period }) {
  const lines = series.starts.map((start, index) =>
    [step(start, period), ...SENTIMENTS.map(name => number(series[name][index]))]);
  return [[t('time'), ...SENTIMENTS.map(name => t(name))], ...lines.reverse()];
}
