// Only quickens what works without it: nothing here decides anything.
"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const count = text => [...text.replace(/\r\n/g, "\n")].length;
  const number = n => n.toLocaleString("en-US");

  for (const part of all("[data-script]")) part.hidden = false;
  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  const wrong = document.querySelector("[data-focus]");
  if (wrong) wrong.focus();

  // Characters written, said aloud only when one pauses.
  for (const area of all("textarea[data-max]")) {
    const counter = area.parentElement.querySelector(".counter");
    const aloud = document.createElement("p");
    aloud.className = "out";
    aloud.setAttribute("role", "status");
    counter.after(aloud);
    const max = Number(area.dataset.max);
    let pause;
    const tell = () => {
      const written = count(area.value);
      const over = written > max;
      const said = (over ? area.dataset.over : area.dataset.count)
        .replace("{0}", number(written)).replace("{1}", number(Math.abs(max - written)));
      counter.textContent = said;
      counter.classList.toggle("over", over);
      clearTimeout(pause);
      pause = setTimeout(() => { aloud.textContent = said; }, 1200);
    };
    area.addEventListener("input", tell);
    if (area.value) tell();
  }

  // Photos are made smaller before they go over a slow line.
  for (const input of all("input[type=file][data-shrink]")) {
    input.addEventListener("change", async () => {
      const side = Number(input.dataset.shrink);
      const smaller = new DataTransfer();
      for (const file of input.files) smaller.items.add(await shrink(file, side).catch(() => file));
      input.files = smaller.files;
    });
  }
  async function shrink(file, side) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 400000) return file;
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size
      ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  }

  // A form is sent once; coming back by the back button opens it again.
  for (const form of all("form[method=post]")) {
    form.addEventListener("submit", event => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  addEventListener("pageshow", () => { for (const form of all("form[data-sent]")) delete form.dataset.sent; });

  // Keys of the lists.
  const rows = all("a[data-row]");
  const keys = document.getElementById("keys");
  if (rows.length) {
    addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest("input, textarea, select, dialog")) return;
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
      const at = rows.indexOf(document.activeElement);
      if (step && (event.key.length === 1 || at >= 0)) {
        const here = at >= 0 ? at : rows.findIndex(row => row.hasAttribute("aria-current"));
        const to = rows[here < 0 ? 0 : here + step];
        if (to) { to.focus(); event.preventDefault(); }
      } else if (event.key === "/" && document.getElementById("q")) {
        document.getElementById("q").focus();
        event.preventDefault();
      } else if (event.key === "?" && keys) {
        keys.showModal();
        event.preventDefault();
      }
    });
  }
})();
