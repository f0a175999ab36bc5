import { deepFigure } from "../deep/figure";
import { mutationFigure } from "../mutation/figure";
import { proofsFigure } from "../prove/figure";
import { simulationFigure } from "../simulation/figure";
import { slitherFigure } from "../slither/figure";
import { statementsFigure } from "../statements/figure";
import type { FigureRecord } from "./FigureRecord";

/** Every record, in the order in which the documents are written. */
export const records: readonly FigureRecord[] = [
  slitherFigure,
  proofsFigure,
  deepFigure,
  simulationFigure,
  mutationFigure,
  statementsFigure,
];
