// Runs before anything is drawn, so that a chosen theme does not flash up as the other one.
try {
  const theme = localStorage.getItem('hashlake.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the system's theme it is.
}
