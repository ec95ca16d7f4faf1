/** The network as it is drawn: with sigma, in WebGL. */

import Graph from "graphology";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { colourOfType, STANDINGS, theme, type Theme } from "./colours.js";
import type { Corpus, Picture } from "./data.js";
import type { Left } from "./filters.js";
import { settle, spiral } from "./layout.js";
import { labelOf } from "./words.js";

export interface Choice {
  /** The IRI of an entity, or the IRIs of the two ends of a tie. */
  node?: string;
  ends?: [string, string];
}

/** Up to so many ties have their relation written on them, up to so many have an arrow, and so many stay on the move. */
const MOST_LABELLED = 120;
const MOST_ARROWS = 500;
const MOST_MOVED = 6000;

/** How wide ties are drawn in pixels: in one report, and the best reported. */
function widths(ties: number): [thin: number, wide: number] {
  return ties > MOST_MOVED ? [0.4, 1.5] : ties > MOST_ARROWS ? [0.7, 3] : [1.5, 7];
}

export class Drawing {
  private readonly graph = new Graph({ type: "undirected" });
  private readonly sigma: Sigma;
  private colours: Theme = theme();
  private chosen: Choice = {};
  private hovered: string | null = null;
  private readonly scheme = matchMedia("(prefers-color-scheme: dark)");
  private readonly onScheme = (): void => this.recolour();

