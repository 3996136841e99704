// Sets the look before the first paint. It stands in a file of its own because the page allows no inline script.
(() => {
  const root = document.documentElement;
  const match = /(?:^|; )kw_theme=(light|dark|system)/.exec(document.cookie);
  let choice = match ? match[1] : 'system';
  try {
    choice = localStorage.getItem('kw_theme') || choice;
    root.dataset.density = localStorage.getItem('kw_density') || 'cosy';
    root.dataset.text = localStorage.getItem('kw_text') || 'plain';
  } catch {
    // Storage may be closed to us (private windows); the cookie or the system decides then.
  }
  if (choice !== 'light' && choice !== 'dark') return;
  root.dataset.theme = choice;
  const colour = choice === 'dark' ? '#0E1412' : '#F6F4EE';
  for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
    meta.setAttribute('content', colour);
})();
