/** Makes an element. Children are nodes or text; nothing is ever parsed as markup. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Touches the page only where the text is another one. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function label(node, text) {
  if (node.getAttribute('aria-label') !== text) node.setAttribute('aria-label', text);
}

/** Makes a part of a bar as wide as its share of the whole. */
export function share(node, value) {
  node.style.setProperty('width', `${(value * 100).toFixed(2)}%`);
}

export function byId(id) {
  return document.getElementById(id);
}

/**
 * Makes the children of a node those of a list: a child stays the same element as long as its key stays, so that focus,
 * selection and transitions do.
 */
export function list(parent, items, { key, create, update }) {
  const known = new Map([...parent.children].map(child => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    const child = known.get(name) ?? create(item);
    child.dataset.key = name;
    known.delete(name);
    update(child, item);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  for (const gone of known.values()) gone.remove();
}
