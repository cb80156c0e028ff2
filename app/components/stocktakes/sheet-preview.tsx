import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { packOf } from "#app/components/stock/lot-facts.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { SheetProblem } from "#app/domain/stocktakes/parse-sheet.ts";
import type { SheetPreview as Preview } from "#app/domain/stocktakes/preview-sheet.server.ts";
import { binsText, StoreSheetForm } from "#app/domain/stocktakes/sheet-form.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What a filled sheet says: what must be changed first, or what will be stored. */
export function SheetPreview(props: { stocktakeId: string; preview: Preview; requestId: string }) {
  const { preview } = props;
  const { upload: words } = useMessages().stocktakes;
  if (preview.problems.length > 0) return <Problems problems={preview.problems} />;
  const lots = preview.bins.reduce((sum, bin) => sum + bin.lots.length, 0);
  return (
    <>
      {preview.skipped.length > 0 && <Skipped skipped={preview.skipped} />}
      <Panel title={words.found(preview.bins.length, lots)}>
        <PreviewTable bins={preview.bins} />
        <div className="inside">{preview.bins.length > 0 ? <StoreForm {...props} /> : words.readNone}</div>
      </Panel>
    </>
  );
}

function Problems({ problems }: { problems: SheetProblem[] }) {
  const { upload: words } = useMessages().stocktakes;
  return (
    <>
      <Note tone="bad" live>
        {words.problems(problems.length)}
      </Note>
      <Panel title={words.what}>
        <Ledger
          narrow
          caption={words.what}
          captionHidden
          columns={[{ label: words.rowHead }, { label: words.what }]}
        >
          {problems.map(({ row, code, text }, i) => (
            <tr key={i} className="wrong">
              <th scope="row" className="whitespace-nowrap">
                {row === 0 ? words.whole : words.row(row)}
              </th>
              <td>{words.codes[code](text)}</td>
            </tr>
          ))}
        </Ledger>
      </Panel>
    </>
  );
}

function Skipped({ skipped }: { skipped: Preview["skipped"] }) {
  const { upload: words } = useMessages().stocktakes;
  return (
    <Note tone="warn">
      {words.skipped}
      <ul>
        {skipped.map(({ bin, why }) => (
          <li key={bin}>
            <b>{bin}</b> {words.why[why]}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function PreviewTable({ bins }: { bins: Preview["bins"] }) {
  const { upload: words } = useMessages().stocktakes;
  return (
    <Ledger
      narrow
      caption={words.title}
      captionHidden
      columns={[{ label: words.columns.bin }, { label: words.columns.lots }]}
    >
      {bins.map(({ accountId, bin, lots, blank }) => (
        <tr key={accountId}>
          <th scope="row">{bin}</th>
          <td>
            {lots.map((lot) => (
              <div key={lot.assetId}>
                {lot.item} <Pack quantity={lot.counted} unit={lot.unit} pack={packOf(lot)} />
              </div>
            ))}
            {lots.length === 0 && words.nothing}
            {blank > 0 && <small>{words.blank(blank)}</small>}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

/** Sends back what was read and looked at. */
function StoreForm(props: { stocktakeId: string; preview: Preview; requestId: string }) {
  const { upload: words } = useMessages().stocktakes;
  const form = useVerbForm({ schema: StoreSheetForm, requestId: props.requestId });
  return (
    <VerbForm form={form} id="store" className="grid gap-3">
      <input type="hidden" name="stocktakeId" value={props.stocktakeId} />
      <input type="hidden" name="bins" value={binsText(props.preview)} />
      <div>
        <SubmitButton name="intent" value="store">
          {words.store(props.preview.bins.length)}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}
