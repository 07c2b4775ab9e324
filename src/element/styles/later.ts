// What a page needs no styles for before somebody compresses something.
import { messageStyles } from "./messages.ts";
import { previewStyles } from "./preview.ts";

export const laterStyles = messageStyles + previewStyles;
