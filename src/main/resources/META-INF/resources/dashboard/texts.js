const SIGNS = { amp: '&', lt: '<', gt: '>' };

/**
 * A post's text as X shows it. X escapes these three signs and nothing else, so they are put back once: who wrote "&lt;" is
 * delivered as "&amp;lt;", and shown as what they wrote. The page makes text of it, never markup.
 */
export function shown(text) {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => SIGNS[name]);
}
