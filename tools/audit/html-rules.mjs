// Rules of html-validate that are not about validity, each with why it is off.
export const rules = {
  // Leptos writes `<!DOCTYPE html>` or `<!doctype html>` as the source has it: both are valid
  "doctype-style": "off",
  // `<input/>` and `<input>` are the same element
  "void-style": "off",
  // Leptos writes attributes without a value as `disabled=""`: valid, and the same
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  // machines wrote these lines
  "no-trailing-whitespace": "off",
  "long-title": "off",
  // ids and class names are ours to choose, and attributes may be quoted either way
  "attr-quotes": "off",
};
