"""What must hold on every page and in every dialog: names, Tab order, target sizes, nothing outside its window."""
import re

INFORMS = {"button", "push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "spin button", "slider", "table",
           "tree", "tree table", "list", "image", "link", "frame", "dialog", "progress bar"}
CONTROLS = {"button", "push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "spin button", "table", "list",
            "image"}
PRESSED = {"button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "password text"}
CLIPPED = PRESSED | {"label", "table", "list", "image"}
SPOKEN = {"label", "button", "push button", "toggle button", "check box", "radio button", "table", "list", "image", "link", "table column header",
          "password text", "status bar"}
# Made-up data, names, statutes and what a person typed; everything else on the screen is ours to translate.
OURS_TO_KEEP = [re.compile(words) for words in (r"^Casebound", r"\bPM-", r"\bPMX?\d", r"DHS/ICE", r"\bUSC\b", r"^[a-z]+-[a-z]+-", r"^u-", r"^sha256")]
FOUND = []      # All faults of a drive, told together at its end.
LEAST = 24      # WCAG 2.2, 2.5.8


def active(p):
    return next(window for window in p.root.children() if window.showing and "active" in window.states)


def shown(window):
    return [thing for thing in window.below() if thing.showing]


def inside(thing):
    """Parts of another control: the line of an editable list (named like it, for the keyboard is there), the items of a list."""
    parent = thing.parent
    return parent is not None and parent.role in {"combo box", "spin button"}


def names(window):
    wrong, seen = [], {}
    for thing in shown(window):
        if thing.role not in INFORMS or (inside(thing) and thing.role != "text"):
            continue
        name = (thing.label if thing.role == "combo box" else thing.name or thing.label).strip()
        if not name:
            wrong.append(f"no name: {thing.role} {thing.identity} at {thing.box}")
        elif thing.role in CONTROLS and not inside(thing):
            seen.setdefault((thing.role, name), []).append(thing)
    return wrong + [f"named twice: {role} {name!r}" for (role, name), things in seen.items() if len(things) > 1]


def sizes(window):
    return [f"{thing} is {thing.box[2]} × {thing.box[3]}" for thing in shown(window)
            if thing.role in PRESSED and not inside(thing) and min(thing.box[2:]) < LEAST]


def outside(window):
    """Scrolled content may lie beyond its own view, never beyond the window's edge across."""
    x, y, width, height = window.box
    wrong = []
    for thing in shown(window):
        if thing.role not in CLIPPED:
            continue
        a, b, w, h = thing.box
        if a < x - 1 or a + w > x + width + 1 or ((b < y - 1 or b + h > y + height + 1) and not thing.scrolled):
            wrong.append(f"{thing} at {thing.box} leaves {window} at {window.box}")
    return wrong


def untranslated(window):
    """In the made-up language of pseudo.py every translated sentence stands in ⟦ ⟧. Numbers, and what the office or the vendor wrote, do not."""
    return [f"never translated: {thing}" for thing in shown(window)
            if thing.role in SPOKEN and thing.name and "⟦" not in thing.name and re.search(r"[^\W\d_]{3}", thing.name)
            and not any(pattern.search(thing.name) for pattern in OURS_TO_KEEP)]


def ring(p, key, most=90):
    """Where the key goes until it comes round; None stands for a place that says nothing."""
    order = []
    for _ in range(most):
        at = p.focused()
        mark = at.identity if at else None
        if order and mark == order[0][0]:
            return order
        assert not order or mark != order[-1][0], f"{key} does not leave {order[-1][1]}"
        order.append((mark, str(at)))
        p.keys(key)
        p.settle(mark)
    raise AssertionError(f"{key} does not come round: {[name for _, name in order]}")


def tabs(p, window):
    there = ring(p, "Tab")
    back = ring(p, "shift+Tab")
    assert [mark for mark, _ in back] == [there[0][0]] + [mark for mark, _ in reversed(there[1:])], f"Tab and Shift+Tab differ: {there} {back}"
    reached = {mark for mark, _ in there}
    missed = [str(thing) for thing in shown(window)
              if thing.role in CONTROLS and not inside(thing) and thing.enabled and "focusable" in thing.states and thing.identity not in reached]
    assert not missed, f"Tab never reaches {missed}; it goes {[name for _, name in there]}"
    return [name for _, name in there]


def everything(p, what, tab=True):
    window = active(p)
    for audit in (names, sizes, outside):
        wrong = audit(window)
        FOUND.extend(f"{what}: {audit.__name__}: {each}" for each in wrong)
    try:
        order = tabs(p, window) if tab else []
    except AssertionError as fault:
        FOUND.append(f"{what}: tabs: {fault}")
        order = []
    print(f"audited: {what}" + (f"; Tab goes round {len(order)} places and back" if order else ""))
