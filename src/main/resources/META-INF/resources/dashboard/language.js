import { recall, remember } from './memory.js';
import { byId, label, write } from './dom.js';
import { words } from './words.js';

const listeners = [];
let language = recall('language') ?? (navigator.language?.toLowerCase().startsWith('pt') ? 'pt' : 'en');
if (!(language in words)) language = 'en';

/** The words for a key in the language that is shown, with {name} replaced. */
export function t(key, values = {}) {
  return (words[language][key] ?? words.en[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** For Intl: the visitor's own variety of the language, if it is one. */
export function locale() {
  const own = navigator.languages?.find(tag => tag.toLowerCase().startsWith(language));
  return own ?? (language === 'pt' ? 'pt-BR' : 'en');
}

export function onLanguage(listener) {
  listeners.push(listener);
}

export function startLanguage() {
  const button = byId('language');
  button.addEventListener('click', () => {
    language = language === 'pt' ? 'en' : 'pt';
    remember('language', language);
    translate(button);
    listeners.forEach(listener => listener());
  });
  translate(button);
}

function translate(button) {
  document.documentElement.lang = language === 'pt' ? 'pt-BR' : 'en';
  for (const node of document.querySelectorAll('[data-t]')) write(node, t(node.dataset.t));
  for (const node of document.querySelectorAll('[data-t-label]')) label(node, t(node.dataset.tLabel));
  for (const node of document.querySelectorAll('[data-t-placeholder]')) node.placeholder = t(node.dataset.tPlaceholder);
  const other = language === 'pt' ? 'en' : 'pt';
  button.lang = other;
  write(button, other.toUpperCase());
  label(button, `${other.toUpperCase()}: ${words[other].inThisLanguage}`);
}
