import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isIdentifier,
  isStringLiteralLike,
  isTemplateExpression,
  type Node,
  ScriptTarget,
} from "typescript";

/**
 * The titles of the tests in a source: of TypeScript the first argument of every `it`, what is filled in as it stands there
 * (`refuses ${amount} wei`); of Solidity the names of the functions that forge runs. What is commented out or skipped is none.
 */
export function testTitles(options: { file: string; source: string }): string[] {
  const { file, source } = options;
  return file.endsWith(".sol") ? solidityTitles(source) : typescriptTitles(source);
}

function solidityTitles(source: string): string[] {
  const code = source.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
  return [...code.matchAll(/\bfunction ((?:test|invariant)\w*)\(/g)].map(([, name]) => name!);
}

function typescriptTitles(source: string): string[] {
  const titles: string[] = [];
  const visit = (node: Node): void => {
    if (isCallExpression(node) && isIdentifier(node.expression) && node.expression.text === "it") {
      const title = node.arguments[0];
      if (title && isStringLiteralLike(title)) titles.push(title.text);
      else if (title && isTemplateExpression(title)) titles.push(title.getText().slice(1, -1));
    }
    forEachChild(node, visit);
  };
  visit(createSourceFile("test.ts", source, ScriptTarget.Latest, true));
  return titles;
}
