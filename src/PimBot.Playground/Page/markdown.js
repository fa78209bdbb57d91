// The part of Markdown that cards in Teams show: bold, italic, links, lists. Everything else is text, HTML above all.
import { allowedLink } from "./links.js";

const escapable = /[!-/:-@[-`{-~]/;
const link = /\[([^[\]]*)\]\(([^()\s]+)\)/y;

/** Whether an unescaped marker closes what begins before `from`. */
function closes(text, marker, from) {
  for (let i = from; i < text.length; i++) {
    if (text[i] === "\\") {
      i++;
    } else if (i > from && text.startsWith(marker, i) && !/\s/.test(text[i - 1])) {
      return true;
    }
  }
  return false;
}

const isWord = (c) => c !== undefined && /[\p{L}\p{N}]/u.test(c);

function markerAt(text, i, open) {
  const marker = text.startsWith("**", i) ? "**" : text[i] === "*" || text[i] === "_" ? text[i] : null;
  if (!marker) {
    return null;
  }
  const after = i + marker.length;
  if (open.includes(marker)) {
    return /\s/.test(text[i - 1]) || (marker === "_" && isWord(text[after])) ? null : marker;
  }
  const mayOpen = after < text.length && !/\s/.test(text[after]) && !(marker === "_" && isWord(text[i - 1]));
  return mayOpen && closes(text, marker, after) ? marker : null;
}

/**
 * @param {string} text one line
 * @param {(text: string) => URL | null} [allow]
 * @returns {{ text: string, bold: boolean, italic: boolean, href?: string }[]}
 */
export function inline(text, allow = allowedLink) {
  const runs = [];
  const open = [];
  let buffer = "";
  const style = () => ({ bold: open.includes("**"), italic: open.includes("*") || open.includes("_") });
  const flush = () => {
    if (buffer) {
      runs.push({ text: buffer, ...style() });
      buffer = "";
    }
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\" && escapable.test(text[i + 1] ?? "")) {
      buffer += text[++i];
      continue;
    }
    const marker = markerAt(text, i, open);
    if (marker) {
      flush();
      open.includes(marker) ? open.splice(open.indexOf(marker), 1) : open.push(marker);
      i += marker.length - 1;
      continue;
    }
    link.lastIndex = i;
    const found = text[i] === "[" ? link.exec(text) : null;
    if (found) {
      flush();
      const href = allow(found[2])?.href;
      runs.push({ text: found[1] || found[2], ...style(), ...(href && { href }) });
      i += found[0].length - 1;
      continue;
    }
    buffer += text[i];
  }
  flush();
  return runs;
}

/** @returns {{ kind: "text" | "ul" | "ol", lines: string[] }[]} */
export function blocks(text) {
  const result = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = /^\s*(?:([-*+])|\d{1,9}[.)])\s+(.*)$/.exec(line);
    const kind = item ? (item[1] ? "ul" : "ol") : "text";
    const content = item ? item[2] : line;
    if (result.at(-1)?.kind === kind) {
      result.at(-1).lines.push(content);
    } else if (content || result.length) {
      result.push({ kind, lines: [content] });
    }
  }
  return result;
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (c) => entities[c]);

function runToHtml(run) {
  let html = escapeHtml(run.text);
  if (run.href) {
    html = `<a href="${escapeHtml(run.href)}" rel="noopener noreferrer" target="_blank">${html}</a>`;
  }
  if (run.italic) {
    html = `<em>${html}</em>`;
  }
  return run.bold ? `<strong>${html}</strong>` : html;
}

const lineToHtml = (line, allow) => inline(line, allow).map(runToHtml).join("");

/** For the official renderer, which takes HTML: only the tags made here, everything else escaped. */
export function toHtml(text, allow = allowedLink) {
  return blocks(text)
    .map(({ kind, lines }) => {
      const rows = lines.map((line) => lineToHtml(line, allow));
      return kind === "text"
        ? `<p>${rows.join("<br>")}</p>`
        : `<${kind}>${rows.map((row) => `<li>${row}</li>`).join("")}</${kind}>`;
    })
    .join("");
}
