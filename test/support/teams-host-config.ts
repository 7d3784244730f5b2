const SIZES = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };

export type Theme = "light" | "dark" | "contrast";

interface Palette {
  page: string;
  card: string;
  border: string;
  line: string;
  text: string;
  subtle: string;
  good: string;
  /** Text in the color “good”. */
  goodText: string;
  attention: string;
  accent: string;
  /** The background of destructive buttons, and text in the color “attention”. */
  danger: string;
  brand: string;
  onBrand: string;
}

/** Fluent 2's color tokens, which Teams uses for cards. */
export const PALETTES: Record<Theme, Palette> = {
  light: {
    page: "#f5f5f5",
    card: "#ffffff",
    border: "#d1d1d1",
    line: "#e0e0e0",
    text: "#242424",
    subtle: "#616161",
    good: "#f1faf1",
    goodText: "#0e700e",
    attention: "#fdf3f4",
    accent: "#ebf3fc",
    danger: "#c50f1f",
    brand: "#5b5fc7",
    onBrand: "#ffffff",
  },
  dark: {
    page: "#1f1f1f",
    card: "#292929",
    border: "#666666",
    line: "#525252",
    text: "#ffffff",
    subtle: "#adadad",
    good: "#052505",
    goodText: "#54b054",
    attention: "#3b0509",
    accent: "#082338",
    danger: "#dc626d",
    brand: "#7f85f5",
    onBrand: "#000000",
  },
  contrast: {
    page: "#000000",
    card: "#000000",
    border: "#ffffff",
    line: "#ffffff",
    text: "#ffffff",
    subtle: "#ffffff",
    good: "#000000",
    goodText: "#3ff23f",
    attention: "#000000",
    accent: "#000000",
    danger: "#ff7a85",
    brand: "#1aebff",
    onBrand: "#000000",
  },
};

/** Sizes, spacing and limits as in the Teams host of Microsoft's card designer. */
export function toTeamsHostConfig(theme: Theme) {
  const palette = PALETTES[theme];
  const color = { default: palette.text, subtle: palette.subtle };
  const toColor = (text: string) => ({ default: text, subtle: text });
  const foregroundColors = {
    default: color,
    dark: color,
    light: color,
    accent: toColor(palette.brand),
    good: toColor(palette.goodText),
    warning: color,
    attention: toColor(palette.danger),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'Liberation Sans', 'Noto Sans CJK JP', sans-serif",
    fontSizes: SIZES,
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    inputs: { label: { inputSpacing: "small", optionalInputs: {} } },
    supportsInteractivity: true,
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      spacing: "default",
    },
    containerStyles: {
      default: style(palette.card),
      good: style(palette.good),
      attention: style(palette.attention),
      accent: style(palette.accent),
    },
  };
}
