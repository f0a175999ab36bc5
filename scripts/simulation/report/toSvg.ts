import { parse, View } from "vega";
import { compile } from "vega-lite";
import type { Chart } from "./charts";

/** A chart as SVG, with what it shows as its title. */
export async function toSvg({ title, spec }: Chart): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg.replace(/(<svg[^>]*)>/, `$1 role="img"><title>${title}</title>`);
}
