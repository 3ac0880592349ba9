// What a script adds to the pages of staff; every page works without it.
(() => {
  'use strict';
  const csrf = document.querySelector('meta[name=csrf]')?.content ?? '';

  // The place one is at is in view, also where the navigation is wider than the phone.
  document.querySelector('.places [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  // Whether a field says something else than the page it came with.
  const differs = field => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') {
      const stood = [...field.options].findIndex(option => option.defaultSelected);
      return !field.multiple && field.selectedIndex !== Math.max(0, stood);
    }
    return 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue;
  };
  const typed = form => [...form.elements].some(differs);

  // The session is over: what was typed goes along, and is back after signing in.
  const leave = () => {
    const form = [...document.forms].find(each => each.method === 'post' && typed(each));
    if (form) form.submit(); else location.reload();
  };

  // Puts the parts of a page that live, [data-live], in place of their older selves. Focus, open menus and what was typed stay.
  const swap = html => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const focused = document.activeElement?.id;
    for (const part of document.querySelectorAll('[data-live]')) {
      const next = fresh.getElementById(part.id);
      if (!next || next.outerHTML === part.outerHTML) continue;
      const open = [...part.querySelectorAll('details[open][id]')].map(one => one.id);
      const kept = [...part.querySelectorAll('[id]')].filter(field => field.form && field.type !== 'checkbox' && field.type !== 'radio' && differs(field)).map(({ id, value }) => [id, value]);
      part.replaceWith(document.importNode(next, true));
      for (const [id, value] of kept) {
        const field = document.getElementById(id);
        if (field) field.value = value;
      }
      for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    }
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent('clinic:fresh'));
  };

  const ask = (address, body) => fetch(address, {
    method: body ? 'POST' : 'GET', body, headers: { 'X-CSRF': csrf }, credentials: 'same-origin', cache: 'no-store',
  });

  // A step goes out and the parts that live come back; where that fails, the browser sends the form as ever.
  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.id !== 'steps' || event.defaultPrevented || form.dataset.plain) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      const answer = await ask(form.getAttribute('action'), body);
      if (answer.status === 401) {
        form.dataset.plain = 'yes';
        delete form.dataset.sent;
        return form.requestSubmit(event.submitter);
      }
      const html = await answer.text();
      if (!html.includes('data-live')) {
        if (answer.redirected) return location.assign(answer.url);
        throw new Error('another page');
      }
      if (answer.redirected) history.replaceState(null, '', answer.url);
      if (answer.ok) swap(html); else show(html);
    } catch {
      location.reload();
    } finally {
      delete form.dataset.sent;
      event.submitter?.removeAttribute('aria-busy');
    }
  });

  // A refusal is a page of its own kind: it is shown whole, and its summary takes the focus.
  const show = html => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    document.getElementById('main').replaceWith(document.importNode(fresh.getElementById('main'), true));
    document.getElementById('problems')?.focus();
    document.dispatchEvent(new CustomEvent('clinic:fresh'));
  };

  // A visit carried to a nurse, or a nurse to a visit, presses the button that stands for it in the menu of the visit.
  let carried = null;
  const button = onto => {
    const two = { ...carried?.dataset, ...onto?.dataset };
    return carried && onto && 'nurse' in carried.dataset !== 'nurse' in onto.dataset
      ? document.querySelector(`button[name=nurse][value="${two.visit}:${two.nurse}"]`) : null;
  };
  const place = event => event.target.closest?.('[data-visit], [data-nurse]');
  const over = lane => {
    for (const one of document.querySelectorAll('.dropping')) one.classList.toggle('dropping', one === lane);
    lane?.classList.add('dropping');
  };
  document.addEventListener('dragstart', event => {
    carried = place(event);
    if (carried) event.dataTransfer.setData('text/plain', '');
  });
  document.addEventListener('dragover', event => {
    const onto = place(event);
    const target = button(onto) ? onto : carried && onto?.parentElement.closest('[data-nurse]');
    over(button(target) ? target : null);
    if (button(target)) event.preventDefault();
  });
  document.addEventListener('drop', event => {
    const press = button(document.querySelector('.dropping'));
    if (!press) return;
    event.preventDefault();
    press.form.requestSubmit(press);
  });
  document.addEventListener('dragend', () => { over(null); carried = null; });

  // Asks every few seconds whether anything is new, and only then for the page.
  const EVERY = 4000;
  let since = null;
  const pulse = async () => {
    const part = document.querySelector('[data-pulse]');
    if (!part) return;
    try {
      if (!document.hidden && !document.querySelector('[aria-busy="true"]')) {
        // A screen on the wall is meant to stay; everything else that asks by itself keeps nobody signed in.
        const headers = 'stays' in part.dataset ? {} : { 'X-Background': 'yes' };
        const answer = await fetch(part.dataset.pulse, { headers, cache: 'no-store', redirect: 'manual' });
        if (answer.type === 'opaqueredirect' || answer.status === 401) return leave();
        if (!answer.ok) throw new Error(answer.status);
        if (await answer.text() !== part.dataset.version) {
          swap(await (await fetch(location.href, { headers, cache: 'no-store' })).text());
        }
        since = null;
        stale('');
      }
    } catch {
      since ??= new Date();
      stale(document.getElementById('stale')?.dataset.text.replace('{0}', since.toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' })));
    }
    setTimeout(pulse, EVERY);
  };
  const stale = text => {
    const line = document.getElementById('stale');
    if (line && line.textContent !== text) line.textContent = text;
  };
  if (document.querySelector('[data-pulse]')) setTimeout(pulse, EVERY);

  // The line of now moves by the time that passes, whatever the reader's own clock says.
  const move = () => {
    const line = document.getElementById('now') ?? document.getElementById('clock-now');
    if (!line) return;
    line.base ??= { minute: Number(line.dataset.minute), at: performance.now() };
    const minute = line.base.minute + (performance.now() - line.base.at) / 60000;
    const row = document.querySelector('.hour').getBoundingClientRect().height / 60;
    line.style.gridRowStart = 2;
    line.style.top = `${(minute - line.dataset.first) * row}px`;
    line.firstElementChild.textContent = new Date(2000, 0, 1, 0, minute).toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
  };
  move();
  setInterval(move, 15000);
  document.addEventListener('clinic:fresh', move);
  if (location.hash === '' && performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
    const line = document.getElementById('now');
    if (line && line.getBoundingClientRect().top > innerHeight - 80) line.scrollIntoView({ block: 'center' });
  }

  // Finds while one types: the form is sent as its button would, and only what was found is shown anew.
  for (const form of document.querySelectorAll('form[data-typing]')) {
    let turn = 0;
    let wait;
    form.addEventListener('input', () => {
      clearTimeout(wait);
      wait = setTimeout(async () => {
        const mine = ++turn;
        const button = form.querySelector('[type=submit]');
        const body = new URLSearchParams(new FormData(form));
        body.set(button.name, button.value);
        try {
          const answer = await ask(form.getAttribute('action'), body);
          if (mine === turn && answer.ok) swap(await answer.text());
        } catch { /* the button is still there */ }
      }, 220);
    });
  }

  // Fields that decide a list of times: the list, and what the main button says, follow them.
  for (const form of document.querySelectorAll('form[data-offers]')) {
    let turn = 0;
    let wait;
    let waiting = false;
    let pressed = null;
    const load = async mine => {
      try {
        const answer = await ask(form.getAttribute('action'), new URLSearchParams(new FormData(form)));
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (mine !== turn) return;
        const list = document.getElementById(form.dataset.offers);
        const open = [...list.querySelectorAll('details[open][id]')].map(one => one.id);
        list.replaceWith(document.importNode(fresh.getElementById(form.dataset.offers), true));
        for (const id of open) document.getElementById(id)?.setAttribute('open', '');
        const said = fresh.querySelector(`#${form.id} [name=take]`);
        for (const button of form.querySelectorAll('[name=take]')) {
          button.value = said.value;
          button.textContent = said.textContent;
        }
      } catch { /* the form says it when it is sent */ }
      if (mine !== turn) return;
      waiting = false;
      if (pressed) form.requestSubmit(pressed);
      pressed = null;
    };
    form.addEventListener('input', event => {
      if (!['kind', 'day', 'at', 'room'].includes(event.target.name)) return;
      waiting = true;
      clearTimeout(wait);
      wait = setTimeout(load, 150, ++turn);
    });
    // What is pressed while they change waits until the button says what it does.
    form.addEventListener('submit', event => {
      if (!waiting) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.submitter?.name === 'take') pressed = event.submitter;
    }, true);
  }

  // Fields that were changed since something was proposed: it cannot be taken until they are asked for again.
  const decide = () => {
    const buttons = new Map();
    for (const form of document.querySelectorAll('form[data-decides]')) {
      const off = typed(form);
      const note = document.getElementById(form.dataset.changed);
      if (note) note.hidden = !off;
      for (const id of form.dataset.decides.split(' ')) buttons.set(id, buttons.get(id) || off);
    }
    for (const [id, off] of buttons) {
      const button = document.getElementById(id);
      if (button) button.disabled = off;
    }
  };
  for (const moment of ['input', 'change', 'clinic:fresh']) document.addEventListener(moment, decide);
  addEventListener('pageshow', decide);

  // A menu closes when one goes elsewhere, or by Escape.
  const close = except => {
    for (const menu of document.querySelectorAll('details.more[open]')) if (menu !== except) menu.open = false;
  };
  document.addEventListener('click', event => close(event.target.closest('details.more')));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = document.activeElement?.closest('details.more[open]');
    close();
    menu?.querySelector('summary').focus();
  });

  // Two minutes before the session ends for want of a step, says so and offers another. Other windows may have taken one.
  const idle = document.getElementById('idle');
  const warning = idle?.querySelector('[role=alert]');
  const WARNED = 120;
  const left = async quietly => {
    const answer = await fetch('/staff/account', { headers: quietly ? { 'X-Background': 'yes' } : {}, cache: 'no-store', redirect: 'manual' });
    return answer.ok ? Number(new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('idle')?.dataset.left ?? 0) : 0;
  };
  const watch = seconds => setTimeout(async () => {
    const now = await left(true).catch(() => 0);
    if (now > WARNED) { warning.hidden = true; return watch(now); }
    if (now <= 0) return leave();
    const minutes = Math.ceil(now / 60);
    const text = minutes === 1 ? warning.dataset.one : warning.dataset.many.replace('#', minutes);
    if (warning.hidden || warning.firstElementChild.textContent !== text) warning.firstElementChild.textContent = text;
    warning.hidden = false;
    watch(Math.min(now, 30) + WARNED);
  }, Math.max(1, seconds - WARNED) * 1000);
  if (warning) {
    warning.querySelector('button').addEventListener('click', async () => {
      const more = await left(false).catch(() => 0);
      if (more > 0) warning.hidden = true; else leave();
    });
    watch(Number(idle.dataset.left));
  }

  window.clinic = { swap, ask, csrf };
})();
