/** The name under which a sealed preview goes along in the data of buttons. */
export const PREVIEW_DATA = "preview";
