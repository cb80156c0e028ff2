import { useId } from "react";
import { roundMarks } from "./axis.ts";

const LEFT = 58;
const RIGHT = 338;
const TOP = 14;
const BOTTOM = 246;

export interface LinesPoint {
  /** Days on a common count. */
  day: number;
  came: number;
  went: number;
}

/**
 * What came (a full line) and what went (dashed) over time; the area between is what is at hand. Server-drawn; a table
 * beside it has the figures.
 */
export function TwoLines(props: {
  title: string;
  description: string;
  points: LinesPoint[];
  dates: { day: number; label: string }[];
  came: { label: string; amount: string };
  /** `note` says that its line is the dashed one. */
  went: { label: string; amount: string; note: string };
  mark(value: number): string;
}) {
  const id = useId();
  const { points } = props;
  const marks = roundMarks(Math.max(...points.map(({ came, went }) => Math.max(came, went))));
  const top = marks.at(-1) ?? 1;
  const first = points[0]?.day ?? 0;
  const span = Math.max(1, (points.at(-1)?.day ?? 0) - first);
  const x = (day: number) => LEFT + ((day - first) / span) * (RIGHT - LEFT);
  const y = (value: number) => BOTTOM - (value / top) * (BOTTOM - TOP);
  const line = (of: "came" | "went") =>
    points.map((point) => `${x(point.day).toFixed(1)},${y(point[of]).toFixed(1)}`);
  const last = points.at(-1);
  const ends = last ? apart(y(last.came), y(last.went)) : [TOP, TOP];

  return (
    <svg
      className="fig chart"
      viewBox="0 0 450 280"
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{props.title}</title>
      <desc id={`${id}d`}>{props.description}</desc>
      {marks.map((mark) => (
        <g key={mark}>
          <path className="stroke-line" d={`M${LEFT} ${y(mark)}H${RIGHT}`} />
          <text className="dim" x={LEFT - 8} y={y(mark) + 4} textAnchor="end">
            {props.mark(mark)}
          </text>
        </g>
      ))}
      {props.dates.map(({ day, label }, i) => (
        <text
          key={day}
          className="dim"
          x={x(day)}
          y={270}
          textAnchor={i === 0 ? "start" : i === props.dates.length - 1 ? "end" : "middle"}
        >
          {label}
        </text>
      ))}
      <polygon
        className="fill-in"
        opacity={0.08}
        points={[...line("came"), ...line("went").reverse()].join(" ")}
      />
      <polyline className="stroke-in" fill="none" strokeWidth={2.5} points={line("came").join(" ")} />
      <polyline
        className="stroke-out"
        fill="none"
        strokeWidth={2.5}
        strokeDasharray="7 4"
        points={line("went").join(" ")}
      />
      <End y={ends[0]} tone="fill-in" {...props.came} />
      <End y={ends[1]} tone="fill-out" {...props.went} />
    </svg>
  );
}

function End({
  y,
  tone,
  label,
  amount,
  note,
}: {
  y: number | undefined;
  tone: string;
  label: string;
  amount: string;
  note?: string;
}) {
  return (
    <>
      <text className={`big ${tone}`} x={RIGHT + 10} y={y}>
        {label}
      </text>
      <text className="dim" x={RIGHT + 10} y={(y ?? 0) + 17}>
        {amount}
      </text>
      {note && (
        <text className="dim" x={RIGHT + 10} y={(y ?? 0) + 34}>
          {note}
        </text>
      )}
    </>
  );
}

/** Two labels of two and three lines must not stand on one another. */
function apart(came: number, went: number): [number, number] {
  const space = 44;
  const low = Math.min(Math.max(went, came + space), BOTTOM - 28);
  return came <= went
    ? [Math.min(came, low - space), low]
    : [came, Math.max(TOP, Math.min(went, came - space - 17))];
}
