// Runs before the first paint, so that a chosen theme does not flash. Without a choice the system's theme holds.
(() => {
  const root = document.documentElement;
  const key = "pimbot.playground.theme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    const value = localStorage.getItem(key);
    return value === "dark" || value === "light" ? value : null;
  };
  const current = () => chosen() ?? (dark.matches ? "dark" : "light");
  const apply = () => {
    root.dataset.theme = current();
    const button = document.getElementById("theme-toggle");
    if (button) {
      button.textContent = current() === "dark" ? "Light" : "Dark";
      button.setAttribute("aria-label", `Change to the ${current() === "dark" ? "light" : "dark"} theme`);
    }
  };
  apply();
  dark.addEventListener("change", apply);
  addEventListener("DOMContentLoaded", () => {
    apply();
    document.getElementById("theme-toggle").addEventListener("click", () => {
      localStorage.setItem(key, current() === "dark" ? "light" : "dark");
      apply();
    });
  });
})();
