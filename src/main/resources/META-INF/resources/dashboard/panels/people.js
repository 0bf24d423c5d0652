import { byId, label, list, make, write } from '../dom.js';
import { t } from '../language.js';
import { dateClock, number, polarity, short } from '../format.js';
import { degree } from '../degree.js';
import { accountLink, postLink } from '../links.js';
import { shown } from '../texts.js';

const COUNTS = [['likes', '♥'], ['retweets', '⇄'], ['replies', '↩'], ['quotes', '❝']];
const WORDS = { likes: 'likes', retweets: 'reposts', replies: 'replies', quotes: 'quotes' };

export function showPeople({ posts, authors }) {
  list(byId('posts'), posts, { key: post => post.id, create: createPost, update: updatePost });
  list(byId('authors'), authors, { key: author => author.userId, create: createAuthor, update: updateAuthor });
}

export function createPost(post) {
  return make('li', { class: 'post' },
    make('div', { class: 'by' },
      make('b', { class: 'who', dir: 'auto' }),
      make('span', { class: 'verified', role: 'img', hidden: '' }, '✓'),
      make('span', { class: 'at' }),
      external(postLink(post), 'when')),
    make('p', { class: 'text', dir: 'auto' }),
    make('div', { class: 'counts' },
      make('span', { class: 'feeling' }),
      ...COUNTS.map(([name, sign]) => make('span', { class: name },
        make('span', { 'aria-hidden': 'true' }, `${sign} `), make('span', { class: 'hidden' }), make('span')))));
}

export function updatePost(node, post) {
  const find = name => node.querySelector(`.${name}`);
  write(find('who'), post.name ?? post.username ?? post.authorId);
  write(find('at'), post.username ? `@${post.username}` : '');
  verified(find('verified'), post.verified);
  write(find('when'), dateClock(post.createdAt));
  label(find('when'), `${t('open')}: ${dateClock(post.createdAt)}`);
  write(find('text'), shown(post.text));
  find('text').lang = post.language ?? '';
  feeling(find('feeling'), post.sentiment);
  for (const [name] of COUNTS) {
    const [, words, n] = find(name).children;
    write(words, `${t(WORDS[name])} `);
    write(n, post[name] === null ? '–' : short(post[name]));
  }
}

function feeling(node, sentiment) {
  node.hidden = sentiment === null;
  node.dataset.sentiment = sentiment ?? '';
  write(node, sentiment === null ? '' : t(sentiment));
}

function createAuthor(author) {
  return make('tr', {},
    make('th', { scope: 'row' },
      author.username
        ? external(accountLink(author.username), 'who')
        : make('span', { class: 'who' }),
      make('span', { class: 'verified', role: 'img', hidden: '' }, '✓'),
      make('span', { class: 'at' })),
    ...['posts', 'followers', 'engagement', 'polarity'].map(name => make('td', { class: `n ${name}` })));
}

function updateAuthor(row, author) {
  const find = name => row.querySelector(`.${name}`);
  write(find('who'), author.name ?? author.username ?? author.userId);
  write(find('at'), author.username ? `@${author.username}` : '');
  verified(find('verified'), author.verified);
  write(find('posts'), number(author.posts));
  write(find('followers'), author.followers === null ? '–' : short(author.followers));
  write(find('engagement'), short(author.engagement));
  write(find('polarity'), polarity(author.meanPolarity));
  find('polarity').dataset.sentiment = sideOf(author.meanPolarity);
}

function sideOf(value) {
  return value === null ? '' : degree(value).split('.').at(-1);
}

function verified(node, is) {
  node.hidden = is !== true;
  label(node, t('verified'));
}

function external(address, name) {
  return make('a', { class: name, dir: 'auto', href: address, target: '_blank', rel: 'noopener noreferrer' });
}
