"""No line runs through a label of the plait, and a stacked table's labels have room."""

import pytest
from gallery_page import EveryField, context

pytestmark = pytest.mark.browser
# Words of the drawing that a line crosses, unless their own ground was laid over it afterwards.
CROSSED = """
() => {
  const svg = document.querySelector('.plait-svg'), found = []
  const lines = [...svg.querySelectorAll(
    '.plait-leader, .plait-today, .plait-crossing, .plait-month, .plait-clock, .plait-line')]
  for (const words of svg.querySelectorAll('text')) {
    const box = words.getBBox(), look = getComputedStyle(words)
    const ground = look.stroke !== 'none' && look.paintOrder.startsWith('stroke')
      && parseFloat(look.strokeWidth) >= 6
    for (const line of lines) {
      if (!line.getTotalLength) continue
      const length = line.getTotalLength()
      for (let at = 0; at <= length; at += 2) {
        const p = line.getPointAtLength(at)
        const inside = p.x > box.x && p.x < box.x + box.width
          && p.y > box.y + 3 && p.y < box.y + box.height - 4
        const after = line.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING
        if (inside && !(ground && after)) {
          found.push(words.textContent + ' / ' + line.getAttribute('class'))
          break
        }
      }
    }
  }
  return found
}
"""
LABEL_WIDTHS = """
() => [...document.querySelectorAll('.plait-table__cell:not(.plait-table__cell--first)')]
  .filter(cell => cell.dataset.label)
  .map(cell => parseFloat(getComputedStyle(cell, '::before').width) / cell.clientWidth)
"""


@pytest.fixture
def gallery(draw) -> str:
    return draw("plait/gallery.html", **context(EveryField()))


def test_no_line_runs_through_a_label(gallery, show):
    page = show(gallery)
    assert page.locator(".plait-svg text").count() > 10
    assert page.evaluate(CROSSED) == []


def test_a_stacked_table_gives_its_labels_the_whole_line_of_a_telephone(gallery, show):
    widths = show(gallery, 375).evaluate(LABEL_WIDTHS)
    assert widths
    assert min(widths) > 0.95
