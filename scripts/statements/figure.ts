import type { FigureRecord } from "../figures/FigureRecord";
import { statements } from "./statements";
import { withNumbers } from "./withNumbers";

/** Numbers within sentences. They are no record: what tells them is measured, tested or compiled elsewhere. */
export const statementsFigure: FigureRecord = {
  name: "statements",
  command: "npm run figures",
  stale: () => [],
  render: (read) => {
    const documents = new Map<string, string>();
    for (const statement of statements()) {
      const { document } = statement;
      documents.set(document, withNumbers(documents.get(document) ?? read(document), statement));
    }
    return documents;
  },
};
