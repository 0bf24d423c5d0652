import { byId, write } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { onSelection, selection } from '../selection.js';

let situation = null;
let followed = [];
let answer = '';

/** Lets whoever has the API's token follow what is shown and not followed yet, where the process can do that. */
export function startFollow() {
  byId('follow').addEventListener('submit', event => {
    event.preventDefault();
    follow(missing());
  });
  onSelection(() => say(''));
  onLanguage(show);
}

export function offerToFollow(snapshot) {
  ({ situation, followed } = snapshot);
  show();
}

function missing() {
  return selection().hashtags.find(hashtag => !followed.includes(hashtag));
}

function show() {
  const hashtag = missing();
  byId('follow').hidden = !situation?.canFollow || hashtag === undefined;
  write(byId('follow-text'), hashtag === undefined ? '' : t('notFollowed', { hashtag }));
  write(byId('follow-answer'), answer);
}

function say(text) {
  answer = text;
  show();
}

async function follow(hashtag) {
  try {
    const response = await fetch('api/v1/sources', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${byId('token').value}` },
      body: JSON.stringify({ hashtag }),
    });
    say(response.ok ? t('followedSoon', { hashtag }) : (await response.json()).detail);
  } catch {
    say(t('status.paused'));
  }
}
