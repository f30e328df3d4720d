"""One child who waits for speech and language therapy, and the people around her."""

from health_waits_world import health_world, waits
from record_world import acting, browse, world

__all__ = ["acting", "browse", "health_world", "waits", "world"]
