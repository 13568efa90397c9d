// Reads a JSON list of diagrams from standard input and says, as JSON, what Mermaid makes of each.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

let text = "";
for await (const piece of process.stdin) text += piece;

const read = [];
for (const diagram of JSON.parse(text)) {
  await mermaid.parse(diagram); // Loads what it needs for a journey; throws where Mermaid would draw its bomb.
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(diagram);
  read.push({
    type,
    title: db.getDiagramTitle(),
    about: db.getAccDescription(),
    sections: [...db.getSections()],
    tasks: db.getTasks().map(({ section, task, score, people }) => ({ section, task, score, people })),
  });
}
process.stdout.write(JSON.stringify(read));
