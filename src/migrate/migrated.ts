import { openDocuments, type Workspace } from "../model/document.ts";
import { encode } from "../syntax/decode.ts";
import { applyEdits, type Fix } from "../text/edit.ts";

/** The files after a fix. */
export function migrated(workspace: Workspace, { edits }: Fix): Workspace {
  return openDocuments(workspace.documents.map((document) => {
    const own = edits.filter(({ span }) => span.path === document.path);
    if (own.length === 0) return document;
    return {
      path: document.path,
      kind: document.kind,
      bytes: encode(applyEdits(document.text, own), document.encoding),
    };
  }));
}
