"""How the window looks: two palettes, the fonts, the icons and the colours around the paper, light and dark."""
