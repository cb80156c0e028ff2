import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Sum } from "#app/components/ui/sum.tsx";
import { type Targets, timedSteps, type TimedStep } from "#app/domain/clocks/clock.ts";
import { SetClockTarget } from "#app/domain/clocks/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which step's form was sent, and what is wrong with it. */
export interface TargetAnswer {
  step: string;
  errors: FormErrors;
}

/** How many hours each step is given; with `editable`, a form for each. */
export function ClockTargets(props: {
  organizationId: string;
  targets: Targets;
  editable: boolean;
  answer: TargetAnswer | undefined;
  requestId: string;
}) {
  const { steps, targets: words } = useMessages().clocks;
  const { targets, editable, answer } = props;
  const toRoad = timedSteps.filter((step) => step !== "receipt");
  return (
    <Panel id="targets" title={words.title} padded>
      <div className="grid gap-4">
        <p className="text-small text-ink-2">{words.text}</p>
        <Sum
          label={words.sum}
          rows={toRoad.map((step, index) => ({
            label: steps[step],
            value: BigInt(targets[step]),
            ...(index > 0 && { op: "+" as const }),
          }))}
          total={{
            label: words.sum,
            value: toRoad.reduce((sum, step) => sum + BigInt(targets[step]), 0n),
          }}
          measure={{ kind: "quantity", unit: words.hours }}
        />
        {editable &&
          timedSteps.map((step) => (
            <TargetForm
              key={step}
              {...props}
              step={step}
              hours={targets[step]}
              errors={answer?.step === step ? answer.errors : undefined}
            />
          ))}
      </div>
    </Panel>
  );
}

function TargetForm(props: {
  organizationId: string;
  step: TimedStep;
  hours: number;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { steps, targets: words } = useMessages().clocks;
  const { organizationId, step, hours, errors, requestId } = props;
  const form = useVerbForm({
    schema: SetClockTarget,
    errors,
    labels: { hours: steps[step] },
    defaults: { hours: `${hours}` },
    requestId,
  });
  return (
    <VerbForm form={form} id={`target-${step}`} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="intent" value="target" />
      <input type="hidden" name="organizationId" value={organizationId} />
      <input type="hidden" name="step" value={step} />
      <NumberField name="hours" unit={words.hours} />
      <SubmitButton tone="plain">
        {words.save}
        <span className="sr-only"> {steps[step]}</span>
      </SubmitButton>
    </VerbForm>
  );
}
