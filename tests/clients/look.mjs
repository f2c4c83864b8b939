// Opens pages in a real browser and prints as JSON what is wrong with them: what axe-core finds,
// how far a page is wider than a screen, on a phone and on a desk, in light and in dark, and what
// its own policy keeps from it.
// Usage: node look.mjs BROWSER PAGE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
});
const found = [];
const asSent = await browser.newPage();
for (const file of pages) {
  const told = [];
  asSent.removeAllListeners("console");
  asSent.on("console", (message) => told.push(message.text()));
  await asSent.goto(pathToFileURL(file).href);
  const styled = await asSent.evaluate(() => getComputedStyle(document.body).maxWidth !== "none");
  if (!styled) told.push("has no style");
  found.push(...told.map((what) => `${file}: ${what}`));
}
for (const width of [320, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    // The policy of a page lets no script in, not even one that looks at it.
    const context = await browser.newContext({
      bypassCSP: true, colorScheme, viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    for (const file of pages) {
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
      const told = violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.html}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) told.push(`${wide} pixels wider than the screen`);
      found.push(...told.map((what) => `${file} (${width}, ${colorScheme}): ${what}`));
    }
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(found, null, 1));
