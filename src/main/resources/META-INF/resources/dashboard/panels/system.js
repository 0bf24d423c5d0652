import { byId, list, make, write } from '../dom.js';
import { t } from '../language.js';
import { sayIfEmpty } from './status.js';
import { billDay, dateClock, dollars, number, span } from '../format.js';

const LATE_AFTER = 90;
const SILENT_AFTER = 600;

export function showSystem({ situation, at }) {
  showSources(situation.sources, Date.parse(at));
  showNotes('troubles', situation.troubles.map(({ source, status }) => ({ name: source, why: status })), t('trouble'));
  showNotes('refused', situation.refused.map(({ file, reason }) => ({ name: file, why: reason })), t('refused'));
  showGaps(situation.gaps);
  showTerms('spend', situation.spend, spendLines);
  showTerms('removals', situation.removals, removals => removalLines(removals, Date.parse(at)));
}

function showSources(sources, now) {
  sayIfEmpty('sources', sources.length === 0, t('sourcesNone'));
  list(byId('sources'), sources, {
    key: source => source.source,
    create: () => make('tr', {},
      make('th', { scope: 'row', dir: 'auto' }),
      make('td', {}, make('span', { class: 'health' }, make('span', { class: 'dot', 'aria-hidden': 'true' }), make('span'))),
      make('td', { class: 'n' }), make('td', { class: 'n' }), make('td', { class: 'n' })),
    update: (row, source) => {
      const [name, state, lag, posts, gaps] = row.children;
      const age = source.updatedAt === null ? null : (now - Date.parse(source.updatedAt)) / 1000;
      const health = healthOf(age);
      write(name, source.source);
      state.firstChild.dataset.state = health;
      write(state.firstChild.lastChild, t(`source.${health}`));
      write(lag, age === null ? '–' : span(age));
      write(posts, number(source.posts));
      write(gaps, number(source.openGaps));
    },
  });
}

function healthOf(age) {
  if (age === null || age > SILENT_AFTER) return 'silent';
  return age > LATE_AFTER ? 'late' : 'fresh';
}

/** Sources that do not read, and route files of which what they said before is in force. */
function showNotes(id, notes, badge) {
  list(byId(id), notes, {
    key: note => note.name,
    create: () => make('li', {},
      make('b', { dir: 'auto' }), make('span', { class: 'badge', 'data-state': 'open' }), make('p', { dir: 'auto' })),
    update: (node, note) => {
      const [name, state, why] = node.children;
      write(name, note.name);
      write(state, badge);
      write(why, note.why);
    },
  });
}

function showGaps(gaps) {
  sayIfEmpty('gaps', gaps.length === 0, t('gapsNone'));
  list(byId('gaps'), gaps, {
    key: gap => gap.id,
    create: () => make('li', {},
      make('b', { dir: 'auto' }), make('span', { class: 'badge' }), make('span', { class: 'when' }), make('p')),
    update: (node, gap) => {
      const [source, state, when, why] = node.children;
      const found = gap.postsFound === null ? [] : [t('gapFound', { n: number(gap.postsFound) })];
      write(source, gap.source);
      state.dataset.state = gap.state;
      write(state, t(`gap.${gap.state}`));
      write(when, `${dateClock(gap.from)} – ${dateClock(gap.to)}`);
      write(why, [gap.reason, ...found, ...(gap.note ? [gap.note] : [])].join(' · '));
    },
  });
}

/** Terms and what is known of them; nothing where nothing is. */
function showTerms(id, known, lines) {
  const node = byId(id);
  node.hidden = known === null;
  if (known === null) return;
  list(node, lines(known), {
    key: line => line.name,
    create: () => make('div', {}, make('dt'), make('dd')),
    update: (line, { name, values }) => {
      write(line.firstChild, t(name));
      write(line.lastChild, values.join(' · '));
    },
  });
}

function spendLines({ posts, requests, allowedPosts, dollars: today, cycle }) {
  const read = allowedPosts === null
    ? t('spendPosts', { n: number(posts) })
    : t('spendOf', { n: number(posts), all: number(allowedPosts) });
  const spent = cycle.budget === null
    ? dollars(cycle.dollars)
    : t('spendOfDollars', { n: dollars(cycle.dollars), all: dollars(cycle.budget) });
  return [
    { name: 'spendToday', values: [dollars(today), read, t('spendRequests', { n: number(requests) })] },
    { name: 'spendCycle', values: [spent, t('spendForecast', { n: dollars(cycle.forecast), day: billDay(cycle.next) })] },
  ];
}

function removalLines({ posts, openJobSince, pendingSince }, now) {
  const age = since => span((now - Date.parse(since)) / 1000);
  const open = [
    ...(openJobSince === null ? [] : [t('removalsJob', { age: age(openJobSince) })]),
    ...(pendingSince === null ? [] : [t('removalsPending', { age: age(pendingSince) })]),
  ];
  return [{ name: 'removals', values: [t('spendPosts', { n: number(posts) }), ...open] }];
}