  constructor(
    holder: HTMLElement,
    private readonly corpus: Corpus,
    choose: (choice: Choice) => void,
  ) {
    this.sigma = new Sigma(this.graph, holder, this.settings());
    this.sigma.on("clickNode", ({ node }) => choose({ node }));
    this.sigma.on("clickEdge", ({ edge }) => choose({ ends: this.graph.extremities(edge) as [string, string] }));
    this.sigma.on("clickStage", () => choose({}));
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(null));
    for (const [event, cursor] of [["enterNode", "pointer"], ["enterEdge", "pointer"], ["leaveNode", ""], ["leaveEdge", ""]] as const) {
      this.sigma.on(event, () => (holder.style.cursor = cursor));
    }
    this.scheme.addEventListener("change", this.onScheme);
  }

  /** Puts a picture in the place of the one before; entities that were there stay where they were. */
  draw(picture: Picture): void {
    const { places } = picture;
    const before = new Map(this.graph.mapNodes((node, at) => [node, { x: at.x as number, y: at.y as number }]));
    this.graph.clear();
    const most = Math.max(1, ...picture.shapes.map((shape) => shape.articles));
    picture.shapes.forEach((shape, number) => {
      const place = places?.[number];
      this.graph.addNode(shape.iri, {
        ...(place ? { x: place[0], y: place[1] } : (before.get(shape.iri) ?? spiral(number))),
        label: shape.label,
        size: sizeOf(shape.articles, most, picture.shapes.length),
        color: colourOfType(shape.type),
      });
    });
    if (places) return;
    for (const line of picture.lines) {
      const [one, other] = [picture.shapes[line.one]!.iri, picture.shapes[line.other]!.iri];
      this.graph.addEdge(one, other, { pull: 1 + Math.log2(1 + line.told.length) });
    }
    settle(this.graph);
  }

  /** Shows what a filter left of each line, by its place; entities without a tie are hidden, but for `always`. */
  show(picture: Picture, left: readonly (Left | null)[], always: string | null): void {
    const tied = new Set<string>(always ? [always] : []);
    const shown = left.filter((each) => each !== null);
    const most = Math.log2(shown.reduce((best, each) => Math.max(best, each.reports), 2));
    const [thin, wide] = widths(shown.length);
    this.graph.clearEdges();
    picture.lines.forEach((line, place) => {
      const found = left[place];
      if (!found) return;
      const [, name, forward, mutual] = found.told[0]!;
      const ends = [picture.shapes[line.one]!.iri, picture.shapes[line.other]!.iri] as const;
      const [source, target] = forward ? ends : [ends[1], ends[0]];
      this.graph.addEdge(source, target, {
        type: mutual || shown.length > MOST_ARROWS ? "line" : "arrow",
        size: thin + (wide - thin) * (Math.log2(found.reports) / most),
        standing: firmest(found),
        label: shown.length <= MOST_LABELLED ? labelOf(this.corpus, name) : "",
      });
      tied.add(source).add(target);
    });
    this.graph.updateEachNodeAttributes((node, at) => ({ ...at, hidden: !tied.has(node) }));
    this.recolour();
  }

  /** Points out an entity or a tie. */
  choose(choice: Choice): void {
    this.chosen = choice;
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Brings the whole picture into view. */
  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: 200 });
  }

  zoom(closer: boolean): void {
    const camera = this.sigma.getCamera();
    void (closer ? camera.animatedZoom({ duration: 150 }) : camera.animatedUnzoom({ duration: 150 }));
  }

  /** The picture as it is seen, on its ground. */
  async asPng(): Promise<Blob> {
    this.sigma.refresh();
    const layers = Object.values(this.sigma.getCanvases());
    const { width, height } = layers[0]!;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d")!;
    context.fillStyle = this.colours.ground;
    context.fillRect(0, 0, width, height);
    for (const layer of layers) if (layer.width) context.drawImage(layer, 0, 0, width, height);
    return canvas.convertToBlob({ type: "image/png" });
  }

  /** Where an entity stands, and how large it is; in the units of the drawing. */
  placeOf(iri: string): { x: number; y: number; size: number } {
    const { x, y, size } = this.graph.getNodeAttributes(iri) as { x: number; y: number; size: number };
    return { x, y, size };
  }

  close(): void {
    this.scheme.removeEventListener("change", this.onScheme);
    this.sigma.kill();
  }

  private hover(node: string | null): void {
    this.hovered = node;
    this.sigma.refresh({ skipIndexation: true });
  }

  private recolour(): void {
    this.colours = theme();
    this.sigma.setSettings(this.settings());
    this.sigma.refresh();
  }

  private settings(): Partial<Settings> {
    const colours = this.colours;
    return {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      renderEdgeLabels: true,
      labelColor: { color: colours.label },
      edgeLabelColor: { color: colours.label },
      labelFont: "system-ui, sans-serif",
      edgeLabelFont: "system-ui, sans-serif",
      labelSize: 13,
      edgeLabelSize: 11,
      labelDensity: 0.7,
      labelRenderedSizeThreshold: 5,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      minEdgeThickness: 0.4,
      hideEdgesOnMove: this.graph.size > MOST_MOVED,
      stagePadding: 90,
      zIndex: true,
      defaultDrawNodeHover: (context, data, settings) => drawHover(context, data, settings, colours),
      nodeReducer: (node, at) => this.nodeAsSeen(node, at),
      edgeReducer: (edge, at) => this.edgeAsSeen(edge, at),
    };
  }

  /** The entity that is looked at: under the pointer, else chosen. */
  private get centre(): string | null {
    const node = this.hovered ?? this.chosen.node ?? null;
    return node && this.graph.hasNode(node) ? node : null;
  }

  private nodeAsSeen(node: string, at: Record<string, unknown>): Partial<NodeDisplayData> {
    const centre = this.centre;
    const isEnd = this.chosen.ends?.includes(node) ?? false;
    if (node === centre || isEnd) return { ...at, highlighted: true, forceLabel: true, zIndex: 2 };
    if (centre && !this.isTied(node, centre)) return { ...at, color: this.colours.muted, label: null, zIndex: 0 };
    return { ...at, zIndex: 1 };
  }

  private edgeAsSeen(edge: string, at: Record<string, unknown>): Record<string, unknown> {
    const [one, other] = this.graph.extremities(edge);
    const colour = this.colours.standing[at.standing as string] ?? this.colours.muted;
    const ends = this.chosen.ends;
    if (ends?.includes(one) && ends.includes(other)) return { ...at, color: colour, size: (at.size as number) + 3, zIndex: 3 };
    const centre = this.centre;
    if (centre && one !== centre && other !== centre) return { ...at, color: this.colours.muted, label: "", zIndex: 0 };
    return { ...at, color: colour, zIndex: 1 };
  }

  private isTied(one: string, other: string): boolean {
    return this.graph.hasEdge(one, other);
  }
}

function firmest(left: Left): string {
  const found = new Set(left.told.map((told) => told[4]));
  return STANDINGS.find((standing) => found.has(standing)) ?? "";
}

/** A radius in pixels, its square growing with the number of articles. */
function sizeOf(articles: number, most: number, shapes: number): number {
  const [least, largest] = shapes > 2000 ? [1.5, 12] : shapes > 100 ? [3, 14] : [5, 20];
  return least + (largest - least) * Math.sqrt(articles / most);
}

function drawHover(
  context: CanvasRenderingContext2D,
  data: PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">,
  settings: Settings,
  colours: Theme,
): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
  context.strokeStyle = colours.label;
  context.lineWidth = 2;
  context.stroke();
  if (!data.label) return;
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
  const width = context.measureText(data.label).width + 12;
  const [left, top] = [data.x + data.size + 6, data.y - settings.labelSize / 2 - 5];
  context.fillStyle = colours.ground;
  context.strokeStyle = colours.muted;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, top, width, settings.labelSize + 10, 4);
  context.fill();
  context.stroke();
  context.fillStyle = colours.label;
  context.fillText(data.label, left + 6, data.y + settings.labelSize / 3);
}
