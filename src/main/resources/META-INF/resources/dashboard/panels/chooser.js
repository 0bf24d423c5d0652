import { byId, label, list, make, write } from '../dom.js';
import { onLanguage, t } from '../language.js';
import {
  canonical, choosePeriod, clearHashtags, isHashtag, MOST_HASHTAGS, onSelection, PERIODS, searchForm, selection, toggle,
} from '../selection.js';
import { Segments } from '../segments.js';

const MOST_CHIPS = 10;
let offered = [];

export function startChooser(say) {
  const choose = hashtag => {
    if (!toggle(hashtag)) say(t('most', { n: MOST_HASHTAGS }));
  };
  const periods = new Segments(byId('period'), PERIODS, {
    words: period => `period.${period}`,
    isOn: period => period === selection().period,
    press: choosePeriod,
  });
  byId('chips').addEventListener('click', event => {
    const chip = event.target.closest('button');
    if (chip) chip.dataset.hashtag ? choose(chip.dataset.hashtag) : clearHashtags();
  });
  byId('add').addEventListener('submit', event => {
    event.preventDefault();
    add(byId('hashtag'), choose);
  });
  byId('hashtag').addEventListener('input', event => event.target.setCustomValidity(''));
  onSelection(() => {
    periods.update();
    chips();
  });
  onLanguage(chips);
  chips();
}

/** What can be chosen: what is followed first, then what is used most. */
export function offer({ followed, top }) {
  offered = [...new Set([...followed, ...top.map(hashtag => hashtag.hashtag)])];
  list(byId('suggestions'), offered, {
    key: hashtag => hashtag,
    create: hashtag => make('option', { value: hashtag }),
    update: () => {},
  });
  chips();
}

function add(input, choose) {
  const wanted = input.value.split(/[\s,]+/).map(canonical).filter(Boolean);
  const wrong = wanted.find(hashtag => !isHashtag(hashtag));
  input.setCustomValidity(wrong === undefined ? '' : t('noHashtag', { hashtag: wrong }));
  if (!input.reportValidity()) return;
  wanted
    .filter(hashtag => !selection().hashtags.includes(hashtag))
    .forEach(choose);
  input.value = '';
}

function chips() {
  const chosen = selection().hashtags;
  const shown = [...chosen, ...offered.filter(hashtag => !chosen.includes(hashtag)).slice(0, MOST_CHIPS)];
  list(byId('chips'), ['', ...shown.sort((a, b) => place(a) - place(b))], {
    key: hashtag => hashtag,
    create: hashtag => make('button', { type: 'button', class: 'chip', 'data-hashtag': hashtag }),
    update: (chip, hashtag) => {
      const isOn = hashtag === '' ? chosen.length === 0 : chosen.includes(hashtag);
      write(chip, hashtag === '' ? t('allPosts') : `#${hashtag}`);
      chip.setAttribute('aria-pressed', String(isOn));
    },
  });
  label(byId('chips'), t('hashtags'));
  explainAccents(chosen);
  explainPeriod(selection());
}

/** An address that somebody wrote by hand may ask for any period. */
function explainPeriod({ unknownPeriod, period }) {
  byId('unknown-period').hidden = unknownPeriod === '';
  write(byId('unknown-period'), t('unknownPeriod', { unknown: unknownPeriod, period: t(`period.${period}`) }));
}

/** Hashtags that X's search takes for one look like one that was chosen twice. */
function explainAccents(chosen) {
  const alike = chosen.filter(one => chosen.some(other => other !== one && searchForm(other) === searchForm(one)));
  byId('accents').hidden = alike.length === 0;
  write(byId('accents'), t('accents', { hashtags: alike.map(hashtag => `#${hashtag}`).join(', ') }));
}

/** A chip stays where it is when it is chosen; what was typed comes first. */
function place(hashtag) {
  return offered.indexOf(hashtag);
}
