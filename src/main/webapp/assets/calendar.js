// The calendar of staff: draws the day, week or month of the list below it. What may move where the server says.
(() => {
  'use strict';
  const root = document.getElementById('calendar');
  if (!root || !window.EventCalendar) return;
  const PLACE = '/staff/calendar';
  const VIEWS = { day: 'resourceTimeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };
  const FRESH_AFTER = 10_000;
  const BY_ITSELF = { 'X-Background': 'yes' };
  const narrow = matchMedia('(max-width: 47.5em)');
  const dialog = document.getElementById('move-dialog');
  const hint = document.getElementById('hint');
  let shown = { visits: [], shades: [], days: [] };
  let tag = '';
  let calendar;
  let busy = false;

  const settings = () => document.getElementById('view').dataset;
  const asList = () => settings().list === 'true' || settings().list === 'auto' && narrow.matches;
  const pad = number => String(number).padStart(2, '0');
  const wall = date => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
  const node = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // What the server sends

  async function page(address, options, form) {
    const answer = await fetch(address, options);
    // Sent by the browser itself, what was typed is kept until its owner has signed in.
    if (new URL(answer.url).pathname.startsWith('/staff/sign-in')) {
      if (form) form.submit(); else location.assign(location.href);
    }
    return { address: answer.url, html: new DOMParser().parseFromString(await answer.text(), 'text/html') };
  }

  async function load(force) {
    const asked = location.search;
    const answer = await fetch(PLACE + '/feed' + asked, { headers: force ? {} : { ...BY_ITSELF, 'If-None-Match': tag } });
    if (answer.status === 304 || asked !== location.search) return false;
    if (!answer.ok || answer.redirected) return location.reload();
    tag = answer.headers.get('ETag') || '';
    shown = await answer.json();
    return true;
  }

  // The drawing

  const visitOf = id => shown.visits.find(visit => String(visit.id) === id);
  const moveAddress = (id, start, to) => {
    const query = new URLSearchParams(location.search);
    for (const said of ['moved', 'undone', 'from', 'was']) query.delete(said);
    query.set('visit', id);
    if (start) query.set('start', start);
    if (to) query.set('to', to);
    return `${PLACE}/move?${query}`;
  };

  function drawn(info) {
    const { event, view } = info;
    const visit = event.extendedProps.visit;
    if (!visit) return { domNodes: event.extendedProps.word ? [node('span', 'word', event.extendedProps.word)] : [] };
    const link = node('a', 'cal-visit');
    link.href = moveAddress(visit.id);
    link.draggable = false;
    link.dataset.visit = visit.id;
    link.setAttribute('aria-label', visit.label);
    link.title = visit.label;
    link.append(node('b', '', visit.name));
    const time = node('span', 'hours', view.type === VIEWS.month ? '' : info.timeText);
    if (view.type === VIEWS.month) link.prepend(node('span', 'hours', visit.time));
    else link.append(time);
    link.append(node('span', `tag ${visit.tone}`, visit.word));
    if (visit.note) link.append(node('span', 'said', visit.note));
    return { domNodes: [link] };
  }

  function events() {
    const { view } = settings();
    const visits = shown.visits.map(visit => ({
      id: String(visit.id), start: visit.start, end: visit.end, resourceIds: [visit.room, visit.clinician], startEditable: visit.movable,
      classNames: visit.tone.split(' '), extendedProps: { visit },
    }));
    const shades = view === 'month' ? [] : shown.shades.map((shade, index) => ({
      id: `shade-${index}`, display: 'background', start: shade.start, end: shade.end, resourceIds: shade.resource ? [shade.resource] : [],
      classNames: ['shade', shade.state.toLowerCase()], extendedProps: { word: shade.word },
    }));
    if (view !== 'month') shades.push(...nowLine());
    return [...visits, ...shades];
  }

  // By the clock of the clinic, which need not be the reader's.
  function nowLine() {
    const now = new Date(shown.now + ':00');
    return [{ id: 'now', display: 'background', start: shown.now, end: wall(new Date(now.getTime() + 60_000)), resourceIds: shown.resources.map(each => each.id), classNames: ['cal-now'] }];
  }

  function options() {
    const { view, date, lang, today } = settings();
    const { opens, closes } = shown;
    return {
      view: VIEWS[view], date, locale: lang, firstDay: 1, headerToolbar: { start: '', center: '', end: '' }, allDaySlot: false,
      slotMinTime: opens, slotMaxTime: closes, slotDuration: '00:15', slotLabelInterval: '01:00', slotHeight: 20, scrollTime: opens,
      height: view === 'month' ? '46rem' : undefined, hiddenDays: shown.hidden, highlightedDates: [today], dayMaxEvents: true,
      dayHeaderFormat: view === 'month' ? { weekday: 'short' } : head,
      resources: shown.resources.map(each => ({ id: each.id, title: each.name, extendedProps: each })),
      events: events(), eventContent: drawn, editable: true, eventDurationEditable: false, eventStartEditable: true, slotEventOverlap: false,
      resourceLabelContent: ({ resource }) => ({ domNodes: [node('b', '', resource.title), node('small', '', resource.extendedProps.free)] }),
      dayCellContent: ({ date: day }) => view === 'month' ? cell(day) : undefined,
      moreLinkContent: ({ num }) => settings().more.replace('{0}', num), buttonText: text => ({ ...text, close: settings().close }),
      dragConstraint: told, eventDragStop: () => { hint.hidden = true; }, eventDrop: dropped, dateClick: clicked,
      longPressDelay: 400, dragScroll: true,
    };
  }

  function head(day) {
    const about = shown.days.find(each => each.day === wall(day).slice(0, 10));
    const link = dayLink(day, day.toLocaleDateString(settings().lang, { weekday: 'short', month: 'short', day: 'numeric' }), about);
    return { domNodes: about ? [link, node('small', about.free ? 'spare' : '', about.word)] : [link] };
  }

  function cell(day) {
    const about = shown.days.find(each => each.day === wall(day).slice(0, 10));
    const link = dayLink(day, String(day.getDate()), about);
    const all = about && about.all ? [node('small', 'all', about.all)] : [];
    return { domNodes: about ? [link, ...all, node('small', about.free ? 'spare' : '', about.word)] : [link] };
  }

  function dayLink(day, text, about) {
    const key = wall(day).slice(0, 10);
    const link = node('a', 'day-link', text);
    link.href = `${PLACE}?${new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), view: 'day', date: key })}`;
    link.setAttribute('aria-label', about ? about.label : key);
    link.dataset.go = '';
    return link;
  }

  // The library's roles describe half a table; the links carry full labels, and the list is the table.
  function plainRoles() {
    for (const role of root.querySelectorAll('[role=table], [role=row], [role=rowgroup], [role=cell], [role=columnheader]')) {
      for (const name of ['role', 'aria-colindex', 'aria-colspan']) role.removeAttribute(name);
    }
    for (const side of root.querySelectorAll('aside:not([role])')) side.setAttribute('role', 'none');
    for (const popup of root.querySelectorAll('dialog:not([aria-label])')) popup.setAttribute('aria-label', popup.querySelector('time')?.textContent || '');
  }
  new MutationObserver(plainRoles).observe(root, { childList: true, subtree: true, attributeFilter: ['role', 'class'], attributes: true });

  function draw() {
    const list = asList();
    root.hidden = list;
    document.getElementById('list').hidden = !list;
    document.getElementById('legend').hidden = list;
    document.getElementById('as-list').toggleAttribute('aria-current', list);
    document.getElementById('as-grid').toggleAttribute('aria-current', !list);
    if (list) return;
    if (calendar) EventCalendar.destroy(calendar);
    const scroll = scrollY;
    calendar = EventCalendar.create(root, options());
    plainRoles();
    scrollTo(scrollX, scroll);
  }

  // Another view without another page

  function scripted() {
    for (const part of document.querySelectorAll('.scripted')) part.hidden = false;
    for (const part of document.querySelectorAll('.unscripted')) part.hidden = true;
  }

  function take(html) {
    const focused = document.activeElement?.id;
    for (const id of ['view', 'list', 'said']) document.getElementById(id).replaceWith(html.getElementById(id));
    document.title = html.title;
    scripted();
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  }

  async function go(address, push = true) {
    const mine = ++turn;
    root.setAttribute('aria-busy', 'true');
    const { html } = await page(address);
    if (mine !== turn) return;
    if (!html.getElementById('view')) return location.assign(address);
    if (push) history.pushState(null, '', address);
    take(html);
    await load(true);
    draw();
    root.removeAttribute('aria-busy');
  }
  addEventListener('popstate', () => go(location.href, false));

  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest('a[href]');
    if (!link || link.origin !== location.origin) return;
    if (link.pathname === `${PLACE}/move`) { event.preventDefault(); ask(link.href); }
    else if ('dismiss' in link.dataset && dialog.contains(link)) { event.preventDefault(); dialog.close(); }
    else if (link.pathname === PLACE && (link.closest('#view, #list') || 'go' in link.dataset)) { event.preventDefault(); go(link.href); }
  });
  // A date that is typed is valid long before it is meant.
  let meant;
  let turn = 0;
  function changed(field, then) {
    clearTimeout(meant);
    if (field.type !== 'date' || field.value > '1900') meant = setTimeout(then, field.type === 'date' ? 700 : 150);
  }
  document.addEventListener('change', event => {
    const form = event.target.closest('form[data-go]');
    if (form) changed(event.target, () => go(asked(PLACE, form)));
  });
  const asked = (path, form) => `${path}?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`;

  // Moving

  const words = event => `${event.start.toLocaleTimeString(settings().lang, { hour: 'numeric', minute: '2-digit' })}`;

  // At once, from what is on the screen: what would be in the way. The server has the last word.
  function told({ event, newResource }) {
    const { visit } = event.extendedProps;
    const { view, taken } = settings();
    const [start, end] = [wall(event.start), wall(event.end)];
    const overlaps = each => each.start < end && start < each.end;
    const here = id => view !== 'day' || event.resourceIds.map(String).includes(id);
    const shade = shown.shades.find(each => overlaps(each) && (each.state === 'CLOSED' || view !== 'day' && !overlaps(visit)) && here(each.resource));
    const other = view === 'day' && shown.visits.find(each => each.id !== visit.id && !each.off && overlaps(each) && (here(each.room) || here(each.clinician)));
    const where = shown.resources.find(each => each.id === newResource?.id);
    hint.textContent = [words(event), where?.name, shade ? shade.word : other ? taken.replace('{0}', other.name) : ''].filter(Boolean).join(' \u00b7 ');
    hint.classList.toggle('stop', Boolean(shade || other));
    hint.hidden = view === 'month';
    return true;
  }

  async function dropped({ event, oldEvent, newResource, revert }) {
    const visit = event.extendedProps.visit;
    const start = settings().view === 'month' ? `${wall(event.start).slice(0, 10)}T${visit.start.slice(11, 16)}` : wall(event.start);
    if (start === wall(oldEvent.start) && !newResource) return;
    busy = true;
    root.setAttribute('aria-busy', 'true');
    try {
      const { html } = await page(moveAddress(visit.id, start, newResource?.id));
      const form = html.getElementById('fits');
      if (form) return await send(form, moveAddress(visit.id, start, newResource?.id));
      revert();
      show(html);
    } catch (gone) {
      revert();
      throw gone;
    } finally {
      busy = false;
      root.removeAttribute('aria-busy');
    }
  }

  async function send(form, from, submitter) {
    const address = new URL(form.getAttribute('action') || from, from.startsWith('http') ? from : location.origin + from);
    const { address: now, html } = await page(address, { method: 'POST', body: new URLSearchParams(new FormData(form, submitter)) }, form);
    if (!html.getElementById('view')) return show(html);
    dialog.close();
    take(html);
    const clean = new URL(now);
    for (const said of ['moved', 'undone', 'from', 'was']) clean.searchParams.delete(said);
    if (clean.search !== location.search) history.pushState(null, '', clean);
    await load(true);
    draw();
    document.getElementById('said').querySelector('button')?.focus();
  }

  async function ask(address, typing) {
    const mine = ++turn;
    for (const button of dialog.querySelectorAll('#confirm')) button.disabled = true;
    const { html } = await page(address);
    // Whoever changes her mind is answered the last question, whichever answer comes last.
    if (mine !== turn) return;
    if (html.getElementById('move')) show(html, typing);
    else location.assign(address);
  }

  function show(html, typing) {
    const part = html.getElementById('move');
    if (!part) return location.reload();
    for (const check of part.querySelectorAll('.unscripted')) check.hidden = true;
    // Here a change asks at once, and no button can be pressed meanwhile: the fields are only for asking.
    for (const field of part.querySelectorAll('#where-to [form]')) {
      field.removeAttribute('form');
      if (field.name === 'where') field.name = 'to';
    }
    if (typing && dialog.contains(typing)) {
      for (const old of dialog.querySelectorAll('#verdict, #fits, #override')) old.remove();
      typing.after(...part.querySelectorAll('#verdict, #fits, #override'));
      return;
    }
    dialog.replaceChildren(part);
    if (!dialog.open) dialog.showModal();
    else dialog.querySelector('#fits #confirm, #move-heading')?.focus();
  }

  dialog.addEventListener('change', event => {
    const form = event.target.closest('#where-to');
    if (form) changed(event.target, () => ask(asked(`${PLACE}/move`, form), form));
  });
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.go !== undefined) { event.preventDefault(); go(asked(PLACE, form)); }
    else if (dialog.contains(form) && form.method === 'get') { event.preventDefault(); ask(asked(`${PLACE}/move`, form)); }
    else if (dialog.contains(form) || form.closest('#said')) {
      event.preventDefault();
      send(form, form.action, event.submitter);
    }
  }, true);

  // Making a new one

  function clicked({ date, jsEvent }) {
    if (jsEvent.target.closest('a')) return;
    const start = wall(date);
    if (settings().view === 'month') return go(`${PLACE}?view=day&date=${start.slice(0, 10)}`);
    location.assign(`/staff/patients?${new URLSearchParams({ start })}`);
  }

  // Colleagues change things too

  async function fresh() {
    if (document.hidden || busy || dialog.open || root.querySelector('.ec-dragging, .ec-popup')) return;
    if (!await load(false)) return;
    if (asList()) take((await page(location.href, { headers: BY_ITSELF })).html);
    const focused = document.activeElement?.dataset?.visit;
    draw();
    if (focused) root.querySelector(`[data-visit="${focused}"]`)?.focus();
  }

  scripted();
  narrow.addEventListener('change', draw);
  load(true).then(draw);
  setInterval(() => fresh().catch(() => {}), FRESH_AFTER);
})();
