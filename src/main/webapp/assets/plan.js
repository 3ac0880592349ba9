// What a script adds to planning: a press shows the new plan in place, a chip can be dragged to another day. All of it
// asks the same addresses the links and forms lead to.
(() => {
  'use strict';
  if (!document.getElementById('plan')) return;
  let turn = 0;

  const show = async (address, focus) => {
    const mine = ++turn;
    const plan = document.getElementById('plan');
    plan.setAttribute('aria-busy', 'true');
    try {
      const answer = await clinic.ask(address);
      const html = await answer.text();
      if (!html.includes('id="plan"')) throw new Error('another page');
      if (mine !== turn) return;
      plan.removeAttribute('aria-busy');
      clinic.swap(html);
      history.replaceState(null, '', address);
      if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    } catch {
      location.assign(address);
    }
  };

  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-swap]');
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(link.getAttribute('href').replace(/#.*/, ''), link.id);
  });

  const addressOf = form => `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`;
  document.addEventListener('submit', event => {
    if (!event.target.matches('form[data-swap]')) return;
    event.preventDefault();
    delete event.target.dataset.sent;
    show(addressOf(event.target), event.submitter?.id);
  });
  document.addEventListener('change', event => {
    const form = event.target.closest('form[data-swap]');
    if (form?.checkValidity()) show(addressOf(form), event.target.id);
  });

  // A chip goes to another day at the same hour in the same room, and the page says at once what breaks.
  let dragged = null;
  const ready = () => {
    for (const chip of document.querySelectorAll('.chip[data-drop]')) chip.draggable = true;
  };
  const over = cell => {
    for (const one of document.querySelectorAll('.weeks td.over')) if (one !== cell) one.classList.remove('over');
    cell?.classList.add('over');
  };
  document.addEventListener('dragstart', event => {
    const chip = event.target.closest?.('.chip[data-drop]');
    if (!chip) return;
    dragged = chip.dataset.drop;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', chip.getAttribute('aria-label'));
  });
  document.addEventListener('dragover', event => {
    const cell = dragged && event.target.closest?.('.weeks td[data-day]');
    if (!cell) return over(null);
    event.preventDefault();
    over(cell);
  });
  document.addEventListener('drop', event => {
    const cell = dragged && event.target.closest?.('.weeks td[data-day]');
    if (!cell) return;
    event.preventDefault();
    show(`${dragged}&day=${cell.dataset.day}`);
  });
  document.addEventListener('dragend', () => { dragged = null; over(null); });
  document.addEventListener('clinic:fresh', ready);
  ready();
})();
