import { lossReasons } from "#db/vocabulary";
import { CheckField } from "#app/components/fields/check-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { RowSelect } from "#app/components/fields/row-field.tsx";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { ApproveForm as Schema } from "#app/domain/stocktakes/approve-form.ts";
import type { StocktakeProgress } from "#app/domain/stocktakes/get.server.ts";
import type { DifferenceLine } from "#app/domain/stocktakes/list-differences.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { DifferenceTable } from "./difference-table.tsx";

/**
 * Settles a stocktake: a reason for each difference, or one for the rest. Whoever counted gives the reason why they
 * approve it too, and in a blind count settles all lines alike without seeing them (`lines` is null).
 */
export function ApproveForm(props: {
  stocktake: StocktakeProgress;
  lines: DifferenceLine[] | null;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { stocktake, lines, errors, requestId } = props;
  const { approve: words, detail, dock } = useMessages().stocktakes;
  const labels = {
    restReason: words.rest,
    restRemark: words.restRemark,
    overrideReason: words.override,
    leaveOut: words.leaveOut(stocktake.places.length - stocktake.counted),
  };
  const form = useVerbForm({ schema: Schema, errors, labels, requestId });
  const choices = lossReasons.map((reason) => ({ value: reason, label: words.reasons[reason] }));
  const uncounted = stocktake.places.length - stocktake.counted;
  const settles = lines === null || lines.length > 0;
  return (
    <VerbForm form={form} id="approve" className="grid gap-4">
      <input type="hidden" name="stocktakeId" value={stocktake.id} />
      <input type="hidden" name="rounds" value={stocktake.rounds} />
      {lines === null ? (
        <Note tone="warn">{words.counterNote}</Note>
      ) : (
        <Panel title={detail.differences}>
          <DifferenceTable
            lines={lines}
            today={props.today}
            empty={<Empty title={words.none}>{words.noneHow}</Empty>}
            reason={(line) => {
              const row = `reasons.at${line.accountId}lot${line.assetId}`;
              const bin = line.bin ?? dock;
              return (
                <div className="grid min-w-48 gap-1">
                  <RowSelect
                    name={`${row}.reason`}
                    label={words.reasonOf(line.item, bin)}
                    blank={words.asRest}
                    choices={choices}
                  />
                  <TextField
                    name={`${row}.remark`}
                    label={words.columns.remark}
                    className="text-small"
                    optional
                  />
                </div>
              );
            }}
          />
        </Panel>
      )}
      <div className="grid max-w-xl gap-4">
        {settles && (
          <>
            <SelectField name="restReason" blank={words.chooseRest} choices={choices} />
            <TextField name="restRemark" optional />
          </>
        )}
        {uncounted > 0 && <CheckField name="leaveOut" hint={words.uncounted(uncounted)} />}
        {stocktake.counter && <TextField name="overrideReason" hint={words.overrideHint} />}
        {settles && <p className="text-small text-ink-2">{words.explain}</p>}
        <div>
          <SubmitButton>{settles ? words.submit : words.submitNone}</SubmitButton>
        </div>
      </div>
    </VerbForm>
  );
}
