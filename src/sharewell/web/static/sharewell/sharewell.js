// Faster where there is JavaScript; nothing needs it. Forms of the guide are sent in the background and the page's main part is
// exchanged. The form stays in the history entry of this tab, so that Back and reload ask the server again.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("sw-has-script");
  const parser = new DOMParser();
  let latest = 0;
  let current = { first: location.pathname }; // what the history entry of the page on the screen says

  const put = (html, focus) => {
    const page = parser.parseFromString(html, "text/html");
    const main = page.querySelector("main");
    if (!main) return false;
    document.title = page.title;
    document.querySelector("main").replaceWith(main);
    const foot = page.querySelector(".sw-footer");
    if (foot) document.querySelector(".sw-footer")?.replaceWith(foot);
    if (focus) {
      window.scrollTo(0, 0);
      const target = main.querySelector("[data-focus]") || main;
      target.focus({ preventScroll: !main.querySelector("[data-focus]") });
    }
    return true;
  };

  const send = async (address, body) => {
    const mine = ++latest;
    const answer = await fetch(address, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      credentials: "omit",
    });
    const html = await answer.text();
    return mine === latest && (answer.headers.get("Content-Type") || "").startsWith("text/html") ? html : null;
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const button = event.submitter;
    const address = button?.getAttribute("formaction") || form.getAttribute("action");
    if (form.method !== "post" || form.hasAttribute("data-plain") || event.defaultPrevented) return;
    if (form.elements.csrfmiddlewaretoken) return; // a form of the record: sent plainly, with its session
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, button)).toString();
    root.classList.add("sw-busy");
    try {
      const html = await send(address, body);
      if (html !== null && put(html, true)) {
        current = { address, body };
        history.pushState(current, "", "/check/");
      }
    } catch {
      if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
      form.action = address;
      form.submit(); // no network for scripts: the plain way says what is wrong
    } finally {
      root.classList.remove("sw-busy");
    }
  });

  const again = async (state) => {
    current = state;
    const html = await send(state.address, state.body).catch(() => null);
    if (html === null || !put(html, true)) location.reload();
  };
  window.addEventListener("popstate", ({ state }) => {
    if (!state) history.replaceState(current, ""); // a link within the page
    else if (state.first ? state.first === current.first : state.body === current.body && state.address === current.address) return;
    else if (state.body) again(state);
    else location.reload();
  });
  if (history.state?.body && location.pathname === "/check/") again(history.state);
  else history.replaceState(current, "");

  // A form of the record that comes back with what is wrong: that is read first.
  document.querySelector(".govuk-error-summary[data-focus]")?.focus();

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.checked) return;
    if (box.name === "tick" || box.name === "unsure") {
      for (const other of document.querySelectorAll('input[name="none"]')) other.checked = false;
    } else if (box.name === "none") {
      for (const other of document.querySelectorAll('input[name="tick"], input[name="unsure"]')) other.checked = false;
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-print]")) window.print();
  });
})();
