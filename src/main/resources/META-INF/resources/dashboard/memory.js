/** What the browser remembers for this page; nothing where storage is forbidden. */
export function recall(name) {
  try {
    return localStorage.getItem(`hashlake.${name}`);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(`hashlake.${name}`, value);
  } catch {
    // It holds for this visit only.
  }
}
