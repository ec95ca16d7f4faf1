/** Where entities stand in a picture: ForceAtlas2 (Jacomy and others 2014) from a spiral, the same each time. */

import type Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Steps that settle a picture of this many nodes in well under a second. */
const MOST_STEPS = 400;
const STEPS_TIMES_NODES = 60_000;

/** A place for the entity of this number: the first in the middle, the others around it. */
export function spiral(number: number): { x: number; y: number } {
  const radius = 10 * Math.sqrt(number);
  return { x: radius * Math.cos(number * GOLDEN_ANGLE), y: radius * Math.sin(number * GOLDEN_ANGLE) };
}

/** Moves the nodes of a graph to where their ties pull them. */
export function settle(graph: Graph): void {
  if (graph.order < 2) return;
  const steps = Math.max(60, Math.min(MOST_STEPS, Math.round(STEPS_TIMES_NODES / graph.order)));
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order > 300,
    gravity: 1,
    scalingRatio: 15,
    slowDown: 3,
  };
  // nodes first pass over each other, so that the net untangles, then make room for each other
  forceAtlas2.assign(graph, { iterations: steps, getEdgeWeight: "pull", settings });
  forceAtlas2.assign(graph, { iterations: Math.round(steps / 5), getEdgeWeight: "pull", settings: { ...settings, adjustSizes: true } });
}
