import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "../scene/browser.js";
import { chromium, publishedSchemas, testWith } from "../scene/peers.js";
import { Drawing, looks } from "./drawing.js";
import { goldens } from "./golden.js";
import { PublishedSchema } from "./schema.js";
import { typeFaults } from "./teams-types.js";

const cards = goldens();
/** The only words that our cards set in bold inside a text. */
const ourMarkup = new Set(["<strong>guest</strong>", "<strong>personal account</strong>"]);

let browser = null;
before(async () => {
  browser = chromium.missing ? null : await Browser.start();
});
after(() => browser?.close());

test("There are golden cards to check", () => assert.ok(cards.length > 50, `only ${cards.length}`));

testWith("Every card keeps to the published schema", [publishedSchemas], () => {
  const schema = new PublishedSchema(publishedSchemas.folder);
  assert.deepEqual(
    cards.flatMap(({ name, card }) => schema.faults(card).map((fault) => `${name}${fault}`)),
    [],
  );
});

test("Every card is a Teams card by Microsoft's types", () => assert.deepEqual(typeFaults(cards), []));

for (const look of looks()) {
  testWith(`The official renderer draws every card without complaint: ${look.name}`, [chromium], async () => {
    const drawing = await Drawing.start(browser, look);
    const faults = [];
    for (const golden of cards) {
      const drawn = await drawing.draw(golden);
      faults.push(...drawn.faults.map((fault) => `${golden.name}: ${fault}`));
      faults.push(...drawn.markup.filter((tag) => !ourMarkup.has(tag)).map((tag) => `${golden.name}: text became ${tag}`));
    }
    assert.deepEqual(faults, []);
    assert.deepEqual(drawing.faults, []);
    assert.deepEqual(browser.refused, []);
  });
}
