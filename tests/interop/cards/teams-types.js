// Type-checks cards by Microsoft's own types of Teams' cards.
import path from "node:path";
import ts from "typescript";

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/**
 * @param {{ name: string, text: string }[]} cards
 * @returns {string[]} one line a fault
 */
export function typeFaults(cards) {
  const sources = new Map(
    cards.map(({ name, text }) => [
      path.resolve(import.meta.dirname, `${name}.ts`),
      `import type { IAdaptiveCard } from "@microsoft/teams.cards";\nexport const card: IAdaptiveCard = ${text};`,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => sources.get(file) ?? readFile(file);
  host.getSourceFile = (file, language, ...rest) =>
    sources.has(file)
      ? ts.createSourceFile(file, sources.get(file), language)
      : getSourceFile.call(host, file, language, ...rest);
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " > ").slice(0, 400))
      .filter((fault) => !isOnlyCase(fault))
      .map((fault) => `${path.basename(file, ".ts")}: ${fault}`);
  });
}

/** Clients read "large" and "Large" alike, and the published schema allows both; the types know only one of them. */
function isOnlyCase(fault) {
  const [, ours, theirs] = /^Type '"(\w+)"' is not assignable .* Did you mean '"(\w+)"'\?$/.exec(fault) ?? [];
  return ours !== undefined && ours.toLowerCase() === theirs.toLowerCase();
}
