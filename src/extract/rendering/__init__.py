"""A letter as its reader sees it: pictures of its pages, and where on them every part of its text stands."""

from extract.rendering.originals import find_original
from extract.rendering.renderer import Renderer
from extract.rendering.view import LetterView, ShownPage, ShownPart, ShownWord

__all__ = ["LetterView", "Renderer", "ShownPage", "ShownPart", "ShownWord", "find_original"]
