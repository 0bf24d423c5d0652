import { make, write } from './dom.js';
import { onLanguage, t } from './language.js';

/** A row of buttons. words(name) gives a button's words, isOn(name) whether it is pressed. */
export class Segments {
  #buttons;
  #words;
  #isOn;

  constructor(node, names, { words, isOn, press }) {
    this.#words = words;
    this.#isOn = isOn;
    this.#buttons = new Map(names.map(name => {
      const button = make('button', { type: 'button', 'data-name': name });
      button.addEventListener('click', () => {
        press(name);
        this.update();
      });
      return [name, button];
    }));
    node.append(...this.#buttons.values());
    onLanguage(() => this.update());
    this.update();
  }

  update() {
    for (const [name, button] of this.#buttons) {
      write(button, t(this.#words(name)));
      button.setAttribute('aria-pressed', String(this.#isOn(name)));
    }
  }
}
