const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * A link that may be followed: https anywhere, or this process itself under any of its names.
 * @returns {URL | null}
 */
export function allowedLink(text, base = location) {
  let url;
  try {
    url = new URL(text, base.href);
  } catch {
    return null;
  }
  const isThisProcess =
    url.origin === base.origin ||
    (url.protocol === base.protocol &&
      url.port === base.port &&
      loopback.has(url.hostname) &&
      loopback.has(base.hostname));
  return url.protocol === "https:" || isThisProcess ? url : null;
}

/** Opens a link in a new tab that knows nothing of this page. False when the link is not allowed. */
export function openLink(text) {
  const url = allowedLink(text);
  if (url) {
    window.open(url.href, "_blank", "noopener,noreferrer");
  }
  return url !== null;
}
