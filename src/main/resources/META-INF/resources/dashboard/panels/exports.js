import { label, write } from '../dom.js';
import { t } from '../language.js';

const MOST_ROWS = 1000;

/** Where each panel's numbers are, and what is asked for beside hashtags and period. */
const ADDRESSES = {
  series: snapshot => ['series', { interval: snapshot.series.interval.toLowerCase() }],
  sentiment: () => ['sentiment', {}],
  trend: snapshot => ['series', { interval: snapshot.series.interval.toLowerCase() }],
  posts: () => ['top-posts', { limit: MOST_ROWS }],
  hashtags: () => ['hashtags', { limit: MOST_ROWS }],
  authors: () => ['authors', { limit: MOST_ROWS }],
  languages: () => ['languages', { limit: MOST_ROWS }],
  'co-occurring': () => ['co-occurring', { limit: MOST_ROWS }],
};

/** What is the same whatever is chosen; gaps are those of as long a time as the page shows. */
const SYSTEM = { sources: ['sources', {}], gaps: ['gaps', { last: '30d', limit: MOST_ROWS }] };

/** Links each panel to its numbers, from the moment on at which the page's period begins. */
export function showExports(snapshot) {
  for (const link of document.querySelectorAll('a.csv')) {
    const name = link.dataset.csv;
    link.href = name in SYSTEM ? address(...SYSTEM[name]) : chosen(snapshot, ...ADDRESSES[name](snapshot));
    link.download = `hashlake-${name}.csv`;
    write(link, 'CSV');
    label(link, `CSV: ${document.getElementById(`${name}-title`).textContent}`);
    link.title = t('csvNote');
  }
}

function chosen({ selected, from }, path, more) {
  const hashtags = selected.length > 0 ? { hashtag: selected.join(',') } : {};
  return address(path, { ...hashtags, from, ...more });
}

function address(path, parameters) {
  return `api/v1/${path}?${new URLSearchParams({ ...parameters, format: 'csv', bom: 'true' })}`;
}
