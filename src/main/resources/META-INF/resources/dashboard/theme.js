import { recall, remember } from './memory.js';
import { byId, label } from './dom.js';
import { t, onLanguage } from './language.js';

const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = [];

export function isDark() {
  const chosen = document.documentElement.dataset.theme ?? recall('theme');
  return chosen ? chosen === 'dark' : system.matches;
}

export function onTheme(listener) {
  listeners.push(listener);
}

/** A colour of the style sheet, for what style sheets do not reach. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function startTheme() {
  const button = byId('theme');
  const describe = () => label(button, t(isDark() ? 'toLight' : 'toDark'));
  const changed = () => {
    describe();
    listeners.forEach(listener => listener());
  };
  button.addEventListener('click', () => {
    const chosen = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = chosen;
    remember('theme', chosen);
    changed();
  });
  system.addEventListener('change', changed);
  onLanguage(describe);
  describe();
}
