// The host configuration with which Teams renders cards, after the samples of microsoft/AdaptiveCards (MIT). Colours
// are custom properties of cards.css, so that one rendering serves both themes; some differ from Teams' samples
// because those lack contrast.
const colour = (name) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` });

const foregroundColors = Object.fromEntries(
  ["default", "dark", "light", "accent", "good", "warning", "attention"].map((name) => [name, colour(name)]),
);

const container = (name) => ({
  foregroundColors,
  backgroundColor: `var(--card-${name}-background)`,
  borderColor: `var(--card-${name}-border)`,
});

const font = (fontFamily) => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
});

export const hostConfig = {
  choiceSetInputValueSeparator: ",",
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--card-separator)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  fontTypes: { default: font("var(--font)"), monospace: font("var(--font-mono)") },
  textStyles: {
    heading: { fontType: "default", size: "large", weight: "bolder", color: "default", isSubtle: false },
  },
  textBlock: { headingLevel: 3 },
  containerStyles: {
    default: container("container"),
    emphasis: container("emphasis"),
    accent: container("accent-container"),
    good: container("good-container"),
    attention: container("attention-container"),
    warning: container("warning-container"),
  },
  actions: {
    maxActions: 6,
    spacing: "Default",
    buttonSpacing: 8,
    showCard: { actionMode: "Inline", inlineTopMargin: 16, style: "emphasis" },
    preExpandSingleShowCardAction: false,
    actionsOrientation: "Horizontal",
    actionAlignment: "Left",
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: "Medium", maxImageHeight: 100 },
  factSet: {
    title: { size: "Default", color: "Default", isSubtle: false, weight: "Bolder", wrap: true, maxWidth: 150 },
    value: { size: "Default", color: "Default", isSubtle: false, weight: "Default", wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: "Small",
      requiredInputs: { weight: "Bolder", suffix: " *", suffixColor: "Attention" },
      optionalInputs: { weight: "Bolder" },
    },
    errorMessage: { color: "Attention", spacing: "Small", weight: "Default" },
  },
};
