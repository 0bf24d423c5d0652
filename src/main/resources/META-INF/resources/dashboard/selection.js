/** What is shown: kept in the address, so that it can be shared and the browser's back button leads back. */
export const MOST_HASHTAGS = 8;
export const PERIODS = ['1h', '24h', '7d', '30d'];

/** The characters of hashtags by X's own rule, as the server checks them. */
const HASHTAG = /^[\p{L}\p{Nd}\p{M}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7]+$/u;

const listeners = [];
let current = fromAddress();

export function selection() {
  return current;
}

export function onSelection(listener) {
  listeners.push(listener);
}

export function choosePeriod(period) {
  change({ ...current, period });
}

/** Adds the hashtag if it is not selected, removes it if it is; false where there are too many. */
export function toggle(hashtag) {
  if (current.hashtags.includes(hashtag)) {
    change({ ...current, hashtags: current.hashtags.filter(other => other !== hashtag) });
    return true;
  }
  if (current.hashtags.length >= MOST_HASHTAGS) return false;
  change({ ...current, hashtags: [...current.hashtags, hashtag].sort() });
  return true;
}

export function clearHashtags() {
  change({ ...current, hashtags: [] });
}

/** The form in which the warehouse compares hashtags, as near as a browser comes to it. */
export function canonical(text) {
  return text.trim().replace(/^[#＃]/, '').normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
}

export function isHashtag(text) {
  return HASHTAG.test(text);
}

/** The form in which X's search compares them: Latin and Greek letters have no accents there. */
export function searchForm(hashtag) {
  return hashtag.normalize('NFD').replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1');
}

export function query({ hashtags, period }) {
  const parameters = new URLSearchParams();
  if (hashtags.length > 0) parameters.set('hashtags', hashtags.join(','));
  parameters.set('period', period);
  return parameters.toString().replaceAll('%2C', ',');
}

function change(next) {
  current = { ...next, unknownPeriod: '' };
  history.pushState(null, '', `?${query(next)}`);
  tell();
}

function fromAddress() {
  const parameters = new URLSearchParams(location.search);
  const hashtags = (parameters.get('hashtags') ?? '').split(',').map(canonical).filter(isHashtag);
  const period = parameters.get('period');
  const isKnown = PERIODS.includes(period);
  return {
    hashtags: [...new Set(hashtags)].sort().slice(0, MOST_HASHTAGS),
    period: isKnown ? period : PERIODS[0],
    unknownPeriod: isKnown || period === null ? '' : period,
  };
}

function tell() {
  listeners.forEach(listener => listener(current));
}

addEventListener('popstate', () => {
  current = fromAddress();
  tell();
});
