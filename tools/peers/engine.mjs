// The engines, each set up as its documentation recommends for a catalogue typed into on a phone.
// In: the bytes of its data. Out: `parse(bytes)`, then `index(parsed)`, then `search({ text, picks, filters })` with the
// same answer from each: { total, ids (24), facets }. `reader` is ours without its search, to take away from it.
import { Shelf } from "./facet.mjs";

const LIMIT = 24;
const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
const text = (doc) =>
  [doc.name, doc.en, doc.producer, doc.commune, doc.former, doc.district, doc.groups, doc.terms, doc.description].join(" ");

async function wasm(name) {
  const module = await import(`/engine/${name}.js`);
  const { memory } = await module.default();
  return {
    data: "list.json",
    module,
    parse: (bytes) => bytes,
    index: (bytes) => module.load(bytes),
    search: (query) => module.search(query.text, query.filters, LIMIT),
    memory: () => memory.buffer.byteLength,
  };
}

// README, "Charset Collection", "Tokenizer", "Fuzzy-Search", "Suggestions", "Resolution": diacritics folded, beginnings
// of words, suggestions where nothing matches whole, 2 · ⌊√80 words⌋ scoring slots. One Index over all fields, not a
// Document, in which a query over two fields finds nothing. The encoders that hear sounds (LatinBalance and on) were
// tried: slower and worse here, since they hear no Vietnamese ones. đ is not among the letters that Unicode takes apart.
async function flexsearch() {
  const { Index, Encoder, Charset } = await import("/npm/flexsearch/dist/flexsearch.bundle.module.min.mjs");
  const encoder = new Encoder(Charset.Normalize, { prepare: (s) => s.replaceAll("đ", "d") });
  const flex = new Index({ tokenize: "forward", resolution: 16, encoder });
  const self = {
    data: "docs.json",
    parse: json,
    index(docs) {
      self.shelf = new Shelf(docs);
      docs.forEach((doc) => flex.add(doc.id, text(doc)));
      self.all = { limit: docs.length };
      self.near = { limit: docs.length, suggest: true };
    },
    search(query) {
      let found = self.shelf.everything;
      if (query.text.trim() !== "") {
        found = flex.search(query.text, self.all);
        if (found.length === 0) found = flex.search(query.text, self.near);
      }
      return self.shelf.narrow(found, query.picks, LIMIT);
    },
    memory: () => 0,
  };
  return self;
}

// README, "How It Works", "Integrated Search": one error a term, terms in any order (its limit of five; with more it
// would not rank, so those are asked in order first), ranking up to a thousand found. Its latinize() lacks the
// Vietnamese letters; the comment beside it names the way taken here (with the quicker of two patterns), đ is added.
async function ufuzzy() {
  const { default: UFuzzy } = await import("/npm/@leeoniya/ufuzzy/dist/uFuzzy.mjs");
  const uf = new UFuzzy({ intraMode: 1 });
  const TERMS = 5;
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]+/g, "").toLowerCase().replaceAll("đ", "d");
  const self = {
    data: "docs.json",
    parse: json,
    index(docs) {
      self.shelf = new Shelf(docs);
      self.haystack = docs.map((doc) => fold(text(doc)));
    },
    search(query) {
      let found = self.shelf.everything;
      const needle = fold(query.text);
      if (needle.trim() !== "") {
        const short = uf.split(needle).length <= TERMS;
        let [ids, info, order] = uf.search(self.haystack, needle, short ? TERMS : 0);
        if (!short && !ids?.length) [ids, info, order] = uf.search(self.haystack, needle, TERMS);
        found = order ? order.map((i) => info.idx[i]) : (ids ?? []);
      }
      return self.shelf.narrow(found, query.picks, LIMIT);
    },
    memory: () => 0,
  };
  return self;
}

export const ENGINES = { ours: () => wasm("engine"), reader: () => wasm("reader"), flexsearch, ufuzzy };
