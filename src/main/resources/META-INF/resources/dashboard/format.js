import { locale, onLanguage, t } from './language.js';

let zone = 'UTC';
let made = new Map();

onLanguage(() => { made = new Map(); });

/** The reporting zone, in which all times are written. */
export function useZone(name) {
  if (name !== zone) {
    zone = name;
    made = new Map();
  }
}

/** Formatters are dear: each is made once a language and zone. */
function formatter(Kind, name, options) {
  if (!made.has(name)) made.set(name, new Kind(locale(), options));
  return made.get(name);
}

export const number = value => formatter(Intl.NumberFormat, 'number', {}).format(value);

export const short = value =>
  formatter(Intl.NumberFormat, 'short', { notation: 'compact', maximumFractionDigits: 1 }).format(value);

/** A tenth of a small number matters, a tenth of a large one does not. */
export const decimal = value => value < 100
  ? formatter(Intl.NumberFormat, 'decimal', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  : number(Math.round(value));

export const dollars = value =>
  formatter(Intl.NumberFormat, 'dollars', { style: 'currency', currency: 'USD' }).format(value);

export const percent = value =>
  formatter(Intl.NumberFormat, 'percent', { style: 'percent', maximumFractionDigits: 0 }).format(value);

export const polarity = value => value === null || value === undefined
  ? '–'
  : formatter(Intl.NumberFormat, 'polarity',
    { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(value);

const time = (name, options) => value =>
  formatter(Intl.DateTimeFormat, name, { timeZone: zone, ...options }).format(new Date(value));

export const clock = time('clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const clockSeconds = time('clockSeconds', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', second: '2-digit' });
export const dayClock = time('dayClock', { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const weekday = time('weekday', { weekday: 'short', day: 'numeric' });
export const day = time('day', { day: 'numeric', month: 'short' });
/** A date of X's bill, which goes by UTC. */
export const billDay = time('billDay', { day: 'numeric', month: 'short', timeZone: 'UTC' });
export const dateClock = time('dateClock', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A step's start, as short as its length allows. */
export function step(value, period) {
  return { '1h': clock, '24h': clock, '7d': dayClock, '30d': day }[period](value);
}

/** The same on an axis, where its neighbours say the rest. */
export function tick(value, period) {
  return { '1h': clock, '24h': clock, '7d': weekday, '30d': day }[period](value);
}

const PARTS = { weekday: 'short', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' };

/** What the clocks of the reporting zone show; the weekday in English. */
export function local(value) {
  if (!made.has('local')) made.set('local', new Intl.DateTimeFormat('en', { timeZone: zone, ...PARTS }));
  const parts = Object.fromEntries(made.get('local').formatToParts(new Date(value)).map(part => [part.type, part.value]));
  return { weekday: parts.weekday, day: Number(parts.day), hour: Number(parts.hour), minute: Number(parts.minute) };
}

export function zoneName() {
  return zone.replaceAll('_', ' ');
}

const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/** A length of time in its largest unit, such as 12 sec. */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [unit, size] = UNITS.find(([, length]) => whole >= length) ?? UNITS[3];
  return formatter(Intl.NumberFormat, `span.${unit}`, { style: 'unit', unit, unitDisplay: 'short' })
    .format(Math.round(whole / size));
}

export function languageName(code) {
  if (!code || code === 'und') return t('unknownLanguage');
  try {
    return formatter(Intl.DisplayNames, 'languages', { type: 'language' }).of(code);
  } catch {
    return code;
  }
}
