import assert from "node:assert/strict";
import { test } from "node:test";
import { allowedLink } from "../../../src/PimBot.Playground/Page/links.js";
import { toHtml } from "../../../src/PimBot.Playground/Page/markdown.js";

const base = new URL("http://127.0.0.1:3978/");
const allow = (text) => allowedLink(text, base);
const html = (text) => toHtml(text, allow);

test("HTML is text, wherever it stands", () => {
  for (const text of [
    "<img src=x onerror=alert(1)>",
    "**<script>alert(1)</script>**",
    "- <b>item</b>",
    "[<i>link</i>](https://example.com)",
    '[x](https://example.com/"onmouseover="alert\\(1\\))',
  ]) {
    assert.doesNotMatch(html(text), /<(?!\/?(?:p|strong|em|ul|ol|li|br|a)\b)|<[^>]*\son\w+=/, text);
  }
});

test("an ampersand and quotes come back as themselves", () => {
  assert.equal(html("a & \"b\" & 'c' &lt;"), "<p>a &amp; &quot;b&quot; &amp; &#39;c&#39; &amp;lt;</p>");
});

test("bold and italic are shown, also within each other", () => {
  assert.equal(html("**a _b_** *c*"), "<p><strong>a </strong><strong><em>b</em></strong> <em>c</em></p>");
});

test("markers that close nothing stay as they are", () => {
  assert.equal(html("2 * 3 ** 4 and snake_case_name and **open"), "<p>2 * 3 ** 4 and snake_case_name and **open</p>");
});

test("what is escaped is text", () => {
  assert.equal(html(String.raw`\*\*not bold\*\* \[no\]\(link\) 1\. a\:b c\d`), "<p>**not bold** [no](link) 1. a:b c\\d</p>");
});

test("lists and line breaks are shown", () => {
  assert.equal(html("a\nb\n- c\n- d\n1. e"), "<p>a<br>b</p><ul><li>c</li><li>d</li></ul><ol><li>e</li></ol>");
});

test("links to https and to this process are links; the others are text", () => {
  assert.match(html("[a](https://example.com/x)"), /<a href="https:\/\/example.com\/x" rel="noopener noreferrer"/);
  assert.match(html("[a](/verify/1)"), /href="http:\/\/127.0.0.1:3978\/verify\/1"/);
  for (const url of ["javascript:alert", "http://example.com", "data:text/html,x", "file:///etc/passwd"]) {
    assert.equal(html(`[a](${url})`), "<p>a</p>", url);
  }
});

test("this process may be named by any of its loopback names, with its own port", () => {
  assert.ok(allow("http://localhost:3978/verify/1"));
  assert.equal(allow("http://localhost:3979/"), null);
  assert.equal(allow("http://localhost.evil.example:3978/"), null);
  assert.equal(allowedLink("http://127.0.0.1:3978/", new URL("http://192.0.2.1:3978/")), null);
});
