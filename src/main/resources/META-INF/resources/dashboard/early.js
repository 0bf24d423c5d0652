// Runs before anything is drawn, so that the page does not flash up in the other theme.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem('hashlake.theme');
  } catch {
    // Storage is forbidden: the system's theme it is.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = ['light', 'dark'].includes(chosen) ? chosen : system;
}
