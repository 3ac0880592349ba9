// What a script adds to the pages of staff; every page works without it.
(() => {
  'use strict';
  const csrf = document.querySelector('meta[name=csrf]')?.content ?? '';

  // The place one is at is in view, also where the navigation is wider than the phone.
  document.querySelector('.places [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  // Puts the parts of a page that live, [data-live], in place of their older selves. Focus and open menus stay.
  const swap = html => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const focused = document.activeElement?.id;
    for (const part of document.querySelectorAll('[data-live]')) {
      const next = fresh.getElementById(part.id);
      if (!next || next.outerHTML === part.outerHTML) continue;
      const open = [...part.querySelectorAll('details[open][id]')].map(one => one.id);
      part.replaceWith(document.importNode(next, true));
      for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    }
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent('clinic:fresh'));
  };

  const ask = (address, body) => fetch(address, {
    method: body ? 'POST' : 'GET', body, headers: { 'X-CSRF': csrf }, credentials: 'same-origin', cache: 'no-store',
  });

  window.clinic = { swap, ask, csrf };
})();
