// Disjunctive facet counts for engines that have none, in one pass over what was found: OR inside a facet, AND between
// facets, a facet's own picks do not narrow its siblings. In: docs.json. Out: { total, ids, facets } for a ranked list.

export const FACETS = ["group", "state", "stars", "district", "commune", "kind", "quality", "channel", "market", "producer"];

export class Shelf {
  constructor(docs) {
    const sizes = FACETS.map((_, f) => docs.reduce((most, doc) => doc.values[f].reduce((a, b) => Math.max(a, b + 1), most), 0));
    /** Where each facet begins in the one array of all counts. */
    this.begins = new Uint32Array(FACETS.length + 1);
    sizes.forEach((size, f) => (this.begins[f + 1] = this.begins[f] + size));
    /** Values of facet f of product p: held[starts[p * 10 + f] .. starts[p * 10 + f + 1]]. */
    this.starts = new Uint32Array(docs.length * FACETS.length + 1);
    this.held = new Uint32Array(docs.reduce((sum, doc) => sum + doc.values.reduce((n, own) => n + own.length, 0), 0));
    let at = 0;
    docs.forEach((doc, p) => {
      doc.values.forEach((own, f) => {
        for (const value of own) this.held[at++] = this.begins[f] + value;
        this.starts[p * FACETS.length + f + 1] = at;
      });
    });
    this.everything = Uint32Array.from(docs, (_, p) => p);
  }

  /** What the picks leave of a ranked list, the first of them, and what a click on each value would leave. */
  narrow(found, picks, limit) {
    const { starts, held, begins } = this;
    const facets = FACETS.length;
    const counts = new Uint32Array(begins[facets]);
    const chosen = [...new Set(picks.map(([f]) => f))];
    const wanted = chosen.length > 0 ? new Uint8Array(begins[facets]) : null;
    for (const [f, value] of picks) wanted[begins[f] + value] = 1;
    const ids = [];
    let total = 0;
    for (let i = 0; i < found.length; i++) {
      const row = found[i] * facets;
      let failed = -1;
      let failures = 0;
      for (let c = 0; c < chosen.length && failures < 2; c++) {
        let any = false;
        for (let k = starts[row + chosen[c]]; k < starts[row + chosen[c] + 1]; k++) any ||= wanted[held[k]] === 1;
        if (!any) {
          failures++;
          failed = chosen[c];
        }
      }
      if (failures > 1) continue;
      if (failures === 0) {
        total++;
        if (ids.length < limit) ids.push(found[i]);
      }
      const from = failures === 0 ? starts[row] : starts[row + failed];
      const to = failures === 0 ? starts[row + facets] : starts[row + failed + 1];
      for (let k = from; k < to; k++) counts[held[k]]++;
    }
    const out = {};
    FACETS.forEach((key, f) => (out[key] = counts.subarray(begins[f], begins[f + 1])));
    return { total, ids, facets: out };
  }
}
