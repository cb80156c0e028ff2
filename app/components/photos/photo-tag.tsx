import { Eye, EyeOff, Lock } from "lucide-react";
import { Tag } from "#app/components/ui/tag.tsx";
import type { Photo } from "#app/domain/photos/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Whether everybody sees it, nobody outside does, or somebody is still to look. */
export function PhotoTag({ photo }: { photo: Pick<Photo, "redactions" | "publicFile"> }) {
  const { state } = useMessages().photos;
  if (photo.publicFile !== null) {
    return (
      <Tag tone="ok" icon={Eye}>
        {state.public}
      </Tag>
    );
  }
  if (photo.redactions !== null) return <Tag icon={Lock}>{state.inside}</Tag>;
  return (
    <Tag tone="edge" icon={EyeOff}>
      {state.waiting}
    </Tag>
  );
}
