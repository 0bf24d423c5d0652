import { byId, list, make, write } from '../dom.js';
import { onLanguage, t } from '../language.js';
import { onSelection, selection } from '../selection.js';
import { shown } from '../texts.js';
import { createPost, updatePost } from './people.js';

const PAGE = 10;

/** What was asked for, what was found of it, and where the next page is; null before the first search. */
let current = null;

/** Searches the texts of the selected hashtags and period, when somebody asks for it. */
export function startSearch() {
  byId('search').addEventListener('submit', event => {
    event.preventDefault();
    start(byId('words').value);
  });
  byId('search-more').addEventListener('click', () => current?.next && load(current, current.next));
  onSelection(() => current && start(current.words));
  onLanguage(() => current && show(current));
}

function start(words) {
  current?.abort.abort();
  current = { words, posts: [], next: null, state: 'waiting', abort: new AbortController() };
  if (words.trim() === '') current = null;
  show(current);
  if (current) load(current, address(words));
}

async function load(search, url) {
  try {
    const response = await fetch(url, { signal: search.abort.signal, headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(String(response.status));
    search.posts = [...search.posts, ...await response.json()];
    search.next = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1] ?? null;
    search.state = response.headers.get('Hashlake-Searched') ?? 'warehouse';
  } catch {
    search.state = 'failed';
  }
  if (search === current) show(search);
}

/** What stands in quotes is a phrase. */
function address(words) {
  const { hashtags, period } = selection();
  const phrase = /["“”]([^"“”]+)["“”]/.exec(words)?.[1];
  const rest = (phrase ? words.replace(/["“”][^"“”]+["“”]/, ' ') : words).trim();
  const parameters = new URLSearchParams({ last: period, limit: PAGE });
  if (hashtags.length > 0) parameters.set('hashtag', hashtags.join(','));
  if (phrase) parameters.set('phrase', phrase);
  if (rest) parameters.set('text', rest);
  return `api/v1/posts/search?${parameters}`;
}

function show(search) {
  byId('found').hidden = search === null;
  byId('search-more').hidden = !search?.next;
  list(byId('found-posts'), search?.posts ?? [], { key: post => post.id, create: createPost, update });
  if (search) write(byId('search-state'), search.posts.length === 0 ? empty(search) : t(`search.${search.state}`));
}

function empty({ state }) {
  return t(state === 'waiting' || state === 'failed' ? `search.${state}` : 'search.none');
}

function update(node, post) {
  updatePost(node, post);
  node.querySelector('.text').replaceChildren(...pieces(post));
}

/** The text in pieces of which those that match are marked. Places are those of the text as it was delivered. */
function pieces({ text, highlights }) {
  let end = 0;
  const nodes = highlights.flatMap(match => {
    const before = shown(text.slice(end, match.start));
    end = match.end;
    return [before, make('mark', {}, shown(text.slice(match.start, match.end)))];
  });
  return [...nodes, shown(text.slice(end))];
}
