import { query } from './selection.js';

const LATE = 15_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;

/**
 * Follows the feed: one connection at a time, opened again when it breaks or falls silent, and none while nobody looks.
 * Handlers: snapshot(record), status(name).
 */
export class Feed {
  #handlers;
  #selection;
  #source = null;
  #pause = FIRST_PAUSE;
  #retry = 0;
  #watchdog = 0;

  constructor(handlers) {
    this.#handlers = handlers;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#sleep() : this.#open()));
    addEventListener('pagehide', () => this.#close());
    addEventListener('pageshow', event => event.persisted && this.#open());
  }

  follow(selection) {
    this.#selection = selection;
    if (document.hidden) this.#sleep();
    else this.#open();
  }

  #open() {
    this.#close();
    this.#handlers.status('connecting');
    const source = new EventSource(`api/v1/live?${query(this.#selection)}`);
    source.addEventListener('snapshot', event => this.#heard(() => this.#snapshot(event)));
    source.addEventListener('problem', event => this.#heard(() => this.#handlers.status(JSON.parse(event.data).code)));
    source.addEventListener('error', () => this.#lost());
    this.#source = source;
    this.#watch();
  }

  #snapshot(event) {
    this.#handlers.snapshot(JSON.parse(event.data));
    this.#handlers.status('live');
  }

  #heard(act) {
    this.#pause = FIRST_PAUSE;
    this.#watch();
    act();
  }

  /** A connection can be dead without the browser noticing. */
  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      this.#handlers.status('late');
      this.#again();
    }, LATE);
  }

  #lost() {
    this.#handlers.status('lost');
    this.#again();
  }

  /** The browser's own attempts end for good at some answers, so they are made here. */
  #again() {
    this.#close();
    this.#retry = setTimeout(() => this.#open(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #sleep() {
    this.#close();
    this.#handlers.status('paused');
  }

  #close() {
    clearTimeout(this.#retry);
    clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = null;
  }
}
