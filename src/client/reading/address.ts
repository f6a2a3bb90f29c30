// A page also stands at its permalink and at its old paths. The address bar shows the one that is passed on: the path only, since a
// copy of the site on another origin may not name this one; query and anchor stay, and so does the length of the history.
const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
if (canonical !== null) {
  const { pathname } = new URL(canonical.href);
  if (pathname !== location.pathname)
    history.replaceState(history.state, '', pathname + location.search + location.hash);
}

// A full stop or bracket that was taken for a part of the anchor goes, when the page has the anchor without it.
const anchor = /^#[a-z][a-z0-9-]*[a-z0-9]/i.exec(location.hash)?.[0].toLowerCase();
if (
  anchor !== undefined &&
  anchor !== location.hash &&
  document.getElementById(anchor.slice(1)) !== null
)
  location.replace(anchor);
