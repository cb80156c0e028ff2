import { useId } from "react";
import { flowLayout, type FlowLink, type PlacedNode } from "./flow-layout.ts";

const WIDTH = 1100;
const TOP = 34;
const HEIGHT = 436;
const COLUMNS = [150, 520, 918];
const NODE = 12;

export interface FlowColumn {
  head: string;
  nodes: { id: string; label: string; amount: string; tone?: "left" }[];
}

/**
 * Where things come from, what they are and where they go, as bands as wide as they are worth. Three columns; `describe`
 * says a band in words. A table beside it has the figures.
 */
export function FlowChart(props: {
  title: string;
  description: string;
  columns: [FlowColumn, FlowColumn, FlowColumn];
  links: FlowLink[];
  describe(link: FlowLink): string;
}) {
  const id = useId();
  const { columns } = props;
  const labels = new Map(columns.flatMap(({ nodes }) => nodes.map((node) => [node.id, node])));
  const layout = flowLayout(
    columns.map(({ nodes }) => nodes.map((node) => node.id)),
    props.links,
    { height: HEIGHT, gap: 26 },
  );
  const columnOf = new Map(layout.nodes.map((node) => [node.id, node.column]));

  return (
    <svg
      className="fig"
      viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 30}`}
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{props.title}</title>
      <desc id={`${id}d`}>{props.description}</desc>
      {columns.map(({ head }, column) => (
        <text key={head} className="big" x={headX(column)} y={16} textAnchor={anchors[column]}>
          {head}
        </text>
      ))}
      {layout.links.map((link) => {
        const column = columnOf.get(link.from) ?? 0;
        const [x0, x1] = [(COLUMNS[column] ?? 0) + NODE, COLUMNS[column + 1] ?? WIDTH];
        const middle = (x0 + x1) / 2;
        const tone =
          column === 0 ? "stroke-in" : labels.get(link.to)?.tone ? "stroke-remaining" : "stroke-out";
        return (
          <path
            key={`${link.from}/${link.to}`}
            className={tone}
            d={`M${x0} ${at(link.y0)}C${middle} ${at(link.y0)} ${middle} ${at(link.y1)} ${x1} ${at(link.y1)}`}
            fill="none"
            strokeOpacity={0.24}
            strokeWidth={Math.max(1, link.width).toFixed(1)}
          >
            <title>{props.describe(link)}</title>
          </path>
        );
      })}
      {layout.nodes.map((node) => {
        const label = labels.get(node.id);
        return label && <Node key={node.id} node={node} label={label} />;
      })}
    </svg>
  );
}

const anchors = ["end", "middle", "start"] as const;
const headX = (column: number): number => [162, 526, 918][column] ?? 0;
const at = (y: number): string => (TOP + y).toFixed(1);

function Node({ node, label }: { node: PlacedNode; label: FlowColumn["nodes"][number] }) {
  const x = COLUMNS[node.column] ?? 0;
  const middle = TOP + node.y + node.height / 2;
  const fill =
    node.column === 1 || label.tone ? "fill-remaining" : node.column === 0 ? "fill-in" : "fill-out";
  return (
    <>
      <rect className={fill} x={x} y={at(node.y)} width={NODE} height={Math.max(2, node.height).toFixed(1)} />
      {node.column === 1 ? (
        <text x={x + 20} y={middle + 5} className="paint-under">
          {label.label} <tspan className="dim">{label.amount}</tspan>
        </text>
      ) : (
        <text x={node.column === 0 ? x - 10 : x + 22} y={middle} textAnchor={anchors[node.column]}>
          {label.label}
          <tspan className="dim" x={node.column === 0 ? x - 10 : x + 22} dy={18}>
            {label.amount}
          </tspan>
        </text>
      )}
    </>
  );
}
