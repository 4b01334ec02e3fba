import {
  changeSnapshot,
  openSnapshot,
  SplitCharacterError,
  type Report,
  type Snapshot,
  type TextChange,
} from '../service/core.ts';

/** A report that the editor has open. */
export interface OpenDocument {
  readonly uri: string;
  snapshot: Snapshot;
  /**
   * Why the text here is no longer the editor's, if it is not: a change came out of order, cut a character in two or
   * could not be read.
   * Until the editor sends the whole text again nothing is answered from it.
   */
  lost: string | undefined;
}

/** The open reports. Knows texts and versions, and nothing of the connection. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  all(): Iterable<OpenDocument> {
    return this.#open.values();
  }

  open(uri: string, version: number, text: string): OpenDocument {
    const document: OpenDocument = { uri, snapshot: openSnapshot(uri, version, text), lost: undefined };
    this.#open.set(uri, document);
    return document;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /**
   * Makes the changes of a message all together or not at all; says what is wrong with them. `counted` turns the
   * client's columns into ours: those of a change are meant in the text that the one before it left.
   */
  change(
    uri: string,
    version: number,
    changes: readonly TextChange[],
    counted?: (change: TextChange, report: Report) => TextChange,
  ): string | undefined {
    const document = this.#open.get(uri);
    if (!document) return `change of ${uri}, which is not open`;
    const whole = changes.findLastIndex(change => !change.range);
    if (document.lost !== undefined && whole < 0) return undefined;
    if (version <= document.snapshot.version) {
      return (document.lost = `change to version ${version} of ${uri} after version ${document.snapshot.version}`);
    }
    try {
      const effective = changes.slice(Math.max(whole, 0));
      document.snapshot = counted
        ? effective.reduce(
            (snapshot, change) => changeSnapshot(snapshot, version, [counted(change, snapshot.report)]),
            document.snapshot,
          )
        : changeSnapshot(document.snapshot, version, effective);
      document.lost = undefined;
      return undefined;
    } catch (error) {
      // Whatever the reason, the editor has made the change: to go on from the text without it would be silently wrong.
      const why =
        error instanceof SplitCharacterError
          ? `would cut a character in two: ${error.message}`
          : `failed: ${told(error)}`;
      return (document.lost = `change to version ${version} of ${uri} ${why}`);
    }
  }
}

const told = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
