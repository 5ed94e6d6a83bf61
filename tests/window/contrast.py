"""How far words stand out from what is behind them, read from a picture of the screen (WCAG 2.2, 1.4.3: 4.5 to 1; 1.4.3 exempts what is
disabled). Nothing of the palette is asked, so what a style sheet, a delegate or a translucent colour made of it counts."""
import subprocess

from PIL import Image

LEAST = 4.5
WORDED = {"label", "button", "push button", "toggle button", "check box", "radio button", "text", "combo box", "link", "table column header"}
EDGE = 3            # A control's own frame is no text.
INKED = 0.02        # Strokes are thin: most of their pixels are half background, so the strongest fiftieth counts.


def luminance(colour):
    linear = [value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def of(image):
    """The contrast of the words in a picture of one control; nothing where it has none."""
    colours = image.getcolors(1 << 22) or []
    if not colours:
        return None
    ground = luminance(max(colours)[1])
    inks = sorted(((ratio(luminance(colour), ground), count) for count, colour in colours), reverse=True)
    inked = sum(count for contrast, count in inks if contrast > 1.25)
    if inked < 8:
        return None
    passed = 0
    for contrast, count in inks:
        passed += count
        if passed >= max(2, INKED * inked):
            return contrast
    return None


def faults(picture, things, scale=1):
    subprocess.run(["import", "-silent", "-window", "root", picture], check=True, timeout=60)
    screen = Image.open(picture).convert("RGB")
    wrong = []
    for thing in things:
        if thing.role not in WORDED or not thing.enabled or not (thing.name or thing.text) or (thing.role == "text" and not thing.text) or not thing.whole:
            continue
        x, y, width, height = (side * scale for side in thing.box)      # Qt tells the bus its own pixels, not the screen's.
        edge = EDGE * scale if thing.role != "label" else 0
        box = (max(0, x + edge), max(0, y + edge), min(screen.width, x + width - edge), min(screen.height, y + height - edge))
        if box[2] - box[0] < 6 or box[3] - box[1] < 6:
            continue
        found = of(screen.crop(box))
        if found is not None and found < LEAST:
            wrong.append(f"{thing} has a contrast of {found:.2f} to 1, of {LEAST}")
    return wrong
