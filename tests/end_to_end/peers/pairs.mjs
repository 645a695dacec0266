// Pairs as other programs read and write them.
//   node pairs.mjs FOLDER read-tmx memory.tmx vi en        prints a pair a line: "source|target"
//   node pairs.mjs FOLDER write-tmx pairs.json             prints a TMX of [["source", "target"], ...], vi and en
//   the same with xliff, xliff12
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, what, file, source, target] = process.argv.slice(2);
const require = createRequire(folder + "/node_modules/");
const tmx = require("tmexchange");
const xliff = require("xliff");
const text = readFileSync(file, "utf8");

// Text may come with inline elements: a list of texts and objects.
function plain(value) {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  return value.map((part) => (typeof part === "string" ? part : "<" + Object.keys(part)[0] + ">")).join("");
}

// Units may stand in groups.
function print(resources, one, other) {
  for (const entry of Object.values(resources)) {
    if (entry[one] === undefined && entry[other] === undefined) {
      print(entry, one, other);
    } else {
      process.stdout.write(plain(entry[one]) + "|" + plain(entry[other]) + "\n");
    }
  }
}

function resources(one, other) {
  const entries = JSON.parse(text).map(([from, to], i) => ["key" + i, { [one]: from, [other]: to }]);
  return { pairs: Object.fromEntries(entries) };
}

const jobs = {
  "read-tmx": async () => print((await tmx.tmx2js(text)).resources, source, target),
  "read-xliff": async () => print((await xliff.xliff2js(text)).resources, "source", "target"),
  "read-xliff12": async () => print((await xliff.xliff12ToJs(text)).resources, "source", "target"),
  "write-tmx": async () =>
    process.stdout.write(await tmx.js2tmx({ resources: resources("vi", "en"), sourceLanguage: "vi" })),
  "write-xliff": async () =>
    process.stdout.write(
      await xliff.js2xliff({ resources: resources("source", "target"), sourceLanguage: "vi", targetLanguage: "en" })),
  "write-xliff12": async () =>
    process.stdout.write(
      await xliff.jsToXliff12({ resources: resources("source", "target"), sourceLanguage: "vi", targetLanguage: "en" })),
};
await jobs[what]();
