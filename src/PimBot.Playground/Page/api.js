const client = {
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  locale: navigator.language,
};

async function post(verb, body) {
  const response = await fetch(`/playground/api/${verb}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...client, ...body }),
  });
  if (!response.ok) {
    throw new Error(`${verb}: HTTP ${response.status}`);
  }
  return response.status === 204 ? null : response.json();
}

export async function loadState() {
  const response = await fetch("/playground/api/state");
  if (!response.ok) {
    throw new Error(`state: HTTP ${response.status}`);
  }
  return response.json();
}

export const open = (person) => post("open", { person });
export const say = (person, text) => post("say", { person, text });
export const click = (person, message, action) => post("click", { person, message, action });
export const advance = (seconds) => post("advance", { seconds });

/**
 * Follows the server's events from a cursor on. The browser reconnects by itself and says where it stopped; when it
 * gives up, this tries again.
 * @param {string} cursor
 * @param {(event: object) => void} onEvent
 * @param {(connected: boolean) => void} onConnection
 */
export function follow(cursor, onEvent, onConnection) {
  let source;
  let position = cursor;
  const connect = () => {
    source = new EventSource(`/playground/api/events?after=${encodeURIComponent(position)}`);
    source.onopen = () => onConnection(true);
    source.onerror = () => {
      onConnection(false);
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, 2000);
      }
    };
    for (const type of ["message", "removed", "typing", "clock", "reset"]) {
      source.addEventListener(type, (event) => {
        position = event.lastEventId || position;
        onEvent(JSON.parse(event.data));
      });
    }
  };
  connect();
}
