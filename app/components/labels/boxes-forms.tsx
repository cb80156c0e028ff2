import { placeName } from "#app/components/boxes/place-name.ts";
import { Form } from "#app/components/layout/router.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { BoxesChoice, PlaceChoice } from "#app/domain/labels/choices.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Three ways to name boxes. They ask for a page and change nothing, so each is a plain GET form. */
export function BoxesForms(props: { consignments: BoxesChoice[]; places: PlaceChoice[] }) {
  const { labels, boxes } = useMessages();
  const { boxes: words } = labels;
  const places = props.places.map((place) => ({
    value: place.id,
    label: words.choice(placeName(place, boxes.places), place.boxes),
  }));
  const consignments = props.consignments.map((consignment) => ({
    value: consignment.id,
    label: words.choice(consignment.name, consignment.boxes),
  }));
  return (
    <div className="grid max-w-2xl gap-6">
      {props.places.length > 0 && (
        <Choose>
          <SelectField name="place" label={words.place} blank={false} choices={places} />
        </Choose>
      )}
      {props.consignments.length > 0 && (
        <Choose>
          <SelectField name="consignment" label={words.consignment} blank={false} choices={consignments} />
        </Choose>
      )}
      <Choose>
        <TextArea name="codes" label={words.codes} hint={words.codesHint} />
      </Choose>
    </div>
  );
}

function Choose({ children }: { children: React.ReactNode }) {
  const { boxes: words } = useMessages().labels;
  return (
    <Form method="get" action="/desk/labels/print" className="grid gap-2">
      {children}
      <div>
        <Button>{words.submit}</Button>
      </div>
    </Form>
  );
}
