import { byId, write } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { clockSeconds, number, decimal, zoneName } from '../format.js';

const QUIET = 30_000;
let state = 'connecting';
let saidAt = 0;
let said = '';
let latest = null;

export function startStatus() {
  onLanguage(showStatus);
  showStatus();
}

export function status(name) {
  state = name;
  if (name === 'live') step('step-connected', true);
  step('step-warehouse', name === 'live' || (name === 'paused' && latest !== null));
  showStatus();
}

function showStatus() {
  byId('status').dataset.state = state;
  write(byId('status-text'), t(`status.${state}`));
}

function step(id, done) {
  byId(id).dataset.done = String(done);
}

/** What a screen reader hears: at once when something else is shown, and now and then while numbers grow. */
export function announce(snapshot) {
  const about = `${snapshot.selected}|${snapshot.period}|${document.documentElement.lang}`;
  if (about === said && Date.now() - saidAt < QUIET) return;
  said = about;
  say(t('announcement', {
    hashtags: snapshot.selected.length > 0 ? snapshot.selected.map(hashtag => `#${hashtag}`).join(', ') : t('allPosts'),
    period: t(`period.${snapshot.period}`),
    posts: number(snapshot.totals.posts),
    pace: decimal(snapshot.pace.perMinute),
  }));
}

export function say(text) {
  saidAt = Date.now();
  write(byId('announcer'), text);
}

/** A panel that holds nothing shrinks to a line. */
export function sayIfEmpty(name, isEmpty, why) {
  const none = byId(`${name}-none`);
  none.hidden = !isEmpty;
  write(none, why);
  none.closest('.panel').dataset.empty = String(isEmpty);
}

/** Explains an empty page for as long as it is one. */
export function showEmptiness(snapshot) {
  latest = snapshot;
  const isEmpty = snapshot.totals.posts === 0;
  const isNew = isEmpty && snapshot.top.length === 0;
  byId('content').dataset.empty = isNew ? 'new' : 'false';
  for (const name of ['posts', 'authors', 'languages']) byId(name).closest('.panel').hidden = isEmpty && !isNew;
  step('step-posts', !isNew);
  byId('welcome').hidden = !isNew;
  write(byId('welcome-text'), snapshot.followed.length === 0
    ? t('followedNone')
    : t('followed', { hashtags: snapshot.followed.map(hashtag => `#${hashtag}`).join(', ') }));
  const nothing = byId('nothing');
  nothing.hidden = !isEmpty || isNew;
  write(nothing, snapshot.selected.length === 0
    ? t('nothingAtAll')
    : t('nothing', { hashtags: snapshot.selected.map(hashtag => `#${hashtag}`).join(', ') }));
  write(byId('foot'), t('foot', { time: clockSeconds(snapshot.at), zone: zoneName() }));
}
