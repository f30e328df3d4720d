"""One child with a case, and the people around her."""

from record_world import acting, browse, world

__all__ = ["acting", "browse", "world"]
