import type { ReactElement } from "react";
import { estimatedWidth } from "#app/domain/labels/arrange.ts";
import { type Face, type FittedLine, Surface } from "#app/domain/labels/surface.ts";

const POINT = 25.4 / 72;

/** A label as elements of an SVG whose unit is the millimetre. Widths are estimates that no common font exceeds. */
export class Picture extends Surface<{ size: number; path: string }> {
  readonly elements: ReactElement[] = [];

  block(x: number, y: number, width: number, height: number): void {
    this.elements.push(<rect key={this.elements.length} x={x} y={y} width={width} height={height} />);
  }

  protected modules(symbol: { path: string }, x: number, y: number, module: number): void {
    this.elements.push(
      <path
        key={this.elements.length}
        d={symbol.path}
        transform={`translate(${x} ${y}) scale(${module})`}
        shapeRendering="crispEdges"
      />,
    );
  }

  protected show({ text, x, baseline, face, size, align, colour }: FittedLine): void {
    this.elements.push(
      <text
        key={this.elements.length}
        x={x}
        y={baseline}
        fontSize={size * POINT}
        fontWeight={face === "bold" ? 700 : 400}
        textAnchor={align === "right" ? "end" : undefined}
        fill={colour === "white" ? "#fff" : undefined}
      >
        {text}
      </text>,
    );
  }

  protected widthOf(text: string, _face: Face, size: number): number {
    return estimatedWidth(text, size);
  }
}
