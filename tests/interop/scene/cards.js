// Cards as the activities of a chat carry them.
const cardType = "application/vnd.microsoft.card.adaptive";

/** The cards of an activity, or the one that an invoke is answered with. */
export function cardsOf(activity) {
  if (activity?.type === cardType) {
    return [activity.value];
  }
  return (activity?.attachments ?? []).filter((part) => part.contentType === cardType).map((part) => part.content);
}

/** Every object of a card that satisfies the question, depth first. */
export function parts(card, question) {
  if (card === null || typeof card !== "object") {
    return [];
  }
  const below = Object.values(card).flatMap((value) => parts(value, question));
  return !Array.isArray(card) && question(card) ? [card, ...below] : below;
}

/** What a click on the button of this title sends: the action's verb and data with the inputs' values beside it. */
export function click(card, title, inputs = {}) {
  const found = parts(card, (part) => part.type === "Action.Execute" && part.title === title)[0];
  if (!found) {
    throw new Error(`There is no button ${title} on ${JSON.stringify(card).slice(0, 500)}`);
  }
  return { verb: found.verb, data: { ...found.data, ...inputs } };
}
