import type { FigureRecord } from "../figures/FigureRecord";
import { withSection } from "../figures/section";
import { readAccepted, renderAccepted } from "./acceptedFindings";

const document = "docs/slither.md";

/** The table of what is accepted. It is no record: `npm run slither` itself fails if it is stale. */
export const slitherFigure: FigureRecord = {
  name: "slither",
  command: "npm run slither",
  stale: () => [],
  render: (read) => new Map([[document, withSection(read(document), "slither", renderAccepted(readAccepted()))]]),
};
