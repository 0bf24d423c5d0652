import { recall, remember } from './memory.js';
import { byId, label } from './dom.js';
import { t, onLanguage } from './language.js';

const system = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;
const listeners = [];

function isDark() {
  return root.dataset.theme === 'dark';
}

export function onTheme(listener) {
  listeners.push(listener);
}

/** A colour of the style sheet, for what style sheets do not reach. */
export function colour(name) {
  return getComputedStyle(root).getPropertyValue(`--${name}`).trim();
}

/** early.js has set the first one. */
export function startTheme() {
  const button = byId('theme');
  let isChosen = ['light', 'dark'].includes(recall('theme'));
  const describe = () => label(button, t(isDark() ? 'toLight' : 'toDark'));
  const turn = theme => {
    root.dataset.theme = theme;
    describe();
    listeners.forEach(listener => listener());
  };
  button.addEventListener('click', () => {
    isChosen = true;
    turn(isDark() ? 'light' : 'dark');
    remember('theme', root.dataset.theme);
  });
  system.addEventListener('change', () => !isChosen && turn(system.matches ? 'dark' : 'light'));
  onLanguage(describe);
  describe();
}
