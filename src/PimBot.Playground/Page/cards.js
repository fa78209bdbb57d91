import { hostConfig } from "./hostconfig.js";
import { openLink } from "./links.js";
import { toHtml } from "./markdown.js";
import { renderPlain } from "./plaincards.js";

let library = null;

/** Loads the official renderer where the build could get it. `?cards=plain` shows the page without it. */
export async function loadRenderer(isAvailable) {
  if (!isAvailable || new URLSearchParams(location.search).get("cards") === "plain") {
    return false;
  }
  await new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = "/playground/page/adaptivecards.min.js";
    script.onload = resolve;
    script.onerror = resolve;
    document.head.append(script);
  });
  library = globalThis.AdaptiveCards ?? null;
  if (library) {
    library.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = toHtml(text);
      result.didProcess = true;
    };
  }
  return library !== null;
}

/**
 * Renders a card.
 * @param {object} payload
 * @param {{ onAction: (action: { type: string, title: string, id?: string, verb?: string, data?: unknown,
 *   inputs: Record<string, string> }) => void, onRefused: (link: string) => void }} handlers
 */
export function renderCard(payload, handlers) {
  try {
    return (library && renderOfficial(payload, handlers)) || renderPlain(payload, handlers);
  } catch {
    return renderPlain(payload, handlers);
  }
}

function renderOfficial(payload, { onAction, onRefused }) {
  const card = new library.AdaptiveCard();
  card.hostConfig = new library.HostConfig(hostConfig);
  card.onExecuteAction = (action) => {
    if (action instanceof library.OpenUrlAction) {
      openLink(action.url) || onRefused(action.url);
    } else if (action instanceof library.SubmitAction || action instanceof library.ExecuteAction) {
      // The renderer has merged the inputs into the data already.
      const { title, id, verb, data } = action;
      onAction({ type: action.getJsonTypeName(), title: title ?? "", id, verb, data, inputs: {} });
    }
  };
  card.onAnchorClicked = (_, anchor) => {
    openLink(anchor.href) || onRefused(anchor.href);
    return true;
  };
  card.parse(payload, new library.SerializationContext(library.Versions.v1_5));
  const element = card.render();
  // Ids of card elements repeat from pane to pane; the renderer's own ids, which labels use, don't.
  for (const node of element?.querySelectorAll("[id]:not([id^='__ac-'])") ?? []) {
    node.removeAttribute("id");
  }
  return element;
}
