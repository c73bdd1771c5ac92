// The console's own script: keys, drafts, and what changes by itself. Without it every form and link still works.
(() => {
  'use strict';

  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const question = () => $('#question[data-number]');
  const store = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* private mode: no drafts */ } },
    remove(key) { try { localStorage.removeItem(key); } catch { /* as above */ } },
  };

  root.classList.add('scripted');

  // --- announcements -------------------------------------------------------------------------------------------
  function announce(words) {
    const announcer = $('#announcer');
    if (announcer) announcer.textContent = words;
  }

  function banner(when) {
    $$('#lost [data-when]').forEach(part => { part.hidden = part.dataset.when !== when; });
  }

  // --- drafts: what is typed stays in this browser until it is sent --------------------------------------------
  function draftKey(textarea) {
    const number = question()?.dataset.number;
    const verb = textarea.form?.dataset.do;
    return number && verb ? `jauap-draft:${number}:${verb}` : null;
  }

  function restoreDrafts() {
    const shown = question();
    if (!shown) return;
    if (shown.dataset.done) store.remove(`jauap-draft:${shown.dataset.number}:${shown.dataset.done}`);
    for (const textarea of $$('.panel textarea', shown)) {
      const draft = store.get(draftKey(textarea));
      if (draft && !textarea.value) {
        textarea.value = draft;
        if (textarea.offsetParent) announce(document.body.dataset.sayDraft);
      }
      count(textarea);
    }
  }

  function count(textarea) {
    const length = $('.length', textarea.form);
    if (length) length.textContent = textarea.value.length ? `${textarea.value.length}` : '';
  }

  document.addEventListener('input', event => {
    if (!event.target.matches('.panel textarea')) return;
    const key = draftKey(event.target);
    if (key && event.target.value.trim()) store.set(key, event.target.value);
    else if (key) store.remove(key);
    count(event.target);
  });

  // --- light and dark without a new page -----------------------------------------------------------------------
  const themeButton = $('#theme');
  function isDark() {
    const chosen = root.dataset.theme;
    return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  }
  if (themeButton) {
    themeButton.value = isDark() ? 'light' : 'dark';
    themeButton.form.addEventListener('submit', event => {
      event.preventDefault();
      const theme = isDark() ? 'light' : 'dark';
      const body = new URLSearchParams(new FormData(themeButton.form));
      body.set('theme', theme);
      root.dataset.theme = theme;
      fetch(themeButton.form.action, { method: 'POST', body, redirect: 'manual' });
    });
  }

  // --- filters apply themselves; menus close --------------------------------------------------------------------
  document.addEventListener('change', event => {
    if (event.target.matches('#filters select')) {
      if (event.target.name === 'agency') event.target.form.elements.intent.value = '';
      event.target.form.requestSubmit();
    }
    if (event.target.matches('.doings input')) openPanel(event.target.value, false);
  });
  document.addEventListener('click', event => {
    $$('details.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
    const opener = event.target.closest('[data-opens]');
    if (opener) $(`#${opener.dataset.opens}`)?.showModal();
    if (event.target.closest('#arrived')) insertWaiting();
  });

  // --- the question's part of the page ---------------------------------------------------------------------------
  function shown() {
    const part = question();
    $('#shell')?.classList.toggle('has-question', !!part);
    if (part?.dataset.title) document.title = part.dataset.title;
    for (const row of $$('.row-item')) {
      const selected = row.dataset.number === part?.dataset.number;
      row.classList.toggle('is-selected', selected);
      const link = $('.row-link', row);
      if (selected) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }
    restoreDrafts();
  }

  document.addEventListener('htmx:afterSettle', event => {
    if (event.detail.target.id !== 'question' && event.detail.elt.id !== 'question') return;
    sent(event);
    shown();
    const part = $('#question');
    const invalid = $('[aria-invalid="true"]', part);
    (invalid ?? part)?.focus({ preventScroll: !!invalid });
    const notice = $('.notice p', part);
    if (notice) announce(notice.textContent);
    refreshSoon();
  });
  document.addEventListener('htmx:beforeRequest', event => { if (event.detail.target.id === 'question') sending = true; });
  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.target.id !== 'question') return;
    sending = false;
    if (stale) setTimeout(refreshQuestion, 200);
  });
  document.addEventListener('htmx:beforeOnLoad', event => {
    if (event.detail.xhr.status === 401) {
      event.preventDefault();
      banner('signed-out');
    }
  });
  document.addEventListener('htmx:sendError', () => banner('lost'));
  document.addEventListener('htmx:responseError', event => { if (event.detail.xhr.status >= 500) banner('lost'); });
  addEventListener('popstate', () => location.reload());

  /** What was sent is no draft any more, wherever the question went. */
  function sent(event) {
    const path = event.detail.requestConfig?.path ?? '';
    const [, number, verb] = /questions\/([^/]+)\/([a-z]+)/.exec(path) ?? [];
    if (number && event.detail.xhr?.status === 200) {
      store.remove(`jauap-draft:${number}:${verb}`);
      restoreDrafts();
    }
  }

  function openPanel(verb, focus = true) {
    const choice = $(`#do-${verb}`);
    if (!choice) return;
    choice.checked = true;
    const panel = $(`.panel-${verb}`);
    panel.scrollIntoView({ block: 'nearest' });
    if (focus) (verb === 'transfer' ? $('#to-search') : $('textarea', panel))?.focus();
  }

  // --- keys, by position, so that they are in the same place on every layout -------------------------------------
  const KEYS = 'jauap-keys';
  const keysOn = $('#keys-on');
  if (keysOn) {
    keysOn.checked = store.get(KEYS) !== 'off';
    keysOn.addEventListener('change', () => store.set(KEYS, keysOn.checked ? 'on' : 'off'));
  }
  let went = 0;

  function move(step) {
    const links = $$('.row-link');
    if (!links.length) return;
    const at = links.indexOf(document.activeElement.closest?.('.row-link'));
    const from = at >= 0 ? at : links.findIndex(link => link.parentElement.classList.contains('is-selected'));
    links[Math.min(links.length - 1, Math.max(0, from < 0 ? 0 : from + step))].focus();
  }

  function go(view) {
    const link = $(`#views [data-view="${view}"]`);
    if (link) location.assign(link.href);
  }

  function back() {
    const link = $('#back');
    if (link && link.offsetParent) location.assign(link.href);
    else ($('.is-selected .row-link') ?? $('.row-link'))?.focus();
  }

  const single = {
    KeyJ: () => move(1), KeyK: () => move(-1), Escape: back,
    KeyC: () => $('#claim')?.click(),
    KeyR: () => openPanel('reply'), KeyQ: () => openPanel('ask'), KeyT: () => openPanel('transfer'), KeyN: () => openPanel('note'),
    Slash: event => (event.shiftKey ? $('#keys')?.showModal() : $('#search')?.focus()),
    KeyG: () => { went = Date.now(); },
  };
  const afterG = { KeyM: 'mine', KeyU: 'new', KeyT: 'triage' };

  document.addEventListener('keydown', event => {
    const typing = event.target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
    if (event.target.matches('.panel textarea') && event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (typing) {
      if (event.code === 'Escape') event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || $('dialog[open]') || (keysOn && !keysOn.checked)) return;
    if (Date.now() - went < 1500 && afterG[event.code]) {
      event.preventDefault();
      went = 0;
      go(afterG[event.code]);
      return;
    }
    const act = single[event.code];
    if (act) {
      event.preventDefault();
      act(event);
    }
  });

  // --- what changes by itself ----------------------------------------------------------------------------------
  let waiting = null;
  let refreshing = 0;
  let arrivals = new Set();
  // The open question is read one time after another; what changes while a form is under way is read afterwards.
  let reading = false;
  let sending = false;
  let stale = false;
  let spoken = 0;

  function refreshSoon() {
    if (!refreshing) refreshing = setTimeout(refresh, 300);
  }

  async function page(address) {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (answer.redirected && new URL(answer.url).pathname === '/console/login') {
      banner('signed-out');
      return null;
    }
    if (!answer.ok) {
      if (answer.status >= 500) banner('lost');
      return null;
    }
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  }

  async function refresh() {
    refreshing = 0;
    const shell = $('#shell');
    if (!shell) return;
    try {
      const fresh = await page(`/console/inbox${shell.dataset.tail}`);
      if (!fresh) return;
      $('#views').innerHTML = $('#views', fresh).innerHTML;
      mergeRows(fresh);
    } catch {
      banner('lost');
    }
  }

  /** Changes rows in place; what is new slides in unless the pointer is over the list, then a button offers it. */
  function mergeRows(fresh) {
    const rows = $('#rows');
    const freshRows = $('#rows', fresh);
    if (!rows || !freshRows) {
      if (!$('#list').matches(':hover') && !$('#list').contains(document.activeElement)) replaceList(fresh);
      return;
    }
    const now = new Map($$('.row-item', freshRows).map(row => [row.dataset.number, row]));
    for (const row of $$('.row-item', rows)) {
      const next = now.get(row.dataset.number);
      if (!next) row.classList.add('just-gone');
      else if (!row.contains(document.activeElement)) {
        const link = $('.row-link', row);
        const nextLink = $('.row-link', next);
        if (link.innerHTML !== nextLink.innerHTML) link.innerHTML = nextLink.innerHTML;
        row.classList.remove('just-gone');
      }
    }
    const known = new Set($$('.row-item', rows).map(row => row.dataset.number));
    const more = [...now.keys()].filter(number => !known.has(number));
    if (!more.length && !$('.just-gone', rows)) return;
    waiting = fresh;
    if (rows.matches(':hover') || rows.contains(document.activeElement)) {
      const arrived = $('#arrived');
      arrived.textContent = document.body.dataset.sayNew.replace('#', more.length);
      arrived.hidden = !more.length;
    } else insertWaiting();
  }

  function insertWaiting() {
    if (!waiting) return;
    const rows = $('#rows');
    const known = new Set($$('.row-item', rows).map(row => row.dataset.number));
    const chosen = question()?.dataset.number;
    const next = $('#rows', waiting);
    for (const row of $$('.row-item', next)) {
      if (!known.has(row.dataset.number)) row.classList.add('just-came');
      row.classList.toggle('is-selected', row.dataset.number === chosen);
    }
    rows.replaceWith(document.adoptNode(next));
    htmx.process(next);
    $('#arrived').hidden = true;
    waiting = null;
  }

  function replaceList(fresh) {
    const list = $('#list', fresh);
    $('#list').replaceWith(document.adoptNode(list));
    htmx.process(list);
    shown();
  }

  /** The open question changed: its timeline and facts follow, the composer and what is typed stay. */
  async function refreshQuestion() {
    if (reading || sending) {
      stale = true;
      return;
    }
    reading = true;
    stale = false;
    await mergeQuestion();
    reading = false;
    if (stale) setTimeout(refreshQuestion, 200);
  }

  async function mergeQuestion() {
    const part = question();
    if (!part) return;
    try {
      const fresh = await page(location.pathname + location.search);
      const next = fresh && $(`#question[data-number="${part.dataset.number}"]`, fresh);
      if (!next || part !== question()) return;
      const typing = $$('.panel textarea', part).some(textarea => textarea.value.trim());
      for (const id of typing ? ['timeline'] : ['timeline', 'facts', 'actions']) {
        const here = $(`#${id}`, part);
        const there = $(`#${id}`, next);
        if (here && there && here.innerHTML !== there.innerHTML) {
          here.innerHTML = there.innerHTML;
          htmx.process(here);
        }
      }
      $('.question-head .status', part).replaceWith($('.question-head .status', next));
      if (!typing) {
        part.dataset.version = next.dataset.version;
        $$('input[name=version]', part).forEach(input => { input.value = next.dataset.version; });
        const composer = $('.composer-place', part);
        const nextComposer = $('.composer-place', next);
        if (!composer !== !nextComposer || $$('.doing', part).length !== $$('.doing', next).length) {
          // What was just said to the official stays to be read.
          $('#notices', next)?.replaceWith($('#notices', part));
          part.replaceWith(next);
          htmx.process(next);
        }
      }
    } catch {
      banner('lost');
    }
  }

  function heard(event) {
    const change = JSON.parse(event.data);
    const part = question();
    if (part?.dataset.number === change.number && (change.kind === 'delivery' || change.version > Number(part.dataset.version))) {
      refreshQuestion();
      if (change.kind !== 'delivery') announce(document.body.dataset.sayChanged);
    }
    if (['registered', 'transferred', 'corrected', 'reopened'].includes(change.kind)) {
      arrivals.add(change.number);
      clearTimeout(spoken);
      spoken = setTimeout(() => {
        announce(document.body.dataset.sayNew.replace('#', arrivals.size));
        arrivals = new Set();
      }, 3000);
    }
    refreshSoon();
  }

  let troubled = 0;
  let broken = false;

  function listen() {
    const source = new EventSource('/console/events');
    source.addEventListener('question', heard);
    source.addEventListener('open', () => {
      clearTimeout(troubled);
      troubled = 0;
      banner(null);
      root.dataset.live = 'on';
      if (broken) {
        refreshSoon();
        refreshQuestion();
      }
      broken = false;
    });
    source.addEventListener('error', () => {
      broken = true;
      root.dataset.live = 'off';
      if (!troubled) troubled = setTimeout(() => { if (broken) banner('lost'); }, 2500);
      if (source.readyState === EventSource.CLOSED) {
        // Refused rather than cut: signed out, or the store is away. Asked again a little later.
        page('/console/inbox').catch(() => null);
        setTimeout(listen, 5000);
      }
    });
    addEventListener('pagehide', () => source.close(), { once: true });
  }

  shown();
  $('.is-selected')?.scrollIntoView({ block: 'nearest' });
  if ($('#shell')) listen();
})();
