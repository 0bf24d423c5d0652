/** The word for a mean sentiment from −1 to 1, as far as it is written: two decimals. Keys of words begin with "polarity.". */
export function degree(value) {
  const size = Math.abs(Math.round(value * 100));
  if (size < 5) return 'neutral';
  if (size < 20) return `slightly.${side(value)}`;
  return size < 50 ? side(value) : `very.${side(value)}`;
}

function side(value) {
  return value < 0 ? 'negative' : 'positive';
}
