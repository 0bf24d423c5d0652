import * as echarts from '../_static/echarts/dist/echarts.esm.min.js';
import { colour, onTheme } from './theme.js';
import { onLanguage } from './language.js';
import { step, tick } from './format.js';
import { ticks } from './ticks.js';
import { byId, label, list, make, write } from './dom.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');
const charts = new Set();

/** Colours of lines that stand for hashtags, in order. */
export const LINES = [1, 2, 3, 4, 5, 6, 7, 8].map(n => `series-${n}`);

/**
 * A chart that is made once and then only told what is new.
 *
 * draw(record, width) gives the option, describe(record) the sentence that stands for it where it cannot be seen.
 */
export class Chart {
  #chart;
  #node;
  #draw;
  #describe;
  #record = null;

  constructor(id, { draw, describe }) {
    this.#node = byId(id);
    this.#draw = draw;
    this.#describe = describe;
    this.#node.setAttribute('role', 'img');
    this.#chart = echarts.init(this.#node, null, { renderer: 'canvas' });
    new ResizeObserver(() => this.#resize()).observe(this.#node);
    charts.add(this);
  }

  show(record) {
    this.#record = record;
    this.#apply({ replaceMerge: ['series'] });
  }

  /** From scratch: colours or words are other ones. */
  again() {
    if (this.#record) this.#apply({ notMerge: true });
  }

  #apply(how) {
    if (!this.#visible()) return;
    this.#chart.setOption({ ...base(), ...this.#draw(this.#record, this.#node.clientWidth) }, { lazyUpdate: true, ...how });
    label(this.#node, this.#describe(this.#record));
  }

  #resize() {
    if (!this.#visible()) return;
    this.#chart.resize();
    this.again();
  }

  #visible() {
    return this.#node.clientWidth > 0 && this.#node.clientHeight > 0;
  }
}

onTheme(() => charts.forEach(chart => chart.again()));
onLanguage(() => charts.forEach(chart => chart.again()));

function base() {
  return {
    animation: !still.matches,
    animationDuration: 300,
    animationDurationUpdate: 300,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('text') },
  };
}

/** On the right there is room for half of the last step's name. */
export function grid(more = {}) {
  return { left: 8, right: 24, top: 12, bottom: 4, containLabel: true, ...more };
}

/** An axis of steps, of which those at round times are named. */
export function steps(starts, period, width) {
  const interval = ticks(starts, period, width);
  return {
    type: 'category',
    data: starts.map(start => step(start, period)),
    axisTick: { show: true, interval, alignWithLabel: true, lineStyle: { color: colour('line') } },
    axisLine: { lineStyle: { color: colour('line') } },
    axisLabel: { color: colour('muted'), interval, fontSize: 11, formatter: (_, index) => tick(starts[index], period) },
  };
}

export function amounts(format, more = {}) {
  return {
    type: 'value',
    minInterval: 1,
    splitNumber: 4,
    splitLine: { lineStyle: { color: colour('line') } },
    axisLabel: { color: colour('muted'), formatter: format, fontSize: 11 },
    ...more,
  };
}

/** Drawn into the chart as text: what posts say never becomes markup, and no inline style is needed. */
export function tooltip(format, more = {}) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('card'),
    borderColor: colour('line'),
    textStyle: { color: colour('text'), fontSize: 12 },
    valueFormatter: format,
    axisPointer: { type: 'shadow', shadowStyle: { color: colour('shade') } },
    ...more,
  };
}

/** Lets a chart be read as a table instead. rows(record) gives the head and then the lines, all of them text. */
export class TableView {
  #chart;
  #table;
  #rows;
  #record = null;

  constructor(id, rows) {
    this.#chart = byId(id);
    this.#rows = rows;
    this.#table = make('div', {
      class: 'scroll table-view', tabindex: '0', role: 'region', 'aria-labelledby': `${id}-title`, hidden: '' },
    make('table', {}, make('thead', {}, make('tr')), make('tbody')));
    this.#chart.after(this.#table);
  }

  get isShown() {
    return !this.#table.hidden;
  }

  toggle() {
    this.#table.hidden = !this.#table.hidden;
    this.#chart.hidden = this.isShown;
    this.#fill();
  }

  show(record) {
    this.#record = record;
    this.#fill();
  }

  #fill() {
    if (!this.isShown || !this.#record) return;
    const [head, ...lines] = this.#rows(this.#record);
    cells(this.#table.querySelector('thead tr'), head, () => 'th');
    list(this.#table.querySelector('tbody'), lines, {
      key: line => line[0],
      create: () => make('tr'),
      update: (row, line) => cells(row, line, index => (index === 0 ? 'th' : 'td')),
    });
  }
}

function cells(row, values, tag) {
  list(row, values.map((value, index) => ({ value, index })), {
    key: cell => cell.index,
    create: cell => make(tag(cell.index), cell.index > 0 ? { class: 'n' } : { scope: 'row' }),
    update: (node, cell) => write(node, cell.value),
  });
}
