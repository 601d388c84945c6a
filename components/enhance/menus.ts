/** Closes an open menu on Escape and on a click outside it. */
export function closeMenus(): void {
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' && openMenu();
    if (!menu) return;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    const menu = openMenu();
    if (menu && !(target instanceof Node && menu.contains(target))) menu.open = false;
  });
}

const openMenu = () => document.querySelector<HTMLDetailsElement>('.menu[open]');
