/* Enhancement only: every form and link works without this file. */
(() => {
  "use strict";

  /* Long texts are kept while somebody types; htmx sends them. */
  const keepDrafts = root => {
    root.querySelectorAll("form[method=post]").forEach(form => {
      if (form.querySelector("textarea") && form.querySelector("input[name=_form]") && form.enctype !== "multipart/form-data") {
        form.setAttribute("hx-post", "/drafts");
        form.setAttribute("hx-trigger", "input changed delay:1200ms");
        form.setAttribute("hx-target", "find .kept");
        form.setAttribute("hx-swap", "innerHTML");
        form.setAttribute("hx-sync", "this:replace");
      }
    });
  };

  /* A form is sent once: its button says that it works, and a second click does nothing. */
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
    const button = event.submitter;
    if (button) {
      button.classList.add("utrecht-button--busy");
      button.setAttribute("aria-disabled", "true");
    }
  });

  /* Back in history shows a form that can be sent again. */
  window.addEventListener("pageshow", event => {
    if (!event.persisted) return;
    document.querySelectorAll("form[data-sent]").forEach(form => {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
      form.querySelectorAll(".utrecht-button--busy").forEach(button => {
        button.classList.remove("utrecht-button--busy");
        button.removeAttribute("aria-disabled");
      });
    });
  });

  /* Sheets of the navigation close like menus. */
  document.addEventListener("click", event => {
    document.querySelectorAll("details.self[open], details.more[open]").forEach(sheet => {
      if (!sheet.contains(event.target)) sheet.open = false;
    });
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.self[open], details.more[open]").forEach(sheet => {
      sheet.open = false;
      sheet.querySelector("summary").focus();
    });
  });

  /* Order by dragging; the buttons beside each item do the same without. */
  const orderByDragging = list => {
    let dragged = null;
    list.querySelectorAll(":scope > li").forEach(item => { item.draggable = true; });
    list.addEventListener("dragstart", event => {
      dragged = event.target.closest("li");
      event.dataTransfer.effectAllowed = "move";
    });
    list.addEventListener("dragover", event => {
      const over = event.target.closest("li");
      if (!dragged || !over || over === dragged || over.parentNode !== list) return;
      event.preventDefault();
      const box = over.getBoundingClientRect();
      list.insertBefore(dragged, event.clientY > box.top + box.height / 2 ? over.nextSibling : over);
    });
    list.addEventListener("dragend", () => {
      if (!dragged) return;
      const form = document.getElementById(list.dataset.order);
      form.querySelector("[name=moved]").value = dragged.dataset.id;
      form.querySelector("[name=position]").value = Array.from(list.children).indexOf(dragged) + 1;
      dragged = null;
      form.requestSubmit();
    });
  };

  /* The number of prompts that wait changes while a page is looked at. Each page shows it without this as well. */
  const showWaiting = (nav, count) => {
    const place = nav.querySelector("a[href='/me']");
    if (!place || !Number.isInteger(count)) return;
    const old = place.querySelector(".count");
    if (old) old.remove();
    if (count === 0) return;
    const badge = document.createElement("span");
    const seen = document.createElement("span");
    const read = document.createElement("span");
    badge.className = "count";
    seen.setAttribute("aria-hidden", "true");
    seen.textContent = count > 9 ? "9+" : String(count);
    read.className = "unseen";
    read.textContent = nav.dataset.waiting.replace("#", seen.textContent);
    badge.append(seen, read);
    place.append(badge);
  };

  /* One connection, of the page that is looked at. A page that was left open for half an hour stops asking, so its session can end. */
  const followWaiting = nav => {
    const until = Date.now() + 30 * 60 * 1000;
    let source = null;
    const close = () => {
      if (source) source.close();
      source = null;
    };
    const open = () => {
      if (source || document.hidden || Date.now() > until) return;
      source = new EventSource("/me/count");
      source.addEventListener("waiting", event => showWaiting(nav, Number(event.data)));
      source.addEventListener("error", () => {
        if (Date.now() > until) close();
      });
    };
    document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", event => { if (event.persisted) open(); });
    open();
  };

  window.addEventListener("load", () => {
    const nav = document.querySelector(".places[data-waiting]");
    if (nav && window.EventSource) followWaiting(nav);
  });

  document.addEventListener("DOMContentLoaded", () => {
    keepDrafts(document);
    document.querySelectorAll("[data-order]").forEach(orderByDragging);
    const told = document.querySelector(".told");
    if (told) {
      told.setAttribute("tabindex", "-1");
      told.focus({ preventScroll: false });
    }
  });
})();
