// Checks in the reader's own browser that an entry is in the public record: hashes the entry (RFC 6962),
// folds the inclusion proof up to a root, and compares it with the root in the signed checkpoint, whose
// Ed25519 signature it checks too where the browser can. Trusts the server for nothing but the key's name.
"use strict";
(() => {
  const utf8 = new TextEncoder();
  const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
  const sha256 = async (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) { all.set(part, at); at += part.length; }
    return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
  };
  const node = (left, right) => sha256(new Uint8Array([1]), left, right);

  // RFC 9162, section 2.1.3.2; indexes stay far below 2^53.
  async function rootFrom(leaf, index, size, proof) {
    let at = index, last = size - 1, hash = leaf;
    for (const sibling of proof) {
      if (last === 0) throw new Error("The proof is too long.");
      if (at % 2 === 1 || at === last) {
        hash = await node(sibling, hash);
        while (at % 2 === 0 && at !== 0) { at = Math.floor(at / 2); last = Math.floor(last / 2); }
      } else {
        hash = await node(hash, sibling);
      }
      at = Math.floor(at / 2); last = Math.floor(last / 2);
    }
    if (last !== 0) throw new Error("The proof is too short.");
    return hash;
  }

  function checkpointOf(note) {
    const end = note.indexOf("\n\n");
    const text = note.slice(0, end + 1);
    const [origin, size, root] = text.split("\n");
    return { text, origin, size: Number(size), root: fromBase64(root), signatures: note.slice(end + 2).trimEnd().split("\n") };
  }

  // True or false where the browser knows Ed25519, undefined where it does not.
  async function signed(checkpoint, verifierKey) {
    const [name, , ...rest] = verifierKey.split("+");
    const key = fromBase64(rest.join("+"));
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", key.slice(1), { name: "Ed25519" }, false, ["verify"]);
    } catch (unsupported) { return undefined; }
    for (const line of checkpoint.signatures) {
      const [dash, signer, value] = line.split(" ");
      if (dash === "\u2014" && signer === name) {
        const bytes = fromBase64(value);
        if (await crypto.subtle.verify({ name: "Ed25519" }, imported, bytes.slice(4), utf8.encode(checkpoint.text))) return true;
      }
    }
    return false;
  }

  async function check(place) {
    const say = (key, className) => { place.textContent = place.dataset[key]; place.className = "proof notice " + className; };
    if (!globalThis.crypto || !crypto.subtle) { say("cannot", "calm"); return; }
    say("working", "calm");
    try {
      const response = await fetch(place.dataset.proof);
      if (!response.ok) { say("cannot", "calm"); return; }
      const proof = await response.json();
      const checkpoint = checkpointOf(proof.checkpoint);
      const leaf = await sha256(new Uint8Array([0]), utf8.encode(proof.entry));
      const root = await rootFrom(leaf, proof.index, checkpoint.size, proof.proof.map(fromBase64));
      if (!same(root, checkpoint.root)) { say("bad", ""); return; }
      const trusted = await signed(checkpoint, proof.verifierKey);
      if (trusted === false) { say("bad", ""); return; }
      say(trusted ? "good" : "unsigned", "done");
      place.dataset.state = "checked";
    } catch (failure) { say("bad", ""); }
  }
  for (const place of document.querySelectorAll("[data-proof]")) check(place);
})();
