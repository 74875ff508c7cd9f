/** Text size of a drawing in CSS pixels; drawings are shown at their own size. */
export const DIAGRAM_TEXT = 15

/** Widest viewBox, in CSS pixels, of a figure in the text column and of one marked `wide`. */
export const DIAGRAM_WIDTH = { column: 672, wide: 992 } as const

const FONT = '"Plex", "Plex Hangul", sans-serif'

/**
 * What Mermaid is given for every drawing; part of each drawing's key.
 *
 * `tidy` is raised by hand whenever the tidying changes what is written.
 */
export const diagramConfig = {
  tidy: 3,
  // ELK leaves the crow's feet of an entity diagram no room before a bend.
  layouts: { flowchart: 'elk', sequence: 'elk', state: 'elk', class: 'elk', er: 'dagre' },
  mermaid: {
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'base',
    // `base` alone would choose the look `neo`, with shadows and gradients.
    look: 'classic',
    elk: { forceNodeModelOrder: true },
    // Even the classic look draws stadiums and cylinders with a random hand.
    handDrawnSeed: 1,
    deterministicIds: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false, curve: 'linear', wrappingWidth: 220 },
    class: { htmlLabels: false, hideEmptyMembersBox: true },
    er: { fontSize: DIAGRAM_TEXT, minEntityHeight: 44, entityPadding: 12 },
    sequence: {
      mirrorActors: false,
      actorFontFamily: FONT,
      messageFontFamily: FONT,
      noteFontFamily: FONT,
      height: 44,
      width: 120,
      actorMargin: 40,
      messageMargin: 34,
      boxMargin: 12,
    },
    fontFamily: FONT,
    // Wins over the sizes of `sequence`.
    fontSize: DIAGRAM_TEXT,
    themeVariables: { fontFamily: FONT, fontSize: `${DIAGRAM_TEXT}px` },
  },
} as const
