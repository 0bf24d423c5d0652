import { byId } from '../dom.js';
import { t } from '../language.js';
import { number, short, step } from '../format.js';
import { amounts, Chart, grid, LINES, steps, TableView, tooltip } from '../charts.js';
import { Segments } from '../segments.js';
import { recall, remember } from '../memory.js';
import { colour } from '../theme.js';

let shape = recall('shape') === 'lines' ? 'lines' : 'bars';
let chart = null;
let table = null;

export function startSeries() {
  chart = new Chart('series', { draw, describe });
  table = new TableView('series', rows);
  new Segments(byId('series-tools'), ['bars', 'lines', 'table'], {
    words: name => name,
    isOn: name => (name === 'table' ? table.isShown : !table.isShown && name === shape),
    press,
  });
}

export function showSeries(snapshot) {
  chart.show(snapshot);
  table.show(snapshot);
}

function press(name) {
  if (name !== 'table') {
    shape = name;
    remember('shape', name);
  }
  if (table.isShown !== (name === 'table')) table.toggle();
  chart.again();
}

function draw({ series, period }, width) {
  const several = series.lines.length > 1;
  return {
    grid: grid({ top: several ? 36 : 12 }),
    legend: { show: several, type: 'scroll', top: 0, left: 4, icon: 'roundRect', itemWidth: 12, itemHeight: 12,
      textStyle: { color: colour('text') }, pageTextStyle: { color: colour('muted') } },
    tooltip: tooltip(number, { trigger: 'axis' }),
    xAxis: { ...steps(series.starts, period, width), boundaryGap: shape === 'bars' },
    yAxis: amounts(short),
    series: series.lines.map((line, index) => (shape === 'bars' ? bars : curve)(line, colour(LINES[index]))),
  };
}

/** The step that runs is drawn lighter: it is not over yet. */
function bars(line, shade) {
  const last = line.posts.length - 1;
  return {
    id: name(line),
    name: name(line),
    type: 'bar',
    stack: 'posts',
    barCategoryGap: '12%',
    itemStyle: { color: shade },
    data: line.posts.map((posts, index) => (index === last ? { value: posts, itemStyle: { opacity: 0.5 } } : posts)),
  };
}

function curve(line, shade) {
  return {
    id: name(line),
    name: name(line),
    type: 'line',
    showSymbol: false,
    lineStyle: { width: 2, color: shade },
    itemStyle: { color: shade },
    data: line.posts.map((posts, index) => (index === line.posts.length - 1 ? null : posts)),
  };
}

function name(line) {
  return line.hashtag === null ? t('allPosts') : `#${line.hashtag}`;
}

function describe({ series, period }) {
  const sums = series.starts.map((_, index) => series.lines.reduce((sum, line) => sum + line.posts[index], 0));
  const most = Math.max(...sums);
  return t('seriesSummary', {
    n: number(sums.reduce((a, b) => a + b, 0)),
    most: number(most),
    time: step(series.starts[sums.lastIndexOf(most)], period),
  });
}

/** The newest step first. */
function rows({ series, period }) {
  const lines = series.starts.map((start, index) =>
    [step(start, period), ...series.lines.map(line => number(line.posts[index]))]);
  return [[t('time'), ...series.lines.map(name)], ...lines.reverse()];
}
