import { byId, label, list, make, share as width, write } from '../dom.js';
import { t } from '../language.js';
import { sayIfEmpty } from './status.js';
import { languageName, number, percent } from '../format.js';
import { selection, toggle } from '../selection.js';
import { scored, SENTIMENTS } from './sentiment.js';

const MOST_BARS = 16;

export function startBars() {
  for (const id of ['hashtags', 'co-occurring']) {
    byId(id).addEventListener('click', event => {
      const bar = event.target.closest('button');
      if (bar) toggle(bar.dataset.hashtag);
    });
  }
}

export function showBars(snapshot) {
  showHashtags(snapshot);
  bars('languages', snapshot.languages.map(({ language, totals }) => ({
    key: language ?? '', name: languageName(language), n: totals.posts, note: percent(totals.posts / snapshot.totals.posts) })));
  showCoOccurring(snapshot);
}

/** Those that are selected come first. */
function showHashtags({ top, hashtags, selected }) {
  const others = top.filter(one => !selected.includes(one.hashtag));
  const shown = selected.length > 0 ? [...hashtags, ...others] : top;
  bars('hashtags', shown.slice(0, MOST_BARS).map(one => ({
    key: one.hashtag, name: `#${one.text ?? one.hashtag}`, n: one.totals.posts, hashtag: one.hashtag, totals: one.totals })));
  list(byId('sentiment-key'), SENTIMENTS, {
    key: name => name,
    create: name => make('span', {}, make('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), make('span')),
    update: (node, name) => write(node.lastChild, t(name)),
  });
}

function showCoOccurring({ coOccurring, selected }) {
  bars('co-occurring', coOccurring.map(one => ({
    key: one.hashtag, name: `#${one.text ?? one.hashtag}`, n: one.posts, hashtag: one.hashtag })));
  sayIfEmpty('co-occurring', coOccurring.length === 0, t(selected.length === 0 ? 'coOccurringHint' : 'coOccurringNone'));
}

/** Bars that can be chosen are buttons; where sentiments are known, a bar shows their shares. */
function bars(id, items) {
  const most = Math.max(1, ...items.map(item => item.n));
  list(byId(id), items, {
    key: item => item.key,
    create: item => make('li', {}, make(item.hashtag ? 'button' : 'div',
      item.hashtag ? { class: 'bar', type: 'button', 'data-hashtag': item.hashtag } : { class: 'bar' },
      make('span', { class: 'name', dir: 'auto' }),
      make('span', { class: 'n' }),
      make('span', { class: 'track', 'aria-hidden': 'true' }, ...(item.totals
        ? [...SENTIMENTS, 'unscored'].map(name => make('span', { class: name }))
        : [make('span', { class: 'whole' })])))),
    update: (node, item) => update(node.firstChild, item, item.n / most),
  });
}

function update(bar, item, share) {
  const [name, n, track] = bar.children;
  write(name, item.name);
  write(n, item.note ? `${number(item.n)} · ${item.note}` : number(item.n));
  if (item.hashtag) {
    bar.setAttribute('aria-pressed', String(selection().hashtags.includes(item.hashtag)));
    label(bar, t('barSummary', { name: item.name, n: number(item.n) }));
  }
  if (!item.totals) {
    width(track.firstChild, share);
    return;
  }
  SENTIMENTS.forEach((sentiment, index) => width(track.children[index], (share * item.totals[sentiment]) / Math.max(1, item.n)));
  width(track.lastChild, (share * Math.max(0, item.n - scored(item.totals))) / Math.max(1, item.n));
}
