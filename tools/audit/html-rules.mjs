// Rules of html-validate that are not about validity, each with why it is off.
export const rules = {
  // either spelling is valid
  "doctype-style": "off",
  // `<input/>` and `<input>` are the same element
  "void-style": "off",
  // we write attributes without a value as `disabled=""`: valid, and the same
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  // machines wrote these lines
  "no-trailing-whitespace": "off",
  "long-title": "off",
  // ids and class names are ours to choose, and attributes may be quoted either way
  "attr-quotes": "off",
  // a combobox with pictures and groups (ARIA practices: list autocomplete); no native element can be one
  "prefer-native-element": ["error", { exclude: ["listbox"] }],
};
