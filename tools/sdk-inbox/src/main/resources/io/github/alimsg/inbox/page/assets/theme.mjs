/** Light, dark, or as the system is. */

const KEY = 'alimsg-inbox-theme';
const NEXT = { system: 'light', light: 'dark', dark: 'system' };

export function theme() {
  try {
    return localStorage.getItem(KEY) ?? 'system';
  } catch {
    return document.documentElement.dataset.theme ?? 'system';
  }
}

export function applyTheme(name = theme()) {
  document.documentElement.dataset.theme = name;
}

export function switchTheme() {
  const next = NEXT[theme()] ?? 'system';
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // It then lasts until the page is loaded again.
  }
  applyTheme(next);
}
