// What a script adds; every page works without it.
(() => {
  'use strict';

  // How long the time is still kept. Seconds from the server, because the reader's clock may be wrong.
  for (const timer of document.querySelectorAll('[role=timer]')) {
    const end = performance.now() + timer.dataset.seconds * 1000;
    const show = () => {
      const left = Math.max(0, Math.round((end - performance.now()) / 1000));
      const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      timer.textContent = left ? timer.dataset.left.replace('{0}', clock) : timer.dataset.over;
      if (left) setTimeout(show, 1000);
    };
    show();
  }

  // A form goes out once, however often the button is pressed.
  addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent;
    for (const busy of document.querySelectorAll('[aria-busy]')) busy.removeAttribute('aria-busy');
  });

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }

  document.getElementById('problems')?.focus();
})();
